/// Writes a pattern as PCRE2 reads it.
///
/// What PCRE2 lacks is a look back of unknown length, `(?<!:[^ ]+?):`. It becomes a callout, `(?C1)`, at which
/// `Matcher` looks for a match of the inner pattern that ends there. A callout would be asked at every byte of a text, so
/// what follows it in its branch is looked for first: `(?=:)(?C1):`.
struct PatternPrinter {
  /// A look back that is asked at a callout.
  struct Lookback: Sendable {
    /// In the form of PCRE2, without the options around it.
    var pattern: String
    var isNegative: Bool
  }

  private(set) var lookbacks: [Lookback] = []
  /// Whether groups are numbered; otherwise they only hold together.
  private let captures: Bool

  init(captures: Bool = true) { self.captures = captures }

  /// The callout at the end of every look back; those of lookbacks are numbered from 1.
  static let endCallout: UInt32 = 255

  mutating func text(_ node: PatternNode) -> String {
    switch node {
    case .character(let value): return Self.literal(value)
    case .set(let text), .assertion(let text), .options(let text), .reference(let text): return text
    case .eitherCase(let lower):
      let letter = Unicode.Scalar(lower)
      return "[\(letter)\(Unicode.Scalar(lower & 0xDF))]"
    case .group(let opening, let isCapture, let inner):
      return (isCapture && !captures ? "(?:" : opening) + text(inner) + ")"
    case .look(let behind, let negative, let inner):
      if behind, !Self.hasFixedWidth(inner) { return callout(inner, negative) }
      return (behind ? (negative ? "(?<!" : "(?<=") : negative ? "(?!" : "(?=") + text(inner) + ")"
    case .sequence(let items): return sequence(items)
    case .alternatives(let branches): return branches.map { text($0) }.joined(separator: "|")
    case .repeated(let inner, _, _, let quantifier):
      switch inner {
      case .sequence, .alternatives: return "(?:" + text(inner) + ")" + quantifier
      default: return text(inner) + quantifier
      }
    }
  }

  private mutating func sequence(_ items: [PatternNode]) -> String {
    var out = ""
    for (number, item) in items.enumerated() {
      if case .look(true, _, let inner) = item, !Self.hasFixedWidth(inner) {
        let rest = PatternNode.sequence(Array(items[(number + 1)...]))
        if !rest.hasGroups, !rest.hasReferences, !Self.looksBackFar(rest) { out += "(?=" + text(rest) + ")" }
      }
      // Alternatives stand in a sequence only where a set was subtracted or a comment taken out.
      if case .alternatives = item { out += "(?:" + text(item) + ")" } else { out += text(item) }
    }
    return out
  }

  private static func looksBackFar(_ node: PatternNode) -> Bool {
    switch node {
    case .look(true, _, let inner): !hasFixedWidth(inner)
    case .group(_, _, let inner), .look(_, _, let inner), .repeated(let inner, _, _, _): looksBackFar(inner)
    case .sequence(let items), .alternatives(let items): items.contains(where: looksBackFar)
    default: false
    }
  }

  private mutating func callout(_ inner: PatternNode, _ isNegative: Bool) -> String {
    var printer = PatternPrinter(captures: true)
    let pattern = printer.text(inner)
    lookbacks.append(Lookback(pattern: "(?:\(pattern))(?C\(Self.endCallout))", isNegative: isNegative))
    return "(?C\(lookbacks.count))"
  }

  /// Whether PCRE2 can look back over it: each of its branches has a length of its own.
  private static func hasFixedWidth(_ node: PatternNode) -> Bool {
    if case .alternatives(let branches) = node { return branches.allSatisfy { $0.width != nil } }
    return node.width != nil
  }

  private static func literal(_ value: UInt32) -> String {
    guard let scalar = Unicode.Scalar(value) else { return "(?!)" }
    let isWord = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
    if isWord || scalar == " " { return String(scalar) }
    return "\\x{\(String(value, radix: 16))}"
  }
}
