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

  /// Those of a run of tokens, numbered from its first. A quotation that begins before the run or ends behind it is
  /// cut.
  func window(_ tokens: Range<Int>) -> Quotations {
    let shift = tokens.lowerBound
    var window = Quotations()
    window.inside = Array(inside[tokens])
    window.strayClosers = strayClosers.filter(tokens.contains).map { $0 - shift }
    window.spans = spans.filter { $0.tokens.overlaps(tokens) }.map { span in
      Quotation(
        open: max(span.open, tokens.lowerBound) - shift,
        close: span.close.flatMap { tokens.contains($0) ? $0 - shift : nil }, runsOn: span.runsOn,
        end: min(span.end, tokens.upperBound) - shift)
    }
    return window
  }

  /// How many tokens at the heads of two versions, and how many at the ends of what then is left, are quoted in both
  /// or in neither; at most as many as the versions share.
  func sharing(_ old: Quotations, _ kept: SharedTokens) -> (head: Int, tail: Int) {
    var head = 0
    while head < kept.head, inside[head] == old.inside[head] { head += 1 }
    let most = old.inside.count - kept.oldTail
    var tail = 0
    while tail < most, inside[inside.count - 1 - tail] == old.inside[old.inside.count - 1 - tail] {
      tail += 1
    }
    return (head, tail)
  }

  private init() {}

  init(_ layer: TokenLayer, text: UnsafeBufferPointer<UInt8>) {
    inside = Array(repeating: false, count: layer.tokens.count)
    for range in layer.blocks { scan(layer.tokens, range, text) }
    closeAcrossBlocks(layer)
    for (index, span) in spans.enumerated() {
      for token in span.tokens { inside[token] = true }
      guard span.close == nil, index + 1 < spans.count else { continue }
      spans[index].runsOn = opensNextBlock(spans[index + 1].open, after: span.open, layer)
    }
  }

  /// A speech over several paragraphs that opens once and closes once, as a block quotation does: an opening
  /// mark without partner and the next closing mark without one, at most eight blocks on.
  private mutating func closeAcrossBlocks(_ layer: TokenLayer) {
    guard !strayClosers.isEmpty else { return }
    let unclosed = spans.indices.filter { spans[$0].close == nil }
    var left: [Int] = []
    var next = 0
    for (number, index) in unclosed.enumerated() {
      let open = spans[index].open
      let bound = number + 1 < unclosed.count ? spans[unclosed[number + 1]].open : layer.tokens.count
      while next < strayClosers.count, strayClosers[next] < open {
        left.append(strayClosers[next])
        next += 1
      }
      guard next < strayClosers.count, strayClosers[next] < bound, let start = layer.block(of: open),
        let end = layer.block(of: strayClosers[next]), end - start <= 8
      else { continue }
      spans[index].close = strayClosers[next]
      spans[index].end = strayClosers[next] + 1
      next += 1
    }
    strayClosers = left + strayClosers[next...]
  }

  private mutating func scan(_ tokens: [Token], _ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) {
    let marks = range.compactMap { at in mark(tokens, at, range, text).map { (at: at, mark: $0) } }
    // An even number of straight marks is taken as pairs, wherever a blank went wrong.
    let pairs = marks.allSatisfy(\.mark.isStraight) && marks.count.isMultiple(of: 2)
    var open: [Int] = []
    for (number, entry) in marks.enumerated() {
      let opens: Bool
      switch entry.mark.side {
      case _ where pairs: opens = number.isMultiple(of: 2)
      case .opening: opens = true
      case .closing: opens = false
      case .either: opens = open.isEmpty
      }
      if opens {
        open.append(entry.at)
      } else if let first = open.popLast() {
        if open.isEmpty {
          spans.append(Quotation(open: first, close: entry.at, runsOn: false, end: entry.at + 1))
        }
      } else if !isInches(tokens, entry.at, text) {
        strayClosers.append(entry.at)
      }
    }
    guard !open.isEmpty else { return }
    // What is left open reaches to the next mark at its own level, or to the end of the block.
    for (index, first) in open.enumerated() {
      let end = index + 1 < open.count ? open[index + 1] : range.upperBound
      spans.append(Quotation(open: first, close: nil, runsOn: false, end: end))
    }
    spans.sort { $0.open < $1.open }
  }

  private struct Mark {
    enum Side { case opening, closing, either }
    var side: Side
    var isStraight: Bool
  }

  /// What a token is as a double quotation mark; nil for everything else.
  private func mark(
    _ tokens: [Token], _ at: Int, _ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>
  ) -> Mark? {
    let token = tokens[at]
    guard token.isPunctuation else { return nil }
    let start = Int(token.start)
    let isStraight = token.length == 1 && text[start] == UInt8(ascii: "\"")
    let isCurly =
      token.length == 3 && text[start] == 0xE2 && text[start + 1] == 0x80
      && (text[start + 2] == 0x9C || text[start + 2] == 0x9D)
    guard isStraight || isCurly else { return nil }
    let blankBefore = token.spaceBefore || at == range.lowerBound || opensBracket(tokens[at - 1], text)
    let blankAfter = at + 1 == range.upperBound || tokens[at + 1].spaceBefore
    if isCurly {
      // “ at the end of a word closes, as in German, and ” at its head opens, turned the wrong way; otherwise a
      // curly mark says what it is.
      let opensWord = blankBefore && !blankAfter && tokens[at + 1].isWord
      let closes = text[start + 2] == 0x9D ? !opensWord : !blankBefore && blankAfter
      return Mark(side: closes ? .closing : .opening, isStraight: false)
    }
    let closesByMark = at + 1 < range.upperBound && isFinal(tokens[at + 1], text)
    switch (blankBefore, blankAfter) {
    case (true, false): return Mark(side: closesByMark ? .either : .opening, isStraight: true)
    case (false, true): return Mark(side: .closing, isStraight: true)
    case (true, true): return Mark(side: .either, isStraight: true)
    case (false, false):
      let isBeforeMark = at + 1 < range.upperBound && tokens[at + 1].isPunctuation
      return Mark(side: isBeforeMark ? .closing : .either, isStraight: true)
    }
  }

  /// A mark that ends something: a quotation mark before it closes.
  private func isFinal(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    token.isPunctuation && token.length == 1 && ",.;:!?)]".utf8.contains(text[Int(token.start)])
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

  /// 6'2", 12" and 3.5" wide: a short figure right before a mark that closes nothing.
  private func isInches(_ tokens: [Token], _ at: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard at > 0, case .number = tokens[at - 1].kind, !tokens[at].spaceBefore else { return false }
    let figure = tokens[at - 1]
    return figure.length <= 2
      || (figure.length <= 4 && text[figure.range.indices].contains(UInt8(ascii: ".")))
  }

  private func opensNextBlock(_ open: Int, after first: Int, _ layer: TokenLayer) -> Bool {
    guard let block = layer.block(of: first), block + 1 < layer.blocks.count else { return false }
    return layer.blocks[block + 1].lowerBound == open
  }
}
