import StetLanguage

/// A stretch of tokens that repeats itself.
struct Repetition {
  /// Tokens of one copy, a comma after it included.
  var period: Int
  /// Index of the first token.
  var first: Int
  /// One past the last token of the last whole copy.
  var end: Int
  /// Number of whole copies.
  var copies: Int
}

/// Finds runs in which every token equals the one `period` before it: an exact loop of that period.
///
/// A run long enough for a loop covers one of any so many tokens in a row, so that only those are looked at: all
/// periods up to twelve together cost about three passes over the text.
struct RepetitionFinder {
  let tokens: [Token]
  private let comma: WordKey

  init(_ analysis: Analysis) {
    tokens = analysis.layer.tokens
    comma = analysis.words.intern(",")
  }

  func isComma(_ token: Token) -> Bool { token.key == comma }

  /// All maximal loops of a period within a block, at least `copies` times. The last copy may lack the comma
  /// that follows the others.
  func loops(period: Int, in block: Range<Int>, copies: Int, _ body: (Repetition) -> Void) {
    guard block.count >= period * copies - 1 else { return }
    // Equal pairs in a row that a loop has at least.
    let least = max(1, period * (copies - 1) - 1)
    var from = block.lowerBound + period
    while from + least <= block.upperBound {
      let probe = from + least - 1
      guard repeats(probe, period) else {
        from = probe + 1
        continue
      }
      var start = probe
      while start > from, repeats(start - 1, period) { start -= 1 }
      var end = probe + 1
      while end < block.upperBound, repeats(end, period) { end += 1 }
      if let loop = loop(period, start..<end, copies) { body(loop) }
      from = end + 1
    }
  }

  @inline(__always)
  private func repeats(_ at: Int, _ period: Int) -> Bool {
    tokens[at].key.number == tokens[at - period].key.number
  }

  /// The loop whose copies after the first are a run of tokens.
  private func loop(_ period: Int, _ repeated: Range<Int>, _ copies: Int) -> Repetition? {
    var run = repeated.count
    var first = repeated.lowerBound - period
    // “, Bern, Bern”: a copy starts with a word.
    while run > 0, tokens[first].isPunctuation {
      first += 1
      run -= 1
    }
    guard run + 1 >= period * (copies - 1) else { return nil }
    // “Bern, Bern, Bern Court”: the last comma is missing.
    let lacksComma = (run + period) % period == period - 1 && isComma(tokens[first + period - 1])
    let whole = lacksComma ? run + period + 1 : run + period
    let count = whole / period
    guard count >= copies else { return nil }
    return Repetition(
      period: period, first: first, end: first + count * period - (lacksComma ? 1 : 0), copies: count)
  }
}
