import StetDocument
import StetLanguage
import StetLint
import StetYAML

/// Reads one rule file and gathers everything that is wrong with it.
struct RuleFileReader {
  static let keys = [
    "id", "family", "severity", "stage", "aliases", "packs", "languages", "summary", "rationale", "precision",
    "message", "define", "patterns", "replacements", "except", "where", "fix", "flags", "accepts",
  ]

  let file: String
  let lexicon: Lexicon
  var errors: [RuleFileError] = []
  var values: [String: YAMLNode] = [:]
  private var definitions: [String: PatternNode] = [:]
  var top = YAMLPlace(line: 1, column: 1)

  init(file: String, lexicon: Lexicon) {
    self.file = file
    self.lexicon = lexicon
  }

  /// The rule, or nil when `errors` says why not.
  mutating func read(_ bytes: [UInt8]) -> PatternRule? {
    guard readValues(bytes) else { return nil }
    var rule = rule()
    let examples = examples(hasFix: rule.alternatives.contains { !$0.replacements.isEmpty })
    rule.page = page(examples)
    return errors.isEmpty ? rule : nil
  }

  /// The same for a rule whose examples stand last in its file and are known to hold: they are not looked at.
  mutating func readWithoutPage(_ bytes: [UInt8]) -> PatternRule? {
    guard readValues(Self.head(of: bytes)) else { return nil }
    let rule = rule()
    return errors.isEmpty ? rule : nil
  }

  /// The page alone. No word is named, so that it may be read at any time.
  mutating func readPage(_ bytes: [UInt8]) -> RulePage? {
    guard readValues(bytes) else { return nil }
    let page = page(examples(hasFix: false))
    return errors.isEmpty ? page : nil
  }

  private mutating func page(_ examples: [RuleExample]) -> RulePage {
    RulePage(rationale: required("rationale"), precision: optional("precision"), examples: examples)
  }

  /// What stands before the examples.
  static func head(of bytes: [UInt8]) -> [UInt8] {
    let keys = ["flags:", "accepts:"].map { Array($0.utf8) }
    var line = bytes[...]
    while !line.isEmpty, !keys.contains(where: { line.starts(with: $0) }) {
      line = line.dropFirst((line.firstIndex(of: 0x0A) ?? line.endIndex - 1) - line.startIndex + 1)
    }
    return Array(bytes[..<line.startIndex])
  }

  /// Whether the file is a mapping; says what is wrong with it and with its keys.
  private mutating func readValues(_ bytes: [UInt8]) -> Bool {
    let root: YAMLNode
    do {
      root = try YAMLReader.read(bytes)
    } catch {
      report(error.message, at: error.place)
      return false
    }
    guard case .mapping(let entries) = root.content else {
      report("a rule is a mapping that starts with “id:”, not \(root.kindName)", at: root.place)
      return false
    }
    top = root.place
    for entry in entries {
      guard Self.keys.contains(entry.key) else {
        report(
          "there is no key “\(entry.key)”" + NearestName.hint(entry.key, among: Self.keys), at: entry.keyPlace
        )
        continue
      }
      values[entry.key] = entry.value
    }
    return true
  }

  private mutating func rule() -> PatternRule {
    let id = required("id")
    checkIdentifier(id)
    let family = choice("family", RuleFamily.self) ?? .grammar
    let severity = choice("severity", Severity.self) ?? .warning
    let stage = values["stage"] == nil ? .stable : choice("stage", RuleStage.self) ?? .stable
    let fix = fix()
    define()
    let alternatives = alternatives(fix.texts)
    return PatternRule(
      metadata: RuleMetadata(
        id: id, family: family, severity: severity, summary: required("summary"), stage: stage,
        aliases: texts("aliases").map(\.text), packs: packs(),
        languages: values["languages"] == nil ? .english : choice("languages", RuleLanguages.self) ?? .english
      ),
      message: message(), alternatives: alternatives,
      exceptions: texts("except").compactMap { pattern($0.text, $0.node) },
      place: place(), applicability: fix.applicability)
  }

  private mutating func packs() -> Set<Pack> {
    guard values["packs"] != nil else { return .all }
    return Set(
      texts("packs").compactMap { item in
        let pack = Pack(rawValue: item.text)
        if pack == nil {
          let names = Pack.allCases.map(\.rawValue)
          report(
            "there is no pack “\(item.text)”" + NearestName.hint(item.text, among: names), at: item.node.place
          )
        }
        return pack
      })
  }

  private mutating func checkIdentifier(_ id: String) {
    guard let node = values["id"], !id.isEmpty else { return }
    let isKebab = id.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D }
    if !isKebab { report("an id is lower-case words joined by hyphens: since-duration", at: node.place) }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    if name != "\(id).yml", name != "\(id).yaml" {
      report("the file of rule “\(id)” must be named \(id).yml, so that it can be found", at: node.place)
    }
  }

  private mutating func message() -> String {
    let text = required("message")
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else { break }
      let name = String(rest[rest.index(after: open)..<close])
      if !MessageTemplate.names.contains(name), let node = values["message"] {
        report(
          "a message knows no {\(name)}" + NearestName.hint(name, among: MessageTemplate.names),
          at: node.place)
      }
      rest = rest[rest.index(after: close)...]
    }
    // Messages are sentences; authors need not close them.
    return text.isEmpty || text.hasSuffix(".") || text.hasSuffix("?") ? text : text + "."
  }

  // MARK: Patterns

  /// Names for pieces of patterns, each of which may use those above it. A name wins over a class that is
  /// called the same, so that a class that Stet learns later does not break a file.
  private mutating func define() {
    guard let node = values["define"] else { return }
    guard case .mapping(let entries) = node.content else {
      report(
        "“define” is a mapping from a name to a piece of a pattern, not \(node.kindName)", at: node.place)
      return
    }
    for entry in entries {
      guard case .scalar(let text) = entry.value.content else {
        report(
          "“\(entry.key)” must be a piece of a pattern, not \(entry.value.kindName)", at: entry.value.place)
        continue
      }
      if let piece = pattern(text, entry.value, read: PatternParser.parseDefinition) {
        definitions[entry.key] = piece
      }
    }
  }

  private mutating func alternatives(_ fixTexts: [String]) -> [PatternRule.Alternative] {
    var list = texts("patterns").compactMap { item in
      pattern(item.text, item.node).map { PatternRule.Alternative(pattern: $0, replacements: fixTexts) }
    }
    if let node = values["replacements"] {
      guard case .mapping(let entries) = node.content else {
        report(
          "“replacements” is a mapping from a pattern to the right words, not \(node.kindName)",
          at: node.place)
        return list
      }
      if !fixTexts.isEmpty {
        report(
          "with “replacements”, “fix” says only how sure they are: `fix: safe` or `fix: review`",
          at: node.place)
      }
      for entry in entries {
        let key = YAMLNode(content: .scalar(entry.key), place: entry.keyPlace, textOffset: nil)
        let words = strings(entry.value)
        if let pattern = pattern(entry.key, key) {
          list.append(PatternRule.Alternative(pattern: pattern, replacements: words))
        }
      }
    }
    if list.isEmpty, errors.isEmpty { report("a rule needs “patterns” or “replacements”", at: top) }
    return list
  }

  private mutating func pattern(
    _ text: String, _ node: YAMLNode,
    read: (String, Lexicon, [String: PatternNode]) throws(PatternFault) -> PatternNode = PatternParser.parse
  ) -> PatternNode? {
    do {
      return try read(text, lexicon, definitions)
    } catch {
      var place = node.place
      if let offset = node.textOffset { place.column += offset + error.offset }
      report("in the pattern “\(text)”: \(error.message)", at: place)
      return nil
    }
  }

  private mutating func fix() -> (applicability: Fix.Applicability, texts: [String]) {
    guard let node = values["fix"] else { return (.review, []) }
    switch node.content {
    case .scalar(let name):
      guard let kind = Fix.Applicability(rawValue: name), values["replacements"] != nil else {
        report("a fix is `{safe: \"…\"}` or `{review: \"…\"}`", at: node.place)
        return (.review, [])
      }
      return (kind, [])
    case .mapping(let entries):
      guard entries.count == 1, let kind = Fix.Applicability(rawValue: entries[0].key) else {
        report("a fix is `{safe: \"…\"}` or `{review: \"…\"}`", at: node.place)
        return (.review, [])
      }
      return (kind, strings(entries[0].value))
    case .sequence:
      report("a fix is `{safe: \"…\"}` or `{review: \"…\"}`, not a list", at: node.place)
      return (.review, [])
    }
  }

  // MARK: Where

  private mutating func place() -> PatternRule.Place {
    var place = PatternRule.Place()
    guard let node = values["where"] else { return place }
    guard case .mapping(let entries) = node.content else {
      report("“where” is a mapping, not \(node.kindName)", at: node.place)
      return place
    }
    for entry in entries {
      switch entry.key {
      case "blocks": place.blocks = named(entry.value, BlockKind.allCases, what: "block") { "\($0)" }
      case "kind":
        place.kinds = named(entry.value, DocumentKind.allCases, what: "kind of document") { $0.rawValue }
      case "quoted": place.quoted = named(entry.value, PatternRule.Quoted.self) ?? .any
      case "position": place.position = named(entry.value, PatternRule.Position.self) ?? .anywhere
      case "document": document(entry.value, &place)
      case "markup": place.allowsMarkup = named(entry.value, PatternRule.Quoted.self) != .outside
      default:
        let known = ["blocks", "kind", "quoted", "position", "document", "markup"]
        report(
          "“where” knows no “\(entry.key)”" + NearestName.hint(entry.key, among: known), at: entry.keyPlace)
      }
    }
    return place
  }

  private mutating func document(_ node: YAMLNode, _ place: inout PatternRule.Place) {
    guard case .mapping(let entries) = node.content else {
      report("“document” is {first: 2}, {last: 3} or both, counted in blocks", at: node.place)
      return
    }
    for entry in entries {
      guard case .scalar(let text) = entry.value.content, let count = Int(text), count > 0,
        entry.key == "first" || entry.key == "last"
      else {
        report("“document” is {first: 2}, {last: 3} or both, counted in blocks", at: entry.keyPlace)
        continue
      }
      if entry.key == "first" { place.firstBlocks = count } else { place.lastBlocks = count }
    }
  }
}
