import StetDocument
import StetSpelling

/// A word of a text in another language than English that its dictionary does not know.
package struct ForeignWord: Sendable {
  package var range: ProseRange
  /// The number of its first token.
  package var token: Int
  /// Index of its sentence.
  package var sentence: Int
  package var text: String
  /// Whether it begins with a capital letter.
  package var isCapitalised: Bool
  package var isFirst: Bool
}

/// The unknown words of a text in another language. Words are not cut as English is: what hangs together by
/// apostrophes and hyphens is asked for whole first (l'eau, aujourd'hui, Make-up), then by its parts.
package struct ForeignWords {
  package private(set) var unknown: [ForeignWord] = []

  package init(_ analysis: Analysis) {
    guard case .foreign = analysis.speller.dictionaries.kind else { return }
    let tokens = analysis.layer.tokens
    let house = analysis.shared(HousePlaces.init)
    for (number, sentence) in analysis.sentences.enumerated() {
      var at = sentence.first
      while at < sentence.end {
        let end = Self.chunk(at, sentence.end, tokens)
        if tokens[at..<end].allSatisfy({ $0.isWord || Self.joins($0, analysis) }), !house.covers(at) {
          look(at..<end, number, sentence.first, analysis)
        }
        at = end
      }
    }
  }

  /// The end of the tokens that no blank parts and no punctuation but apostrophes and hyphens.
  private static func chunk(_ start: Int, _ end: Int, _ tokens: [Token]) -> Int {
    var at = start + 1
    while at < end, !tokens[at].spaceBefore, !isOpenPunctuation(tokens[at - 1], tokens[at]) { at += 1 }
    // Marks at the end are the sentence's.
    while at > start + 1, !tokens[at - 1].isWord { at -= 1 }
    return at
  }

  /// Whether a mark stands between words that are not one: brackets, commas, quotation marks.
  private static func isOpenPunctuation(_ before: Token, _ token: Token) -> Bool {
    before.isPunctuation && before.spaceBefore || token.isPunctuation && token.length > 3
  }

  private static func joins(_ token: Token, _ analysis: Analysis) -> Bool {
    analysis.isMark(token, "-") || analysis.isMark(token, "'")
      || token.length == 3 && analysis.string(token) == "’"
  }

  private mutating func look(_ chunk: Range<Int>, _ sentence: Int, _ first: Int, _ analysis: Analysis) {
    let range = analysis.range(chunk)
    guard chunk.contains(where: { analysis.layer.tokens[$0].isWord }), !analysis.knows(range) else { return }
    let prose = analysis.document.prose
    var start = range.lower
    var at = range.lower
    while at <= range.upper {
      let isMark = at < range.upper && (prose[at] == 0x27 || prose[at] == 0x2D)
      let isCurly =
        at + 2 < range.upper && prose[at] == 0xE2 && prose[at + 1] == 0x80 && prose[at + 2] == 0x99
      guard at == range.upper || isMark || isCurly else {
        at += 1
        continue
      }
      // What an apostrophe cut off is no word by itself: l', d', qu'.
      let isElided = at < range.upper && prose[at] != 0x2D
      let part = ProseRange(start, at)
      if !isElided, part.count > 1, !analysis.knows(part) {
        let text = analysis.document.string(part)
        let token = analysis.token(endingAfter: part.lower)
        unknown.append(
          ForeignWord(
            range: part, token: token, sentence: sentence, text: text,
            isCapitalised: text.first?.isUppercase == true, isFirst: token == first))
      }
      at += isCurly ? 3 : 1
      start = at
    }
  }
}

extension Analysis {
  /// Whether the dictionaries know what stands in a range.
  fileprivate func knows(_ range: ProseRange) -> Bool {
    document.prose.withUnsafeBufferPointer {
      speller.isKnown(UnsafeBufferPointer(rebasing: $0[range.indices]))
    }
  }
}
