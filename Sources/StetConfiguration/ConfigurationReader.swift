import StetDocument
import StetLint
import StetYAML

/// Reads a configuration file and gathers everything that is wrong with it.
package struct ConfigurationReader {
  static let fileKeys = ["root", "ignore", "paths", "project", "cache", "rule-folders", "vale"]
  static let settingKeys =
    ["pack", "kind", "rules", "words"] + wordKeys

  var file: ConfigurationFile
  let names: RuleNames
  private var faults: [ConfigurationFault] = []

  private init(_ file: ConfigurationFile, _ names: RuleNames) {
    self.file = file
    self.names = names
  }

  /// - Parameters:
  ///   - path: as shown to people.
  ///   - folder: components from the root of the file system.
  package static func read(
    _ bytes: [UInt8], path: String, folder: [String], names: RuleNames
  ) -> (file: ConfigurationFile, faults: [ConfigurationFault]) {
    var reader = ConfigurationReader(ConfigurationFile(path: path, folder: folder), names)
    // A file of comments only is what `stet init` writes.
    if holdsOnlyComments(bytes) { return (reader.file, []) }
    do {
      reader.read(try YAMLReader.read(bytes))
    } catch {
      reader.report(error.message, at: error.place)
    }
    return (reader.file, reader.faults)
  }

  private static func holdsOnlyComments(_ bytes: [UInt8]) -> Bool {
    bytes.split(separator: 0x0A).allSatisfy { line in
      let first = line.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
      return first == nil || first == UInt8(ascii: "#")
    }
  }

  private mutating func read(_ root: YAMLNode) {
    guard let entries = mapping(root, "a configuration is a mapping such as “pack: docs”") else { return }
    var settings = Settings()
    for entry in entries {
      switch entry.key {
      case "root": file.isRoot = flag(entry.value) ?? false
      case "project":
        if let value = flag(entry.value) { settings.project = placed(value, entry.keyPlace) }
      case "cache":
        if let value = Self.cache(entry.value, base: file.folder) {
          settings.cache = placed(value, entry.keyPlace)
        } else {
          report("“cache” is “on”, “off” or the name of a folder", at: entry.value.place)
        }
      case "ignore": file.ignore = texts(entry.value).map { PathPattern($0.text) }
      case "paths": paths(entry.value)
      case "rule-folders": settings.ruleFolders = locations(entry.value)
      case "vale": settings.vale = locations(entry.value).first
      default: setting(entry, &settings, others: Self.fileKeys)
      }
    }
    file.settings = settings
  }

  private mutating func paths(_ node: YAMLNode) {
    guard let entries = mapping(node, "“paths” is a mapping from a pattern to settings") else { return }
    for entry in entries {
      var settings = Settings()
      guard let inner = mapping(entry.value, "“\(entry.key)” needs settings such as “kind: opinion”") else {
        continue
      }
      for entry in inner { setting(entry, &settings, others: []) }
      file.overrides.append((PathPattern(entry.key), settings))
    }
  }

  /// - Parameter others: keys that are right here as well, for the hint.
  private mutating func setting(_ entry: YAMLNode.Entry, _ settings: inout Settings, others: [String]) {
    switch entry.key {
    case "pack":
      if let pack = choice(entry.value, Pack.self) { settings.pack = placed(pack, entry.keyPlace) }
    case "kind":
      if let kind = choice(entry.value, DocumentKind.self) { settings.kind = placed(kind, entry.keyPlace) }
    case "words": settings.words += texts(entry.value).map { placed($0.text, $0.place) }
    case "rules": rules(entry.value, &settings)
    case _ where Self.wordKeys.contains(entry.key): words(entry, &settings)
    default:
      let hint = NearestName.hint(entry.key, among: Self.settingKeys + others)
      let only = Self.fileKeys.contains(entry.key) ? "“\(entry.key)” stands at the top of the file" : nil
      report(only ?? "there is no setting “\(entry.key)”" + hint, at: entry.keyPlace)
    }
  }

  // MARK: Values

  func placed<Value>(_ value: Value, _ place: YAMLPlace) -> Placed<Value> {
    Placed(value: value, origin: SettingOrigin(file: file.path, line: place.line))
  }

  mutating func mapping(_ node: YAMLNode, _ expected: String) -> [YAMLNode.Entry]? {
    if case .mapping(let entries) = node.content { return entries }
    // “rules:” with nothing after it says nothing.
    if case .scalar("") = node.content { return [] }
    report("\(expected), not \(node.kindName)", at: node.place)
    return nil
  }

  private mutating func flag(_ node: YAMLNode) -> Bool? {
    if case .scalar(let text) = node.content {
      if ["true", "yes", "on"].contains(text) { return true }
      if ["false", "no", "off"].contains(text) { return false }
    }
    report("this is “true” or “false”", at: node.place)
    return nil
  }

  private mutating func choice<T: RawRepresentable & CaseIterable>(_ node: YAMLNode, _ type: T.Type) -> T?
  where T.RawValue == String {
    do {
      return try node.choice(of: type)
    } catch {
      report(error.message, at: error.place)
      return nil
    }
  }

  /// One text, or a list of them.
  mutating func texts(_ node: YAMLNode) -> [(text: String, place: YAMLPlace)] {
    var items = [node]
    if case .sequence(let list) = node.content { items = list }
    return items.compactMap { item in
      if case .scalar(let text) = item.content { return text.isEmpty ? nil : (text, item.place) }
      report("this must be text, not \(item.kindName)", at: item.place)
      return nil
    }
  }

  mutating func report(_ message: String, at place: YAMLPlace) {
    faults.append(
      ConfigurationFault(file: file.path, line: place.line, column: place.column, message: message))
  }
}
