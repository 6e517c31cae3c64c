import StetDocument
import StetLanguage
import StetLint

package struct ListCountMismatch: Rule {
  package static let metadata = RuleMetadata(
    id: "list-count-mismatch", family: .numbers, severity: .note,
    summary: "A number that the list behind it does not have: three reasons: cost and time")
  package let reach = Reach.block

  private let words: NumberWords
  private let including: WordSet
  private let and: WordKey

  package init(_ lexicon: Lexicon) {
    words = NumberWords(lexicon)
    including = WordSet("including among like such other etc others more especially", lexicon)
    and = lexicon.key("and")
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let figures = Figures(analysis)
    for sentence in analysis.sentences where sentence.count >= 7 {
      for at in sentence.tokens.dropFirst(2) where figures.isByte(tokens[at], UInt8(ascii: ":")) {
        guard let announced = announced(before: at, sentence, tokens, figures),
          let listed = items(at + 1, sentence, tokens, figures, analysis), listed != announced.value
        else { continue }
        let range = announced.first..<at
        report.add(Self.message(analysis.string(range), listed), at: analysis.range(range))
        break
      }
    }
  }

  /// “three reasons:”: a number from two to nine and one or two words.
  private func announced(
    before colon: Int, _ sentence: Sentence, _ tokens: [Token], _ figures: Figures
  ) -> (value: Int, first: Int)? {
    for at in stride(from: colon - 2, through: max(sentence.first, colon - 3), by: -1) {
      guard let value = words.value(tokens[at].key) ?? figures.integer(tokens[at]) else { continue }
      let rest = at + 1..<colon
      return (2...9).contains(value) && rest.allSatisfy { tokens[$0].isLower } ? (value, at) : nil
    }
    return nil
  }

  /// The number of items up to the end of the sentence: short, without verbs, divided by commas and “and”.
  private func items(
    _ start: Int, _ sentence: Sentence, _ tokens: [Token], _ figures: Figures, _ analysis: Analysis
  ) -> Int? {
    let end = tokens[sentence.end - 1].isPunctuation ? sentence.end - 1 : sentence.end
    guard end - start >= 3, end - start <= 24 else { return nil }
    let tags = analysis.tags
    var count = 1
    var length = 0
    var ands = 0
    for at in start..<end {
      let isComma = figures.isByte(tokens[at], UInt8(ascii: ","))
      if isComma || tokens[at].key == and {
        if length == 0 {
          // “, and”
          guard tokens[at].key == and, at > start else { return nil }
          ands += 1
          continue
        }
        if tokens[at].key == and { ands += 1 }
        guard length <= 4 else { return nil }
        count += 1
        length = 0
        continue
      }
      guard tokens[at].isWord || tokens[at].kind == .number, !including.contains(tokens[at].key),
        !tags[at].isFiniteVerb
      else { return nil }
      length += 1
    }
    return length > 0 && length <= 4 && ands == 1 && count >= 2 ? count : nil
  }
}

extension ListCountMismatch {
  static func message(_ text: String, _ listed: Int) -> String {
    "“\(text)” announces another number than the \(listed) that follow."
  }
}
