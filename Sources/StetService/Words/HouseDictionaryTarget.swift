import StetConfiguration
import StetDocument
import StetYAML

/// The house dictionary that new words go into, and what is to be done so that it counts.
package struct HouseDictionaryTarget: Sendable {
  /// Of the dictionary, which need not be there; as shown to people.
  package var path: String
  /// A configuration to write, too, since it does not name the dictionary yet.
  package var configuration: (path: String, before: [UInt8]?, after: [UInt8])?

  /// The name of a dictionary that is made anew.
  static let name = "stet.dic"

  /// A file that the user names.
  package init(path: String) { self.path = path }

  /// The last dictionary that a configuration names at its top; a new one beside it when it names none.
  ///
  /// - Parameters:
  ///   - configuration: nil when there is none: it is made.
  ///   - folder: where it is made.
  package init(
    configuration file: String?, madeIn top: [String] = FilePath.components(".")
  ) throws(Problem) {
    guard let file else {
      path = FilePath.shown(top + [Self.name])
      let text =
        "# Words that are right here: one a line, `stet words add WORD` adds one.\n\(Self.entry("\n"))"
      configuration = (FilePath.shown(top + [ConfigurationTree.names[0]]), nil, Array(text.utf8))
      return
    }
    let folder = Array(FilePath.components(file).dropLast())
    let bytes: [UInt8]
    do { bytes = try FileReading.read(file) } catch { throw Problem(error) }
    if let named = Self.dictionary(in: bytes) {
      path = FilePath.shown(FilePath.components(named, from: folder))
      return
    }
    path = FilePath.shown(folder + [Self.name])
    let after = try Self.extended(bytes, file)
    configuration = (file, bytes, after)
  }

  /// The last of `dictionaries:` at the top of a configuration.
  private static func dictionary(in bytes: [UInt8]) -> String? {
    guard let root = try? YAMLReader.read(bytes), case .mapping(let entries) = root.content,
      let value = entries.first(where: { $0.key == "dictionaries" })?.value
    else { return nil }
    switch value.content {
    case .scalar(let text): return text.isEmpty ? nil : text
    case .sequence(let items):
      return items.compactMap { if case .scalar(let text) = $0.content { text } else { nil } }.last
    case .mapping: return nil
    }
  }

  private static func entry(_ lineEnd: String) -> String { "dictionaries:\(lineEnd)  - \(name)\(lineEnd)" }

  /// The configuration with the dictionary at its end, when it reads as it should then.
  private static func extended(_ bytes: [UInt8], _ file: String) throws(Problem) -> [UInt8] {
    let lineEnd = bytes.contains(0x0D) ? "\r\n" : "\n"
    var after = bytes
    if let last = after.last, last != 0x0A { after += lineEnd.utf8 }
    after += entry(lineEnd).utf8
    guard dictionary(in: after) == name else {
      throw Problem(
        place: file, what: "the dictionary \(name) cannot be entered by itself",
        nextStep: "Write “dictionaries: \(name)” at the top of the file, then run this again.")
    }
    return after
  }

  /// Writes the words into the dictionary and, when that is due, its name into the configuration.
  ///
  /// - Parameter lines: as they stand in a dictionary.
  /// - Returns: what became of each line.
  package func add(_ lines: [String]) throws(Problem) -> [HouseDictionaryChange] {
    var before: [UInt8] = []
    do {
      before = try FileReading.read(path)
    } catch {
      guard case .notFound = error else { throw Problem(error) }
    }
    let changes = HouseDictionaryChange.all(lines, in: before, path: path)
    if let after = changes.after { try write(after, path) }
    if let configuration, changes.isAnyRight { try write(configuration.after, configuration.path) }
    return changes.changes
  }

  private func write(_ bytes: [UInt8], _ path: String) throws(Problem) {
    do { try FileWriting.create(path, with: bytes) } catch { throw Problem(error, path: path) }
  }
}
