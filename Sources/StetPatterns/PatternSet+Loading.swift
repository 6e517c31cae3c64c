import StetLanguage
import StetLint
import StetSpelling

/// What came of reading rule files.
package struct LoadedPatterns: Sendable {
  /// Those that look no farther than a block, and those for which the document counts.
  package var sets: [PatternSet]
  /// Why some rules are missing from it; sorted by file and place.
  package var errors: [RuleFileError]
}

extension PatternSet {
  /// One rule file.
  package struct File: Sendable {
    /// As shown in errors; its last part must be `<id>.yml`.
    package var name: String
    package var bytes: [UInt8]
    /// The rule folder that it lies in, for `RuleMetadata.origin`; nil: the program carries it.
    package var origin: String?
    /// Whether the program carries it. Tests know that all of it holds, so that its examples, which stand last and are a
    /// quarter of it, need not be read at every start.
    var isCarried = false

    package init(name: String, bytes: [UInt8], origin: String? = nil) {
      self.name = name
      self.bytes = bytes
      self.origin = origin
    }
  }

  /// The rules that the program carries.
  package static var embeddedFiles: [File] {
    EmbeddedData.names.filter { $0.hasPrefix("Rules/") && $0.hasSuffix(".yml") }.compactMap { name in
      EmbeddedData.bytes(named: name).map { bytes in
        var file = File(name: name, bytes: Array(bytes))
        file.isCarried = true
        return file
      }
    }
  }

  /// Reads and compiles rule files. A broken one does not load and does not keep others from loading.
  /// Of two rules with one id the first loads. To be called before the lexicon's first table is made.
  ///
  /// - Parameter taken: ids and former ids of rules that are not written in YAML.
  package static func load(
    _ files: [File], lexicon: Lexicon, taken: Set<String> = []
  ) -> LoadedPatterns {
    var rules: [PatternRule] = []
    var errors: [RuleFileError] = []
    var owners: [String: String] = Dictionary(uniqueKeysWithValues: taken.map { ($0, "Stet itself") })
    for file in files {
      var reader = RuleFileReader(file: file.name, lexicon: lexicon)
      if var rule = file.isCarried ? reader.readWithoutPage(file.bytes) : reader.read(file.bytes) {
        rule.metadata.origin = file.origin
        if let owner = owners[rule.metadata.id] {
          errors.append(
            RuleFileError(
              file: file.name, line: 1, column: 1,
              message: "there is a rule “\(rule.metadata.id)” already, in \(owner); give this one another id")
          )
        } else {
          owners[rule.metadata.id] = file.origin == nil ? "Stet itself" : file.name
          rules.append(rule)
        }
      }
      errors += reader.errors
    }
    let parts = [rules.filter { !$0.place.countsBlocks }, rules.filter(\.place.countsBlocks)]
    return LoadedPatterns(
      sets: parts.filter { !$0.isEmpty }.map { PatternSet($0, lexicon: lexicon) }, errors: errors)
  }
}
