import StetDocument
import StetLanguage
import StetLint
import StetSpelling

package struct UnknownWord: Rule {
  package static let metadata = RuleMetadata(
    id: "unknown-word", family: .spelling, severity: .warning,
    summary: "A word that no dictionary knows and that is close to one", aliases: ["misspelling"],
    languages: .any)

  private let boundaries: WordBoundaries

  package init(_ lexicon: Lexicon) {
    boundaries = WordBoundaries(lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    guard analysis.speller.dictionaries.language.isEnglish else {
      return ForeignSpelling.check(analysis, &report)
    }
    let tokens = analysis.layer.tokens
    let words = analysis.shared(UnknownWords.init)
    for at in words.judged {
      guard tokens[at].length >= 4, let slip = words.slip(at, analysis),
        !boundaries.isJoined(at, analysis, slip), boundaries.halves(at, analysis) == nil
      else { continue }
      let candidates = [slip.replacement] + slip.alternatives
      report.add(
        Self.message(analysis.string(tokens[at]), slip.replacement), at: tokens[at].range,
        fixes: candidates.map { .replace(tokens[at].range, with: $0, .review) })
    }
  }
}

extension UnknownWord {
  static func message(_ word: String, _ meant: String) -> String {
    "“\(word)” is in no dictionary. Was “\(meant)” meant?"
  }
}
