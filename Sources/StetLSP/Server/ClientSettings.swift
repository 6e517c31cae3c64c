import StetConfiguration
import StetDocument
import StetLint
import StetSpelling

/// What the client sets for all texts, over what configuration files say.
struct ClientSettings: Sendable, Equatable {
  var configuration: String?
  var pack: Pack?
  var kind: DocumentKind?
  var language: LanguageTag?
  /// Folders of rule files beside those of the configuration, as the client gave them.
  var ruleFolders: [String] = []
  /// A configuration of Vale, as the client gave it.
  var vale: String?
  /// Hints are shown only when asked for, as on the command line.
  var showsNotes: Bool?
  /// What could not be followed, a sentence each.
  private(set) var faults: [String] = []

  /// Reads `{"stet": {…}}` or the inner object.
  ///
  /// - Parameter base: holds for what is not said.
  init(_ value: JSONValue? = nil, over base: ClientSettings? = nil) {
    if let base { self = base }
    faults = []
    guard case .object(let settings)? = value?["stet"] ?? value else { return }
    // Some clients send the settings of all their servers.
    if value?["stet"] == nil, !settings.keys.contains(where: Self.keys.contains) { return }
    for (key, value) in settings.sorted(by: { $0.key < $1.key }) where value != .null { read(key, value) }
  }

  private mutating func read(_ key: String, _ value: JSONValue) {
    switch key {
    case "configuration": configuration = text(key, value) ?? configuration
    case "vale": vale = text(key, value) ?? vale
    case "pack":
      pack = choice(key, value, Pack.allCases.map(\.rawValue)).flatMap(Pack.init) ?? pack
    case "kind":
      kind = choice(key, value, DocumentKind.allCases.map(\.rawValue)).flatMap(DocumentKind.init) ?? kind
    case "language":
      guard let text = text(key, value) else { return }
      language = LanguageTag(text)
      if language == nil {
        faults.append("“\(text)” is no code of a language; write one such as fr or de-AT.")
      }
    case "ruleFolders":
      let texts = (value.list ?? [value]).compactMap(\.string)
      if texts.isEmpty, value != .list([]) { faults.append("“ruleFolders” takes a list of folders.") }
      ruleFolders = texts
    case "notes":
      guard case .bool(let shows) = value else { return faults.append("“notes” takes true or false.") }
      showsNotes = shows
    default: faults.append("There is no setting “\(key)”; \(Self.keys.joined(separator: ", ")) are.")
    }
  }

  static let keys = ["configuration", "kind", "language", "notes", "pack", "ruleFolders", "vale"]

  private mutating func text(_ key: String, _ value: JSONValue) -> String? {
    if value.string == nil { faults.append("“\(key)” takes a text.") }
    return value.string
  }

  private mutating func choice(_ key: String, _ value: JSONValue, _ names: [String]) -> String? {
    if let text = value.string, names.contains(text) { return text }
    faults.append("“\(key)” takes \(names.joined(separator: ", ")).")
    return nil
  }
}
