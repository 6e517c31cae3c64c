import StetDocument
import StetLanguage
import StetLint

package struct LongSentence: Rule {
  package static let metadata = RuleMetadata(
    id: "long-sentence", family: .grammar, severity: .note,
    summary: "A sentence with more words than the house allows",
    stage: .preview, options: [longest.declaration])

  static let longest = OptionKey<Int>("longest", 5...500, standard: 40, "How many words a sentence may have.")
  private var longest = Self.longest.standard

  package init(_ lexicon: Lexicon) {}

  package mutating func configure(_ options: RuleOptions) { longest = options[Self.longest] }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let blocks = analysis.document.blocks
    for sentence in analysis.sentences where sentence.count > longest {
      switch blocks[sentence.block].kind {
      case .paragraph, .listItem, .quotation: break
      case .headline, .caption, .tableCell, .byline, .dateline, .pullQuote: continue
      }
      let words = wordCount(sentence, tokens)
      guard words > longest else { continue }
      report.add(
        Self.message(DuplicateParagraph.opening(sentence.tokens, analysis), words, longest),
        at: analysis.range(of: sentence))
    }
  }

  /// What stands between blanks, as word processors count: “don't” and “ten-year-old” are one word each.
  private func wordCount(_ sentence: Sentence, _ tokens: [Token]) -> Int {
    var words = 0
    var isCounted = false
    for at in sentence.tokens {
      if tokens[at].spaceBefore || at == sentence.first { isCounted = false }
      guard !isCounted, !tokens[at].isPunctuation else { continue }
      words += 1
      isCounted = true
    }
    return words
  }
}

extension LongSentence {
  static func message(_ opening: String, _ words: Int, _ longest: Int) -> String {
    "The sentence “\(opening) …” has \(words) words; house style allows \(longest). Make two of it."
  }
}
