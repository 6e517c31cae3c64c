import StetYAML

/// Takes values out of the nodes and says what is wrong with them.
extension RuleFileReader {
  mutating func required(_ key: String) -> String {
    guard let node = values[key] else {
      report("“\(key)” is missing", at: top)
      return ""
    }
    guard case .scalar(let text) = node.content, !text.isEmpty else {
      report("“\(key)” must be text, and not empty", at: node.place)
      return ""
    }
    return text
  }

  mutating func optional(_ key: String) -> String { values[key] == nil ? "" : required(key) }

  mutating func choice<T: RawRepresentable & CaseIterable>(_ key: String, _ type: T.Type) -> T?
  where T.RawValue == String {
    guard let node = values[key] else {
      report("“\(key)” is missing; one of: \(T.allCases.map(\.rawValue).joined(separator: ", "))", at: top)
      return nil
    }
    return named(node, type)
  }

  mutating func named<T: RawRepresentable & CaseIterable>(_ node: YAMLNode, _ type: T.Type) -> T?
  where T.RawValue == String {
    do {
      return try node.choice(of: type)
    } catch {
      report(error.message, at: error.place)
      return nil
    }
  }

  mutating func list(_ key: String) -> [YAMLNode] {
    guard let node = values[key] else { return [] }
    guard case .sequence(let items) = node.content else {
      report("“\(key)” is a list: one entry a line, each after “- ”", at: node.place)
      return []
    }
    return items
  }

  mutating func texts(_ key: String) -> [(text: String, node: YAMLNode)] {
    list(key).compactMap { item in
      guard case .scalar(let text) = item.content else {
        report("an entry of “\(key)” must be text, not \(item.kindName)", at: item.place)
        return nil
      }
      return (text, item)
    }
  }

  /// A single text or a list of texts.
  mutating func strings(_ node: YAMLNode) -> [String] {
    switch node.content {
    case .scalar(let text): return [text]
    case .sequence(let items):
      return items.compactMap { item in
        if case .scalar(let text) = item.content { return text }
        report("this must be text, not \(item.kindName)", at: item.place)
        return nil
      }
    case .mapping:
      report("this must be text or a list of texts, not a mapping", at: node.place)
      return []
    }
  }

  /// One or several of the values that have these names.
  mutating func named<T: Hashable>(
    _ node: YAMLNode, _ values: [T], what: String, name: (T) -> String
  ) -> Set<T> {
    let names = values.map(name)
    var found: Set<T> = []
    for text in strings(node) {
      if let index = names.firstIndex(of: text) {
        found.insert(values[index])
      } else {
        report("there is no \(what) “\(text)”" + NearestName.hint(text, among: names), at: node.place)
      }
    }
    return found
  }

  mutating func report(_ message: String, at place: YAMLPlace) {
    errors.append(RuleFileError(file: file, line: place.line, column: place.column, message: message))
  }
}
