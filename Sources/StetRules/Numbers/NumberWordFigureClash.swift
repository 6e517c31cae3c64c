import StetDocument
import StetLanguage
import StetLint

package struct NumberWordFigureClash: Rule {
  package static let metadata = RuleMetadata(
    id: "number-word-figure-clash", family: .numbers, severity: .error,
    summary: "A number in words and another one in figures behind it: five (6)")

  private let words: NumberWords
  /// Words of a longer number before its last part.
  private let parts: WordSet

  package init(_ lexicon: Lexicon) {
    words = NumberWords(lexicon)
    parts = WordSet("hundred thousand million billion and a point", lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let figures = Figures(analysis)
    for at in analysis.numbers where at >= 2 && at + 2 < tokens.count {
      guard figures.isByte(tokens[at - 1], UInt8(ascii: "(")), tokens[at - 1].spaceBefore,
        figures.isByte(tokens[at + 1], UInt8(ascii: ")")), let value = figures.integer(tokens[at]),
        // Two soldiers follow; a number that is a name (Formula One (2)) or a footnote has none.
        tokens[at + 2].isLower, tokens[at + 2].spaceBefore,
        let block = analysis.layer.block(of: at).map({ analysis.layer.blocks[$0] }),
        block.contains(at + 2),
        let number = words.number(endingBefore: at - 1, tokens, figures, from: block.lowerBound),
        number.value != value, !tokens[number.first].isCapitalized || number.first == block.lowerBound
      else { continue }
      // “one hundred and five (105)”
      if number.first > block.lowerBound, parts.contains(tokens[number.first - 1].key) { continue }
      let range = analysis.range(number.first..<at + 2)
      report.add(Self.message(analysis.document.string(range)), at: range)
    }
  }
}

extension NumberWordFigureClash {
  static func message(_ text: String) -> String {
    "“\(text)” gives two different numbers. Find out which one is right."
  }
}
