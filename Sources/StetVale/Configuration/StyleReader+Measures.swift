import StetYAML

/// The extension points that count, tag and look words up.
extension StyleReader {
  mutating func metric() throws(TokenFault) -> any BlockCheck {
    let (formula, condition) = (text("formula") ?? "", text("condition") ?? "")
    if formula.isEmpty || condition.isEmpty {
      report("a rule that extends metric needs “formula” and “condition”", at: place("extends"))
    }
    do throws(PatternFault) {
      return Metric(
        formula: try Formula(formula.isEmpty ? "0" : formula),
        condition: try Formula("\(Metric.result) \(condition.isEmpty ? "> 0" : condition)"))
    } catch {
      throw TokenFault(token: formula, message: error.message)
    }
  }

  mutating func readability() -> any BlockCheck {
    let grades = strings("metrics")
    for item in items("metrics") where !Measures.grades.contains(item.text) {
      report(
        "there is no measure “\(item.text)”" + NearestName.hint(item.text, among: Measures.grades),
        at: item.place)
    }
    if grades.isEmpty { report("a rule that extends readability needs “metrics”", at: place("extends")) }
    return Readability(grades: grades, most: decimal("grade") ?? 0)
  }

  mutating func sequence() throws(TokenFault) -> any BlockCheck {
    let ignoresCase = flag("ignorecase")
    var steps: [TokenSequence.Step] = []
    var best: Alternative?
    for node in nodes("tokens") {
      guard case .mapping(let entries) = node.content else {
        report("a token of a sequence is a mapping with “pattern” or “tag”", at: node.place)
        continue
      }
      var step = TokenSequence.Step()
      var own: Alternative?
      var least = 1
      for entry in entries {
        guard case .scalar(let text) = entry.value.content else { continue }
        switch entry.key.lowercased() {
        case "pattern":
          let parsed = try Self.parsed(text)
          step.word = try Self.whole(parsed, text, ignoresCase: ignoresCase)
          own = Alternative(parsed, ignoresCase: ignoresCase)
        case "tag": step.tag = try pattern(text)
        case "upos": step.universal = text
        case "negate": step.isNegated = ["true", "yes", "on"].contains(text.lowercased())
        case "skip": step.skip = max(0, min(40, Int(text) ?? 0))
        case "min": least = max(1, min(20, Int(text) ?? 1))
        case "target": step.isTarget = ["true", "yes", "on"].contains(text.lowercased())
        default: leaveOut("“\(entry.key)” of a token is not carried over", at: entry.keyPlace)
        }
      }
      // What must not be there is no ground for passing a block by.
      if !step.isNegated, best == nil, own?.literals != nil { best = own }
      for _ in 0..<least { steps.append(step) }
    }
    if steps.isEmpty { report("a rule that extends sequence needs “tokens”", at: place("extends")) }
    if has("model") {
      use("model")
      leaveOut("“model” is not carried over; words are tagged as Stet tags them", at: place("model"))
    }
    var exceptions: [Pattern] = []
    for text in strings("exceptions") {
      do { exceptions.append(try Pattern(authored: text)) } catch {
        throw TokenFault(token: text, message: error.message)
      }
    }
    return TokenSequence(steps: steps, exceptions: exceptions, alternatives: [best].compactMap { $0 })
  }

  private static func parsed(_ text: String) throws(TokenFault) -> PatternNode {
    do { return try PatternParser.parse(text) } catch {
      throw TokenFault(token: text, message: error.message)
    }
  }

  private static func whole(
    _ node: PatternNode, _ text: String, ignoresCase: Bool
  ) throws(TokenFault) -> Pattern {
    do {
      return try Pattern(
        .sequence([.assertion("\\A"), .group(opening: "(?:", captures: false, node), .assertion("\\z")]),
        ignoresCase: ignoresCase)
    } catch {
      throw TokenFault(token: text, message: error.message)
    }
  }

  mutating func spelling() throws(TokenFault) -> any BlockCheck {
    var filters: [Pattern] = []
    for text in strings("filters") {
      do { filters.append(try Pattern(authored: text)) } catch {
        throw TokenFault(token: text, message: error.message)
      }
    }
    var accepted: Set<String> = []
    for item in items("ignore") {
      guard let lines = context.lines(item.text) else {
        report("the word list “\(item.text)” is not below StylesPath", at: item.place)
        continue
      }
      accepted.formUnion(lines)
    }
    for key in ["dictionaries", "dic", "aff", "dicpath"] where has(key) {
      use(key)
      leaveOut(
        "“\(key)” is not carried over; words are looked up in the system's English dictionary", at: place(key)
      )
    }
    use("append")
    let suggests = pairsOrNodes("action")?.contains { $0.0 == "name" && $0.1 == "suggest" } ?? false
    return Spelling(
      filters: filters, usesStandardFilters: !flag("custom"), accepted: accepted,
      exceptions: try Exceptions(strings("exceptions") + context.accepted, phrases: true), suggests: suggests)
  }

  // MARK: Looking without telling

  /// The scalar entries of a mapping; nil when it is none.
  func pairsOrNodes(_ key: String) -> [(String, String)]? {
    guard case .mapping(let entries)? = node(key)?.content else { return nil }
    return entries.map { entry in
      if case .scalar(let text) = entry.value.content {
        (entry.key.lowercased(), text)
      } else {
        (entry.key.lowercased(), "…")
      }
    }
  }

  func pairsQuietly(_ key: String) -> [(key: String, value: String, place: YAMLPlace)] {
    guard case .mapping(let entries)? = node(key)?.content else { return [] }
    return entries.compactMap { entry in
      if case .scalar(let text) = entry.value.content { (entry.key, text, entry.keyPlace) } else { nil }
    }
  }

  func itemsQuietly(_ key: String) -> [(text: String, place: YAMLPlace)] {
    guard let node = node(key) else { return [] }
    var nodes = [node]
    if case .sequence(let list) = node.content { nodes = list }
    return nodes.compactMap { item in
      if case .scalar(let text) = item.content { (text, item.place) } else { nil }
    }
  }
}

extension PatternNode {
  /// The number of groups that are numbered.
  var groupCount: Int {
    switch self {
    case .group(_, let captures, let inner): (captures ? 1 : 0) + inner.groupCount
    case .look(_, _, let inner), .repeated(let inner, _, _, _): inner.groupCount
    case .sequence(let items), .alternatives(let items): items.reduce(0) { $0 + $1.groupCount }
    default: 0
    }
  }
}
