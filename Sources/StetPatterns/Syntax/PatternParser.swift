import StetLanguage

/// What is wrong with a pattern.
struct PatternFault: Error, Sendable, Hashable {
  /// 0-based, in Unicode scalars of the pattern.
  var offset: Int
  var message: String
}

/// Reads a pattern as `Rules/README.md` describes it:
///
///     pattern  = { item } ;                         items with a blank between them; without one, glued
///     item     = "⟦" | "⟧" | "^" | "^^" | "$" | "$$" | choice [ "?" | "{" m [ "," n ] "}" ] ;
///     choice   = unit { "|" unit } ;                no blanks around the bar
///     unit     = [ "!" ] ( words | '"' exact '"' | "<" class ">" | "*" ending | beginning "*" | group ) ;
///     group    = "(" items { " | " items } ")" ;    blanks around the bar
struct PatternParser {
  static let lengthLimit = 64

  let scalars: [Unicode.Scalar]
  let lexicon: Lexicon
  /// What the rule file itself gave a name, for <name>.
  let definitions: [String: PatternNode]
  var at = 0
  private var openMark: Int?
  private var isMarked = false
  /// Whether the item read last was `a|b` without ( ) around it.
  private var isBareChoice = false

  private init(_ text: String, _ lexicon: Lexicon, _ definitions: [String: PatternNode]) {
    scalars = Array(text.unicodeScalars)
    self.lexicon = lexicon
    self.definitions = definitions
  }

  static func parse(
    _ text: String, lexicon: Lexicon, definitions: [String: PatternNode] = [:]
  ) throws(PatternFault) -> PatternNode {
    var parser = PatternParser(text, lexicon, definitions)
    let node = try parser.items(group: nil)
    if let open = parser.openMark { throw PatternFault(offset: open, message: "⟦ has no ⟧") }
    let length = node.length
    guard length.lowerBound > 0 else {
      throw PatternFault(
        offset: 0, message: "the pattern would match nothing at all: one part must not be optional")
    }
    guard length.upperBound <= lengthLimit else {
      throw PatternFault(
        offset: 0, message: "the pattern can grow longer than \(lengthLimit) words; shorten a gap")
    }
    return node
  }

  /// Reads a piece that patterns use by its name: a pattern without marks and edges.
  static func parseDefinition(
    _ text: String, lexicon: Lexicon, definitions: [String: PatternNode]
  ) throws(PatternFault) -> PatternNode {
    let node = try parse(text, lexicon: lexicon, definitions: definitions)
    guard case .sequence(let nodes) = node else { return node }
    let isPlain = nodes.allSatisfy { $0.length.upperBound > 0 && $0 != .nextSentence }
    guard isPlain else { throw PatternFault(offset: 0, message: "a definition has no ⟦ ⟧, ^ or $ in it") }
    return nodes.count == 1 ? nodes[0] : node
  }

  // MARK: Sequences

  /// - Parameter group: where the ( stands that this is read for; nil outside of groups.
  mutating func items(group: Int?) throws(PatternFault) -> PatternNode {
    let inGroup = group != nil
    var nodes: [PatternNode] = []
    var isAfterBlank = true
    var markLength: Int?
    var bareChoice: Int?
    while at < scalars.count {
      let start = at
      switch scalars[at] {
      case " ", "\n", "\t":
        at += 1
        isAfterBlank = true
        continue
      case ")", "|":
        guard inGroup else {
          throw fault(
            scalars[at] == ")"
              ? "`)` closes nothing"
              : "` | ` stands only between ( and ); outside, write `a|b`, or another entry of the list")
        }
        if let choice = bareChoice, nodes.count > 1 {
          throw PatternFault(
            offset: choice,
            message: "`a|b c` could be read in two ways: write `(a | b c)` or `((a|b) c)`")
        }
        return .sequence(nodes)
      case "⟦":
        guard !inGroup, !isMarked, openMark == nil else {
          throw fault("one ⟦…⟧ a pattern, and not inside ( )")
        }
        openMark = at
        markLength = nodes.reduce(0) { $0 + $1.length.lowerBound }
        at += 1
        nodes.append(.markStart)
        continue
      case "⟧":
        guard !inGroup, openMark != nil, let before = markLength else { throw fault("⟧ has no ⟦ before it") }
        guard nodes.reduce(0, { $0 + $1.length.lowerBound }) > before else {
          throw fault("what stands between ⟦ and ⟧ may be missing from the text: mark a part that never is")
        }
        openMark = nil
        isMarked = true
        at += 1
        nodes.append(.markEnd)
        continue
      case "^", "$":
        try edge(&nodes, inGroup: inGroup)
        isAfterBlank = true
        continue
      default: break
      }
      var node = try repeated()
      if inGroup, isBareChoice { bareChoice = start }
      if !isAfterBlank { node = node.glued }
      isAfterBlank = false
      nodes.append(node)
      precondition(at > start, "the parser must move on")
    }
    if let group { throw PatternFault(offset: group, message: "`(` has no `)`") }
    return .sequence(nodes)
  }

  /// `^` and `^^` only at the head, `$` and `$$` only at the end, and `$ ^` between two sentences.
  mutating func edge(_ nodes: inout [PatternNode], inGroup: Bool) throws(PatternFault) {
    guard !inGroup else { throw fault("`\(scalars[at])` cannot stand inside ( )") }
    let mark = scalars[at]
    let isDouble = at + 1 < scalars.count && scalars[at + 1] == mark
    if mark == "^" {
      let consumed = nodes.contains { $0.length.upperBound > 0 }
      if consumed {
        guard !isDouble, nodes.last == .sentenceEnd else {
          throw fault("`^` stands at the head of a pattern or after `$`")
        }
        nodes[nodes.count - 1] = .nextSentence
      } else {
        nodes.append(isDouble ? .blockStart : .sentenceStart)
      }
    } else {
      guard nodes.contains(where: { $0.length.upperBound > 0 }) else {
        throw fault("`$` stands at the end of a pattern; for a dollar sign write `\\$`")
      }
      let rest = scalars[(at + (isDouble ? 2 : 1))...].drop { $0 == " " }
      guard rest.isEmpty || rest.first == "⟧" || (rest.first == "^" && !isDouble) else {
        throw fault("`$` stands at the end of a pattern or before `^`; for a dollar sign write `\\$`")
      }
      nodes.append(isDouble ? .blockEnd : .sentenceEnd)
    }
    at += isDouble ? 2 : 1
  }

  mutating func repeated() throws(PatternFault) -> PatternNode {
    let node = try choice()
    guard at < scalars.count else { return node }
    switch scalars[at] {
    case "?":
      at += 1
      return .repeated(node, 0...1)
    case "{":
      let start = at
      at += 1
      let low = number()
      var high = low
      if at < scalars.count, scalars[at] == "," {
        at += 1
        high = number()
      }
      guard let low, let high, low <= high, high > 0, at < scalars.count, scalars[at] == "}" else {
        throw PatternFault(
          offset: start, message: "how often is written {2} or {0,3}, the smaller number first")
      }
      at += 1
      return .repeated(node, low...high)
    default: return node
    }
  }

  mutating func number() -> Int? {
    var value: Int?
    while at < scalars.count, let digit = Int(String(scalars[at])), value ?? 0 < 100 {
      value = (value ?? 0) * 10 + digit
      at += 1
    }
    return value
  }

  mutating func choice() throws(PatternFault) -> PatternNode {
    var units = [try unit()]
    isBareChoice = false
    while at < scalars.count, scalars[at] == "|" {
      at += 1
      guard at < scalars.count, scalars[at] != " " else {
        at -= 1
        throw fault("a blank after `|` but none before it: write `a|b`, or ` | ` between ( and )")
      }
      units.append(try unit())
    }
    isBareChoice = units.count > 1
    return Self.either(units)
  }

  /// Alternatives; those of one plain token each become one test.
  static func either(_ units: [PatternNode]) -> PatternNode {
    guard units.count > 1 else { return units[0] }
    var atoms: [TokenTest.Atom] = []
    for unit in units {
      guard case .token(let test) = unit, !test.isNegated, !test.isGlued else { return .alternatives(units) }
      atoms += test.atoms
    }
    return .token(TokenTest(atoms: atoms))
  }

  func text(_ start: Int, _ end: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<end])
    return String(view)
  }

  func fault(_ message: String) -> PatternFault { PatternFault(offset: at, message: message) }
}
