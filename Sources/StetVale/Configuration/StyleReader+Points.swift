import StetYAML

/// The extension points.
extension StyleReader {
  static let points = [
    "capitalization", "conditional", "consistency", "existence", "metric", "occurrence", "readability",
    "repetition",
    "script", "sequence", "spelling", "substitution",
  ]

  mutating func check(_ point: String, _ id: String) -> (any BlockCheck)? {
    do throws(TokenFault) {
      switch point {
      case "existence": return try existence()
      case "substitution": return try substitution()
      case "occurrence": return try occurrence()
      case "repetition": return try repetition()
      case "consistency": return try consistency()
      case "conditional": return try conditional()
      case "capitalization": return try capitalization()
      case "metric": return try metric()
      case "readability": return readability()
      case "sequence": return try sequence()
      case "spelling": return try spelling()
      case "script":
        leaveOut(
          "\(id) is a script, which is not carried over; the rule is left out. Write it as a rule of Stet's own, or as "
            + "“existence” or “occurrence”", at: place("extends"))
      case "":
        report("“extends” is missing; one of: \(Self.points.joined(separator: ", "))", at: place("extends"))
      default:
        let hint = NearestName.hint(point, among: Self.points)
        if point.contains(".") {
          leaveOut(
            "\(id) extends another rule, “\(point)”, which is not carried over; the rule is left out",
            at: place("extends"))
        } else {
          report("there is no extension point “\(point)”" + hint, at: place("extends"))
        }
      }
    } catch {
      var found: YAMLPlace?
      for key in Self.patternKeys where found == nil { found = placed(key, error.token) }
      report("in “\(error.token)”: \(error.message)", at: found ?? place("extends"))
    }
    // What else the file says matters only to rules that load.
    for key in Self.otherKeys { use(key) }
    return nil
  }

  private static let patternKeys = [
    "tokens", "swap", "exceptions", "raw", "first", "second", "either", "token", "filters", "match", "prefix",
    "formula",
  ]

  private static let otherKeys = [
    "message", "level", "scope", "link", "description", "limit", "action", "tokens", "swap", "raw",
    "ignorecase",
    "nonword", "exceptions", "script", "either", "first", "second", "match", "name", "vocab", "append",
    "token", "max",
    "min", "alpha", "style", "indicators", "threshold", "formula", "condition", "grade", "metrics",
  ]

  /// The line of an entry of a list or mapping.
  private func placed(_ key: String, _ token: String) -> YAMLPlace? {
    if let pair = pairsQuietly(key).first(where: { $0.key == token || $0.value == token }) {
      return pair.place
    }
    return itemsQuietly(key).first { $0.text == token }?.place
  }

  private mutating func exceptions(vocabulary: Bool, phrases: Bool = false) throws(TokenFault) -> Exceptions {
    try Exceptions(strings("exceptions") + (vocabulary ? context.accepted : []), phrases: phrases)
  }

  mutating func pattern(_ text: String, ignoresCase: Bool = false) throws(TokenFault) -> Pattern {
    do {
      return try Pattern(try PatternParser.parse(text), ignoresCase: ignoresCase)
    } catch {
      throw TokenFault(token: text, message: error.message)
    }
  }

  private mutating func existence() throws(TokenFault) -> any BlockCheck {
    let tokens = strings("tokens")
    let raw = strings("raw").joined()
    let isAfter = flag("append")
    let isWord = !flag("nonword") && !tokens.isEmpty
    let ignoresCase = flag("ignorecase")
    let form = TokenForm(isWord: isWord, ignoresCase: ignoresCase, template: context.template)
    if tokens.isEmpty, raw.isEmpty {
      report("a rule that extends existence needs “tokens” or “raw”", at: place("extends"))
    }
    let set = try form.alternatives(tokens, before: isAfter ? "" : raw, after: isAfter ? raw : "")
    try set.check(tokens.isEmpty ? [raw] : tokens)
    return Existence(
      tokens: set, exceptions: try exceptions(vocabulary: flag("vocab", default: true) && isWord))
  }

  private mutating func substitution() throws(TokenFault) -> any BlockCheck {
    let ignoresCase = flag("ignorecase")
    let form = TokenForm(isWord: !flag("nonword"), ignoresCase: ignoresCase, template: nil)
    // The longest first, so that a phrase wins over its first word.
    let swaps = pairs("swap").enumerated().sorted {
      let (a, b) = ($0.element.key.utf8.count, $1.element.key.utf8.count)
      return a != b ? a > b : $0.offset < $1.offset
    }.map(\.element)
    if swaps.isEmpty, !has("swap") {
      report("a rule that extends substitution needs “swap”", at: place("extends"))
    }
    if has("pos") {
      use("pos")
      leaveOut("“pos” is not carried over; the rule looks at all words", at: place("pos"))
    }
    var set = AlternativeSet()
    var list: [Substitution.Swap] = []
    let isReplacing = isReplacing
    for swap in swaps {
      let one = try form.alternatives([swap.key])
      set.alternatives += one.alternatives
      list.append(try self.swap(swap.key, swap.value, ignoresCase: ignoresCase, isReplacing: isReplacing))
    }
    try set.check(swaps.map(\.key))
    let message = text("message") ?? ""
    return Substitution(
      tokens: set, swaps: list, exceptions: try exceptions(vocabulary: flag("vocab", default: true)),
      capitalizes: flag("capitalize"), isReplacing: isReplacing,
      message: Substitution.withoutDoubleQuotes(Self.sentence(message)))
  }

  /// Whether the action is `replace` and takes the words of the swap.
  private var isReplacing: Bool {
    guard let entries = pairsOrNodes("action") else { return false }
    return entries.contains { $0.0 == "name" && $0.1 == "replace" } && !entries.contains { $0.0 == "params" }
  }

  private func swap(
    _ key: String, _ value: String, ignoresCase: Bool, isReplacing: Bool
  ) throws(TokenFault) -> Substitution.Swap {
    var swap = Substitution.Swap(expected: value)
    let isPhrase = value.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == " " || $0 == "-"
    }
    if !isPhrase, !isReplacing, let node = try? PatternParser.parse(value) {
      let whole = PatternNode.sequence([
        .assertion("\\A"), .group(opening: "(?:", captures: false, node), .assertion("\\z"),
      ])
      swap.accepted = LazyPattern(whole, ignoresCase: false)
    }
    if value.contains("$"), let node = try? PatternParser.parse(key), node.hasGroups {
      swap.source = LazyPattern(node, ignoresCase: ignoresCase)
    }
    return swap
  }

  private mutating func occurrence() throws(TokenFault) -> any BlockCheck {
    let token = text("token") ?? ""
    if token.isEmpty { report("a rule that extends occurrence needs “token”", at: place("extends")) }
    let (most, least) = (integer("max") ?? 0, integer("min") ?? 0)
    if most <= 0, least <= 0 {
      report("a rule that extends occurrence needs “max” or “min”", at: place("extends"))
    }
    return Occurrence(
      token: try pattern(token, ignoresCase: flag("ignorecase")), most: most, least: least)
  }

  private mutating func repetition() throws(TokenFault) -> any BlockCheck {
    let tokens = strings("tokens")
    let ignoresCase = flag("ignorecase")
    let whole = tokens.isEmpty ? "[^\\s]+" : tokens.joined(separator: "|")
    return Repetition(
      token: try pattern(whole, ignoresCase: ignoresCase), most: integer("max") ?? 0,
      ignoresCase: ignoresCase,
      onlyLetters: flag("alpha"),
      exceptions: try exceptions(vocabulary: flag("vocab", default: true), phrases: true))
  }

  private mutating func consistency() throws(TokenFault) -> any BlockCheck {
    let edge = flag("nonword") ? [] : [PatternNode.assertion("\\b")]
    let ignoresCase = flag("ignorecase")
    let either = pairs("either")
    if either.isEmpty { report("a rule that extends consistency needs “either”", at: place("extends")) }
    var list: [Consistency.Pair] = []
    for pair in either {
      do throws(PatternFault) {
        let (one, other) = (try PatternParser.parse(pair.key), try PatternParser.parse(pair.value))
        let node = PatternNode.sequence(
          edge + [
            .group(
              opening: "(?:", captures: false,
              .alternatives([
                .group(opening: "(", captures: true, one), .group(opening: "(", captures: true, other),
              ]))
          ] + edge)
        let pattern = try Pattern(node, ignoresCase: ignoresCase)
        list.append(Consistency.Pair(name: pair.key, either: pattern, second: 2 + one.groupCount))
      } catch {
        throw TokenFault(token: pair.key, message: error.message)
      }
    }
    return Consistency(pairs: list)
  }

  private mutating func conditional() throws(TokenFault) -> any BlockCheck {
    // Vale knows the key here and does not heed it.
    use("ignorecase")
    let (first, second) = (text("first") ?? "", text("second") ?? "")
    if first.isEmpty || second.isEmpty {
      report("a rule that extends conditional needs “first” and “second”", at: place("extends"))
    }
    let explains = (try? PatternParser.parse(second))?.hasGroups ?? false
    return Conditional(
      first: try pattern(first),
      second: try pattern(second),
      explainsByName: explains,
      exceptions: try exceptions(vocabulary: flag("vocab", default: true), phrases: true))
  }

  private mutating func capitalization() throws(TokenFault) -> any BlockCheck {
    let name = text("match") ?? ""
    let style = text("style") ?? "AP"
    let match: Capitalization.Match
    switch name {
    case "$title": match = .title(isChicago: style == "Chicago")
    case "$sentence": match = .sentence
    case "$lower": match = .lower
    case "$upper": match = .upper
    case "":
      report("a rule that extends capitalization needs “match”", at: place("extends"))
      match = .sentence
    default: match = .pattern(try pattern(name))
    }
    let threshold = decimal("threshold") ?? 0
    let prefix = text("prefix")
    var compiled: Pattern?
    if let prefix { compiled = try pattern(prefix) }
    return Capitalization(
      match: match, exceptions: try exceptions(vocabulary: flag("vocab", default: true)),
      indicators: strings("indicators"), threshold: threshold == 0 ? 0.8 : threshold, prefix: compiled)
  }
}
