import StetLanguage

/// What one token must be.
struct TokenTest: Sendable, Hashable {
  enum Atom: Sendable, Hashable {
    case word(WordKey)
    /// The word in exactly these bytes.
    case exact(WordKey, [UInt8])
    case wordClass(WordClass)
    case kind(Token.Kind)
    case shape(Token.Shape)
    /// Starts with a capital letter.
    case capitalized
    /// A word that ends so, with something before it; lower-case ASCII.
    case suffix([UInt8])
    /// A word that starts so, with something after it; lower-case ASCII.
    case prefix([UInt8])
    /// A year in four digits that lies in the range.
    case year(ClosedRange<Int>)
    case quotationMark
    case any
  }

  /// One of these must hold.
  var atoms: [Atom]
  /// None of them may hold.
  var isNegated = false
  /// No blank may lie before the token.
  var isGlued = false
}

extension WordClass: Hashable {}

/// A pattern as a tree.
indirect enum PatternNode: Sendable, Hashable {
  case token(TokenTest)
  case sequence([PatternNode])
  case alternatives([PatternNode])
  case repeated(PatternNode, ClosedRange<Int>)
  case sentenceStart
  case sentenceEnd
  /// `$ ^`: on to the next sentence of the block.
  case nextSentence
  case blockStart
  case blockEnd
  case markStart
  case markEnd

  /// The fewest and the most tokens that it consumes; `nextSentence` counts as up to four marks.
  var length: ClosedRange<Int> {
    switch self {
    case .token: 1...1
    case .sequence(let nodes): Self.sum(nodes)
    case .alternatives(let nodes): Self.span(nodes)
    case .repeated(let node, let times): Self.product(node.length, times)
    case .nextSentence: 0...4
    case .sentenceStart, .sentenceEnd, .blockStart, .blockEnd, .markStart, .markEnd: 0...0
    }
  }

  // Each asks a child once: twice would double the work with every level of a tree.

  private static func sum(_ nodes: [PatternNode]) -> ClosedRange<Int> {
    var (fewest, most) = (0, 0)
    for node in nodes {
      let length = node.length
      (fewest, most) = (fewest + length.lowerBound, most + length.upperBound)
    }
    return fewest...most
  }

  private static func span(_ nodes: [PatternNode]) -> ClosedRange<Int> {
    guard let first = nodes.first?.length else { return 0...0 }
    var (fewest, most) = (first.lowerBound, first.upperBound)
    for node in nodes.dropFirst() {
      let length = node.length
      (fewest, most) = (min(fewest, length.lowerBound), max(most, length.upperBound))
    }
    return fewest...most
  }

  private static func product(_ length: ClosedRange<Int>, _ times: ClosedRange<Int>) -> ClosedRange<Int> {
    length.lowerBound * times.lowerBound...length.upperBound * times.upperBound
  }

  /// Whether everything between ⟦ and ⟧ is in exact letters, such as `"President"`.
  var marksExactWords: Bool {
    var isInside = false
    var words = 0
    func isExact(_ node: PatternNode) -> Bool {
      switch node {
      case .markStart: isInside = true
      case .markEnd: isInside = false
      case .token(let test) where isInside:
        words += 1
        return !test.isNegated && test.atoms.allSatisfy { if case .exact = $0 { true } else { false } }
      case .sequence(let nodes), .alternatives(let nodes): return nodes.allSatisfy(isExact)
      case .repeated(let node, _): return isExact(node)
      case .token, .sentenceStart, .sentenceEnd, .nextSentence, .blockStart, .blockEnd: break
      }
      return true
    }
    return isExact(self) && words > 0
  }

  /// The same, with no blank allowed before its first token.
  var glued: PatternNode {
    switch self {
    case .token(var test):
      test.isGlued = true
      return .token(test)
    case .sequence(var nodes):
      for index in nodes.indices {
        nodes[index] = nodes[index].glued
        if nodes[index].length.lowerBound > 0 { break }
      }
      return .sequence(nodes)
    case .alternatives(let nodes): return .alternatives(nodes.map(\.glued))
    case .repeated(let node, let times):
      guard times.upperBound > 1 else { return .repeated(node.glued, times) }
      let rest = PatternNode.repeated(node, max(0, times.lowerBound - 1)...times.upperBound - 1)
      let first = PatternNode.sequence([node.glued, rest])
      return times.lowerBound > 0 ? first : .repeated(first, 0...1)
    default: return self
    }
  }
}
