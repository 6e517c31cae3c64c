import StetLint
import StetYAML

/// What is wrong with a style, a vocabulary or a configuration of Vale, or is not carried over from it.
package struct ValeFault: Error, Sendable, Hashable {
  /// As shown to people.
  package var file: String
  /// 1-based.
  package var line: Int
  /// 1-based, in Unicode scalars.
  package var column: Int
  /// What it is, without full stop at the end.
  package var message: String
  /// Whether Stet reads the file but leaves this part of it out; otherwise the file is at fault.
  package var isLeftOut: Bool
}

/// Reads one rule file of a style.
struct StyleReader {
  let file: String
  let context: StyleContext
  private(set) var faults: [ValeFault] = []
  private var values: [String: YAMLNode] = [:]
  private var keyPlaces: [String: YAMLPlace] = [:]
  /// Keys that were asked for; the others are told.
  private var used: Set<String> = []
  private var top = YAMLPlace(line: 1, column: 1)

  init(file: String, context: StyleContext) {
    self.file = file
    self.context = context
  }

  /// The rule, or nil when `faults` says why not.
  mutating func read(_ bytes: [UInt8], id: String, style: String) -> ValeRule? {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let root: YAMLNode
    do {
      root = try YAMLReader.read(body)
    } catch {
      report(error.message, at: error.place)
      return nil
    }
    guard case .mapping(let entries) = root.content else {
      report("a rule is a mapping that starts with “extends:”, not \(root.kindName)", at: root.place)
      return nil
    }
    top = root.place
    for entry in entries {
      let key = entry.key.lowercased()
      values[key] = entry.value
      keyPlaces[key] = entry.keyPlace
    }
    let before = faults.count
    let rule = rule(id, style)
    for (key, place) in keyPlaces.sorted(by: { $0.value.line < $1.value.line }) where !used.contains(key) {
      leaveOut("the key “\(key)” is not carried over", at: place)
    }
    return faults[before...].contains { !$0.isLeftOut } ? nil : rule
  }

  private mutating func rule(_ id: String, _ style: String) -> ValeRule? {
    let point = text("extends") ?? ""
    guard let check = check(point, id) else { return nil }
    let message = text("message") ?? ""
    if message.isEmpty { report("“message” is missing", at: top) }
    let severity = context.severity(id: id, style: style, level: text("level"))
    if severity == nil { report("“level” is suggestion, warning or error", at: place("level")) }
    let scope = strings("scope")
    let scopes = scope.isEmpty ? type(of: check).defaultScope : scope
    let link = text("link") ?? ""
    let description = text("description") ?? ""
    let selector = ScopeSelector(scopes)
    tellUnknown(scopes)
    _ = text("name")
    if values["tests"] != nil { used.insert("tests") }
    return ValeRule(
      metadata: RuleMetadata(
        id: id, family: .style, severity: severity ?? .warning, summary: Self.summary(message, description),
        origin: context.origin),
      page: RulePage(
        rationale: Self.rationale(description, link, point, scopes, file), precision: "", examples: []),
      style: style, message: Self.sentence(message), scope: selector, limit: integer("limit") ?? 0,
      action: action(), check: check)
  }

  private static func summary(_ message: String, _ description: String) -> String {
    let text = description.isEmpty ? Message.fill(message, ["…", "…"]) : description
    let line = text.split(separator: "\n").first.map(String.init) ?? text
    return line.hasSuffix(".") ? String(line.dropLast()) : line
  }

  private static func rationale(
    _ description: String, _ link: String, _ point: String, _ scopes: [String], _ file: String
  ) -> String {
    var parts = description.isEmpty ? [] : [description.trimmingBlanks]
    parts.append(
      "A rule for Vale (\(point), scope \(scopes.joined(separator: ", "))), read from \(file)."
        + (link.isEmpty ? "" : " See \(link)."))
    return parts.joined(separator: "\n\n")
  }

  /// Messages are sentences; authors need not close them.
  static func sentence(_ message: String) -> String {
    let text = message.trimmingBlanks
    return text.isEmpty || ".?!)".contains(text.last ?? ".") ? text : text + "."
  }

  private mutating func tellUnknown(_ scopes: [String]) {
    for name in scopes.flatMap({ $0.split { "&.~ ".contains($0) } }).map(String.init)
    where !ScopeSelector.known.contains(name) && !context.sections.contains(name) {
      leaveOut(
        "no text here has the scope “\(name)”" + NearestName.hint(name, among: ScopeSelector.known),
        at: place("scope"))
    }
  }

  private mutating func action() -> Action? {
    guard let node = values["action"] else { return nil }
    used.insert("action")
    guard case .mapping(let entries) = node.content else {
      report("“action” has a “name” and “params”", at: node.place)
      return nil
    }
    var name = ""
    var parameters: [String] = []
    for entry in entries {
      switch (entry.key.lowercased(), entry.value.content) {
      case ("name", .scalar(let text)): name = text
      case ("params", .scalar(let text)): parameters = [text]
      case ("params", .sequence(let items)):
        parameters = items.compactMap { if case .scalar(let text) = $0.content { text } else { nil } }
      default: leaveOut("“\(entry.key)” of an action is not carried over", at: entry.keyPlace)
      }
    }
    do {
      if let kind = try Self.kind(name, parameters) { return Action(kind: kind) }
      leaveOut(
        "the action “\(name) \(parameters.first ?? "")” is not carried over: no fix is offered",
        at: node.place)
    } catch {
      report("in the action “\(name)”: \(error.message)", at: node.place)
    }
    return nil
  }

  private static func kind(_ name: String, _ parameters: [String]) throws(PatternFault) -> Action.Kind? {
    switch (name, parameters.first) {
    case ("replace", _): return .replace(parameters)
    case ("remove", _): return .remove
    case ("suggest", "spellings"): return .suggest
    case ("convert", "simple"): return .simplify
    case ("edit", "regex") where parameters.count == 3:
      let node = try PatternParser.parse(parameters[1])
      let pattern = LazyPattern(node, ignoresCase: false)
      try pattern.check()
      return .edit(.pattern(pattern, parameters[2]))
    case ("edit", "trim") where parameters.count == 2:
      return .edit(.trim(parameters[1], left: true, right: true))
    case ("edit", "trim_left") where parameters.count == 2:
      return .edit(.trim(parameters[1], left: true, right: false))
    case ("edit", "trim_right") where parameters.count == 2:
      return .edit(.trim(parameters[1], left: false, right: true))
    case ("edit", "truncate") where parameters.count == 2: return .edit(.truncate(parameters[1]))
    case ("edit", "split") where parameters.count == 3:
      return Int(parameters[2]).map { .edit(.split(parameters[1], $0)) }
    default: return nil
    }
  }

  // MARK: Values

  mutating func text(_ key: String) -> String? {
    used.insert(key)
    guard let node = values[key] else { return nil }
    if case .scalar(let text) = node.content { return text }
    report("“\(key)” must be text, not \(node.kindName)", at: node.place)
    return nil
  }

  mutating func flag(_ key: String, default standard: Bool = false) -> Bool {
    guard let text = text(key)?.lowercased() else { return standard }
    switch text {
    case "true", "yes", "on", "1": return true
    case "false", "no", "off", "0": return false
    default:
      report("“\(key)” is true or false", at: place(key))
      return standard
    }
  }

  mutating func integer(_ key: String) -> Int? {
    guard let text = text(key) else { return nil }
    if let number = Int(text) ?? Double(text).map({ Int($0) }) { return number }
    report("“\(key)” must be a number", at: place(key))
    return nil
  }

  mutating func decimal(_ key: String) -> Double? {
    guard let text = text(key) else { return nil }
    if let number = Double(text) { return number }
    report("“\(key)” must be a number", at: place(key))
    return nil
  }

  /// One text or a list of them; empty ones are left out.
  mutating func strings(_ key: String) -> [String] {
    items(key).map(\.text).filter { !$0.trimmingBlanks.isEmpty }
  }

  mutating func items(_ key: String) -> [(text: String, place: YAMLPlace)] {
    used.insert(key)
    guard let node = values[key] else { return [] }
    var nodes = [node]
    if case .sequence(let list) = node.content { nodes = list }
    return nodes.compactMap { item in
      if case .scalar(let text) = item.content { return text.isEmpty ? nil : (text, item.place) }
      report("an entry of “\(key)” must be text, not \(item.kindName)", at: item.place)
      return nil
    }
  }

  /// A mapping from text to text, in the order of the file.
  mutating func pairs(_ key: String) -> [(key: String, value: String, place: YAMLPlace)] {
    used.insert(key)
    guard let node = values[key] else { return [] }
    guard case .mapping(let entries) = node.content else {
      report("“\(key)” is a mapping such as “utilise: use”, not \(node.kindName)", at: node.place)
      return []
    }
    return entries.compactMap { entry in
      if case .scalar(let text) = entry.value.content { return (entry.key, text, entry.keyPlace) }
      report("“\(entry.key)” must be text, not \(entry.value.kindName)", at: entry.value.place)
      return nil
    }
  }

  /// The nodes of a list of mappings.
  mutating func nodes(_ key: String) -> [YAMLNode] {
    used.insert(key)
    guard let node = values[key] else { return [] }
    if case .sequence(let items) = node.content { return items }
    report("“\(key)” is a list, not \(node.kindName)", at: node.place)
    return []
  }

  func node(_ key: String) -> YAMLNode? { values[key] }

  func has(_ key: String) -> Bool { values[key] != nil }

  func place(_ key: String) -> YAMLPlace { values[key]?.place ?? keyPlaces[key] ?? top }

  mutating func use(_ key: String) { used.insert(key) }

  mutating func report(_ message: String, at place: YAMLPlace) {
    faults.append(
      ValeFault(file: file, line: place.line, column: place.column, message: message, isLeftOut: false))
  }

  mutating func leaveOut(_ message: String, at place: YAMLPlace) {
    faults.append(
      ValeFault(file: file, line: place.line, column: place.column, message: message, isLeftOut: true))
  }
}

/// What a rule file needs to know of the configuration that names it.
struct StyleContext: Sendable {
  /// For `RuleMetadata.origin`.
  var origin: String
  /// Accepted words.
  var accepted: [String] = []
  /// Vale's `WordTemplate`.
  var template: String?
  /// By `Style.Rule` or `Style`: suggestion, warning, error.
  var levels: [String: String] = [:]
  /// Names of scopes beside the common ones: keys of front matter, endings of files.
  var sections: Set<String> = []
  /// Finds a word list or another file that a rule names: what it holds.
  var lines: @Sendable (String) -> [String]?

  func severity(id: String, style: String, level: String?) -> Severity? {
    switch levels[id] ?? levels[style] ?? level ?? "warning" {
    case "suggestion": return .note
    case "warning": return .warning
    case "error": return .error
    default: return nil
    }
  }
}
