import StetDocument
import StetLanguage
import StetLint

package struct DateFormatMixed: Rule {
  package static let metadata = RuleMetadata(
    id: "date-format-mixed", family: .terms, severity: .note,
    summary: "“5 May” and “May 5” in one text")

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let lexicon = analysis.lexicon
    var dayFirst: [ProseRange] = []
    var monthFirst: [ProseRange] = []
    for sentence in analysis.sentences where isRunning(sentence, analysis) {
      for at in sentence.tokens where tokens[at].isCapitalized && lexicon.has(tokens[at].key, .month) {
        let before = at > sentence.first && isDay(tokens[at - 1], analysis)
        let after = at + 1 < sentence.end && isDay(tokens[at + 1], analysis)
        guard before != after, !analysis.quotations.contains(at),
          !isName(after ? at + 2 : at + 1, sentence, analysis)
        else { continue }
        if before {
          dayFirst.append(analysis.range(at - 1..<at + 1))
        } else {
          monthFirst.append(analysis.range(at..<at + 2))
        }
      }
    }
    let variants = [
      TermVariant(family: "date", form: "day first", places: dayFirst),
      TermVariant(family: "date", form: "month first", places: monthFirst),
    ].filter { !$0.places.isEmpty }
    guard let (kept, others) = variants.majority(), let keeper = kept.places.first,
      let strays = others.first?.places, let stray = strays.first
    else { return }
    let keptForm = analysis.document.string(keeper)
    report.add(
      Self.message(analysis.document.string(stray), keptForm),
      strays: strays.map { ($0, nil) }, kept: keeper, keptForm: keptForm)
  }

  /// A sentence of running text, not a dateline that stands alone.
  private func isRunning(_ sentence: Sentence, _ analysis: Analysis) -> Bool {
    guard sentence.count > 6 else { return false }
    switch analysis.document.blocks[sentence.block].kind {
    case .paragraph, .listItem, .caption: return true
    case .headline, .quotation, .tableCell, .byline, .dateline, .pullQuote: return false
    }
  }

  /// 1 to 31, also as an ordinal: 5th.
  private func isDay(_ token: Token, _ analysis: Analysis) -> Bool {
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
  private func isName(_ next: Int, _ sentence: Sentence, _ analysis: Analysis) -> Bool {
    guard next < sentence.end else { return false }
    let token = analysis.layer.tokens[next]
    return token.isWord && token.isCapitalized && token.spaceBefore
  }
}

extension DateFormatMixed {
  static func message(_ stray: String, _ kept: String) -> String {
    "“\(stray)” and “\(kept)” write dates in two ways. Use one order throughout."
  }
}
