import StetDocument
import StetLint
import Synchronization

/// A configuration of Vale with the styles that it names, ready to check documents.
package struct ValeStyles: Sendable {
  /// In the order of their ids.
  package let rules: [RuleMetadata]
  /// In the order of `rules`.
  package let pages: [RulePage]
  /// What is wrong with the files, and what is not carried over from them.
  package let faults: [ValeFault]

  let definitions: [ValeRule]
  let index: LiteralIndex
  /// For each rule the alternatives that must be asked about every block.
  let always: [[Int]]
  /// Whether a rule asks for paragraphs, or for sentences.
  let namesParagraphs: [Bool]
  let namesSentences: [Bool]
  /// Whether a rule looks at blocks without its words, too, and whether it takes them a sentence at a time.
  let wantsAllBlocks: [Bool]
  let readsSentences: [Bool]
  let configuration: ValeConfiguration
  let scopes: ScopeSettings
  /// Rules whose patterns gave up on some text.
  let exhaustion = Exhaustion()

  /// What runs found out late.
  final class Exhaustion: Sendable {
    let found = Mutex<Set<String>>([])
  }

  /// - Parameter path: of the `.vale.ini`, absolute.
  package static func load(_ path: String) throws(FileError) -> ValeStyles {
    let shown = FilePath.shown(path)
    let bytes = try FileReading.read(path)
    var loader = StyleLoader(ValeConfiguration(bytes, path: path, shown: shown), origin: path)
    loader.load()
    return ValeStyles(loader)
  }

  private init(_ loader: StyleLoader) {
    definitions = loader.rules.sorted { $0.id < $1.id }
    rules = definitions.map(\.metadata)
    pages = definitions.map(\.page)
    faults = loader.configuration.faults + loader.faults
    configuration = loader.configuration
    index = LiteralIndex(definitions.map(\.check.alternatives))
    always = definitions.map { rule in
      rule.check.alternatives.indices.filter { rule.check.alternatives[$0].literals == nil }
    }
    wantsAllBlocks = definitions.map(\.check.wantsAllBlocks)
    readsSentences = definitions.map(\.check.readsSentences)
    namesParagraphs = definitions.map { $0.scope.names("paragraph") }
    namesSentences = definitions.map { $0.scope.names("sentence") }
    var scopes = loader.configuration.scopes
    scopes.usesSpans = definitions.contains { $0.scope.namesSpans }
    self.scopes = scopes
  }

  /// Absolute paths of the folders that hold the styles.
  package var folders: [String] { configuration.stylesPaths.map { "/" + $0.joined(separator: "/") } }

  /// Rules whose patterns were given up on some text, since they went back more often than is allowed.
  package var exhaustedRules: [String] { exhaustion.found.withLock { $0.sorted() } }
}

/// Reads the styles of a configuration.
struct StyleLoader {
  private(set) var configuration: ValeConfiguration
  private(set) var rules: [ValeRule] = []
  private(set) var faults: [ValeFault] = []
  private let origin: String
  private var context: StyleContext
  private var rejected: [String] = []

  init(_ configuration: ValeConfiguration, origin: String) {
    self.configuration = configuration
    self.origin = origin
    let paths = configuration.stylesPaths
    context = StyleContext(origin: origin, lines: { name in Self.lines(name, below: paths) })
    context.levels = configuration.levels
    context.template = configuration.template
  }

  mutating func load() {
    loadVocabularies()
    var wanted = configuration.styles
    let named = configuration.namedRules
    for style in Set(named.compactMap { $0.split(separator: ".").first.map(String.init) }).sorted()
    where !wanted.contains(style) {
      wanted.append(style)
    }
    for style in wanted {
      if style == "Vale" {
        addBuiltIn()
        continue
      }
      load(style: style, named: configuration.styles.contains(style) ? nil : named)
    }
    if configuration.styles.isEmpty, named.isEmpty {
      configuration.report("no section names a style: write “BasedOnStyles = …” below “[*]” or “[*.md]”", 1)
    }
  }

  /// - Parameter named: the only rules that are wanted; nil: all.
  private mutating func load(style: String, named: Set<String>?) {
    for path in configuration.stylesPaths {
      let folder = "/" + (path + [style]).joined(separator: "/")
      guard let files = try? FileDiscovery.files(below: folder, endings: ["yml"]) else { continue }
      for file in files {
        // A rule in a folder of its style has the folder in its name: `Style.folder.Rule`.
        let inside = file.path.dropFirst(folder.count + 1).dropLast(4).split(separator: "/")
        let id = ([style] + inside.map(String.init)).joined(separator: ".")
        if named?.contains(id) == false || rules.contains(where: { $0.id == id }) { continue }
        if inside.last?.hasSuffix(".test") == true || inside.last?.hasSuffix("_test") == true { continue }
        read(file, id: id, style: style)
      }
      return
    }
    let line = 1
    configuration.report("the style “\(style)” is not below StylesPath; `vale sync` fetches styles", line)
  }

  private mutating func read(_ file: DiscoveredFile, id: String, style: String) {
    var reader = StyleReader(file: FilePath.shown(file.path), context: context)
    do {
      let bytes = try FileReading.read(file)
      if let rule = reader.read(bytes, id: id, style: style), rule.metadata.severity >= configuration.least {
        rules.append(rule)
      }
    } catch {
      reader.report(error.what, at: .init(line: 1, column: 1))
    }
    faults += reader.faults
  }

  // MARK: Vocabularies and Vale's own rules

  private mutating func loadVocabularies() {
    for name in configuration.vocabularies {
      let folders = ["config/vocabularies", "Vocab"].flatMap { folder in
        configuration.stylesPaths.map { FilePath.components("\(folder)/\(name)", from: $0) }
      }
      guard let folder = folders.first(where: FilePath.exists) else {
        configuration.report("the vocabulary “\(name)” is not in config/vocabularies below StylesPath", 1)
        continue
      }
      for (file, isAccepted) in [("accept.txt", true), ("reject.txt", false)] {
        let path = "/" + (folder + [file]).joined(separator: "/")
        guard let bytes = try? FileReading.read(path) else { continue }
        for (number, line) in String(decoding: bytes, as: UTF8.self).split(
          omittingEmptySubsequences: false, whereSeparator: \.isNewline
        ).enumerated() {
          let word = String(line).trimmingBlanks
          if word.isEmpty || word.hasPrefix("# ") { continue }
          do {
            _ = try Pattern(authored: word)
            if isAccepted { context.accepted.append(word) } else { rejected.append(word) }
          } catch {
            faults.append(
              ValeFault(
                file: FilePath.shown(path), line: number + 1, column: 1,
                message: "in “\(word)”: \(error.message)",
                isLeftOut: false))
          }
        }
      }
    }
  }

  /// The style that Vale carries itself: spelling, repeated words, and what the vocabularies ask for.
  private mutating func addBuiltIn() {
    var files: [(String, [String])] = [
      ("Spelling", ["extends: spelling", "message: \"Did you really mean '%s'?\"", "level: error"]),
      (
        "Repetition",
        [
          "extends: repetition", "message: \"'%s' is repeated!\"", "level: error", "ignorecase: true",
          "alpha: true",
          "tokens: ['[^\\s.!?]+']", "action: {name: edit, params: [truncate, ' ']}",
        ]
      ),
    ]
    if !context.accepted.isEmpty {
      files.append(
        (
          "Terms",
          [
            "extends: substitution", "message: \"Use '%s' instead of '%s'.\"", "level: error",
            "ignorecase: true",
            "vocab: false", "swap:",
          ]
            + Set(context.accepted).sorted().map { "  \(Self.quoted($0.lowercased())): \(Self.quoted($0))" }
        ))
    }
    if !rejected.isEmpty {
      files.append(
        (
          "Avoid",
          ["extends: existence", "message: \"Avoid using '%s'.\"", "level: error", "tokens:"]
            + Set(rejected).sorted().map { "  - \(Self.quoted($0))" }
        ))
    }
    for (name, lines) in files {
      var reader = StyleReader(file: "\(configuration.file) (Vale.\(name))", context: context)
      let text = lines.joined(separator: "\n")
      if let rule = reader.read(Array(text.utf8), id: "Vale.\(name)", style: "Vale"),
        rule.metadata.severity >= configuration.least
      {
        rules.append(rule)
      }
      faults += reader.faults
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// The lines of a word list that a rule names.
  private static func lines(_ name: String, below paths: [[String]]) -> [String]? {
    for folder in paths.flatMap({ path in ["", "config/ignore/", "config/"].map { (path, $0) } }) {
      let path = "/" + FilePath.components(folder.1 + name, from: folder.0).joined(separator: "/")
      guard let bytes = try? FileReading.read(path) else { continue }
      return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map {
        String($0).trimmingBlanks
      }.filter { !$0.isEmpty }
    }
    return nil
  }
}
