import StetDocument
import StetLanguage

/// Where a text writes dates as “5 May” and where as “May 5”, inside sentences of running text.
enum DateForms {
  static let dayFirst = "day-first"
  static let monthFirst = "month-first"

  /// The orders that the text has; a date with a day on both sides tells none.
  static func variants(_ analysis: Analysis) -> [TermVariant] {
    let tokens = analysis.layer.tokens
    let lexicon = analysis.lexicon
    var dayFirstPlaces: [ProseRange] = []
    var monthFirstPlaces: [ProseRange] = []
    for sentence in analysis.sentences where isRunning(sentence, analysis) {
      for at in sentence.tokens where tokens[at].isCapitalized && lexicon.has(tokens[at].key, .month) {
        let before = at > sentence.first && isDay(tokens[at - 1], analysis)
        let after = at + 1 < sentence.end && isDay(tokens[at + 1], analysis)
        guard before != after, !analysis.quotations.contains(at),
          !isName(after ? at + 2 : at + 1, sentence, analysis)
        else { continue }
        if before {
          dayFirstPlaces.append(analysis.range(at - 1..<at + 1))
        } else {
          monthFirstPlaces.append(analysis.range(at..<at + 2))
        }
      }
    }
    return [
      TermVariant(family: "date", form: dayFirst, places: dayFirstPlaces),
      TermVariant(family: "date", form: monthFirst, places: monthFirstPlaces),
    ].filter { !$0.places.isEmpty }
  }

  /// A sentence of running text, not a dateline that stands alone.
  private static func isRunning(_ sentence: Sentence, _ analysis: Analysis) -> Bool {
    guard sentence.count > 6 else { return false }
    switch analysis.document.blocks[sentence.block].kind {
    case .paragraph, .listItem, .caption: return true
    case .headline, .quotation, .tableCell, .byline, .dateline, .pullQuote: return false
    }
  }

  /// 1 to 31, also as an ordinal: 5th.
  private static func isDay(_ token: Token, _ analysis: Analysis) -> Bool {
    guard token.kind == .number, token.length <= 4 else { return false }
    var value = 0
    var digits = 0
    for byte in analysis.document.prose[token.range.indices] {
      if byte &- 0x30 < 10 {
        value = value * 10 + Int(byte &- 0x30)
        digits += 1
      } else if byte | 0x20 &- 0x61 >= 26 {
        return false
      }
    }
    return digits > 0 && digits <= 2 && (1...31).contains(value)
  }

  /// The date is part of a name: the May 4 Movement.
  private static func isName(_ next: Int, _ sentence: Sentence, _ analysis: Analysis) -> Bool {
    guard next < sentence.end else { return false }
    let token = analysis.layer.tokens[next]
    return token.isWord && token.isCapitalized && token.spaceBefore
  }
}
