import StetLanguage
import StetLint

package struct DeterminerCapitalFunctionWord: Rule {
  package static let metadata = RuleMetadata(
    id: "determiner-capital-function-word", family: .stray, severity: .error,
    summary: "A determiner directly before a word that starts another sentence: “their There is”")

  private let capitals: StrayCapital
  private let openings = StrayOpening()
  private let this: WordSet

  package init(_ lexicon: Lexicon) {
    capitals = StrayCapital(lexicon)
    this = WordSet("this every each", lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let lexicon = analysis.lexicon
    let blocks = analysis.document.blocks
    for sentence in analysis.sentences where blocks[sentence.block].kind != .headline {
      for at in sentence.tokens.dropFirst() where tokens[at].shape == .capitalized {
        let before = tokens[at - 1].key
        guard lexicon.has(before, [.article, .possessive]) || this.contains(before),
          capitals.isStray(at, in: sentence, analysis) || openings.isStray(at, in: sentence, analysis),
          !capitals.isInTitle(at, sentence, analysis), !capitals.isReverential(at, analysis)
        else { continue }
        let both = analysis.range(at - 1..<at + 1)
        report.add(Self.message(analysis.string(at - 1..<at + 1)), at: both)
      }
    }
  }
}

extension DeterminerCapitalFunctionWord {
  static func message(_ words: String) -> String {
    "“\(words)” joins two drafts: the noun after the first word is missing, or the word is left over. "
      + "Restore the sentence."
  }
}
