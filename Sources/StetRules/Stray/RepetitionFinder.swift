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
/// One pass a period, so the cost is linear in the text.
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
    var run = 0
    var at = block.lowerBound + period
    while at <= block.upperBound {
      if at < block.upperBound, tokens[at].key == tokens[at - period].key {
        run += 1
        at += 1
        continue
      }
      var first = at - run - period
      // “, Bern, Bern”: a copy starts with a word.
      while run > 0, tokens[first].isPunctuation {
        first += 1
        run -= 1
      }
      if run + 1 >= period * (copies - 1) {
        var end = at
        // “Bern, Bern, Bern Court”: the last comma is missing.
        let lacksComma = (run + period) % period == period - 1 && isComma(tokens[first + period - 1])
        let whole = lacksComma ? run + period + 1 : run + period
        let count = whole / period
        if count >= copies {
          end = first + count * period - (lacksComma ? 1 : 0)
          body(Repetition(period: period, first: first, end: end, copies: count))
        }
      }
      run = 0
      at += 1
    }
  }
}
