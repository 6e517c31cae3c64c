import StetDocument

/// A stretch between double quotation marks.
package struct Quotation: Sendable {
  /// Index of the opening mark.
  package var open: Int
  /// Index of the closing mark; nil when the paragraph ends first.
  package var close: Int?
  /// Whether the next paragraph opens with a mark again, as a speech over several paragraphs does: each
  /// opens, only the last closes.
  package var runsOn: Bool
  /// One past the last token of the quotation.
  package var end: Int

  package var tokens: Range<Int> { open..<end }
}

/// All quotations of a document, and the marks that found no partner.
package struct Quotations: Sendable {
  package var spans: [Quotation] = []
  /// Closing marks with nothing to close.
  package var strayClosers: [Int] = []
  private var inside: [Bool] = []

  /// Whether the token is quoted. Marks themselves count as inside.
  @inlinable
  package func contains(_ token: Int) -> Bool { containsToken(token) }

  @usableFromInline
  func containsToken(_ token: Int) -> Bool { inside[token] }

  init(_ layer: TokenLayer, text: UnsafeBufferPointer<UInt8>) {
    inside = Array(repeating: false, count: layer.tokens.count)
    for range in layer.blocks { scan(layer.tokens, range, text) }
    for (index, span) in spans.enumerated() {
      for token in span.tokens { inside[token] = true }
      guard span.close == nil, index + 1 < spans.count else { continue }
      spans[index].runsOn = opensNextBlock(spans[index + 1].open, after: span.open, layer)
    }
  }

  private enum Mark { case opening, closing, either, none }

  private mutating func scan(_ tokens: [Token], _ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) {
    var open: Int?
    for at in range where tokens[at].isPunctuation {
      let mark = mark(tokens, at, range, text)
      switch mark {
      case .none: continue
      case .opening:
        // A second opening mark: the first was never closed.
        if let first = open { spans.append(Quotation(open: first, close: nil, runsOn: false, end: at)) }
        open = at
      case .closing:
        if let first = open {
          spans.append(Quotation(open: first, close: at, runsOn: false, end: at + 1))
          open = nil
        } else if !isInches(tokens, at) {
          strayClosers.append(at)
        }
      case .either:
        if let first = open {
          spans.append(Quotation(open: first, close: at, runsOn: false, end: at + 1))
          open = nil
        } else {
          open = at
        }
      }
    }
    if let first = open {
      spans.append(Quotation(open: first, close: nil, runsOn: false, end: range.upperBound))
    }
  }

  private func mark(
    _ tokens: [Token], _ at: Int, _ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>
  ) -> Mark {
    let token = tokens[at]
    let start = Int(token.start)
    if token.length == 3, text[start] == 0xE2, text[start + 1] == 0x80 {
      return text[start + 2] == 0x9C ? .opening : text[start + 2] == 0x9D ? .closing : .none
    }
    guard token.length == 1, text[start] == UInt8(ascii: "\"") else { return .none }
    let blankBefore = token.spaceBefore || at == range.lowerBound || opensBracket(tokens[at - 1], text)
    let blankAfter = at + 1 == range.upperBound || tokens[at + 1].spaceBefore
    switch (blankBefore, blankAfter) {
    case (true, false): return .opening
    case (false, true): return .closing
    case (true, true): return .either
    case (false, false):
      return at + 1 < range.upperBound && tokens[at + 1].isPunctuation ? .closing : .either
    }
  }

  private func opensBracket(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard token.isPunctuation else { return false }
    switch text[Int(token.end) - 1] {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "'"):
      return true
    case 0x93, 0x94, 0x98: return token.length == 3  // – — ‘
    default: return false
    }
  }

  /// 6'2" and 12": a figure before a mark that closes nothing.
  private func isInches(_ tokens: [Token], _ at: Int) -> Bool {
    guard at > 0, case .number = tokens[at - 1].kind else { return false }
    return !tokens[at].spaceBefore
  }

  private func opensNextBlock(_ open: Int, after first: Int, _ layer: TokenLayer) -> Bool {
    guard let block = layer.block(of: first), block + 1 < layer.blocks.count else { return false }
    return layer.blocks[block + 1].lowerBound == open
  }
}
