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
  private let articles: WordSet

  package init(_ lexicon: Lexicon) {
    boundaries = WordBoundaries(lexicon)
    articles = WordSet("the a an our their its this that", lexicon)
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
      add(tokens[at], slip, analysis, &report)
    }
    for (at, slip) in CapitalisedSlips(analysis, articles: articles).found {
      add(tokens[at], slip, analysis, &report)
    }
  }

  private func add(_ token: Token, _ slip: Slip, _ analysis: Analysis, _ report: inout Report) {
    report.add(
      Self.message(analysis.string(token), slip.replacement), at: token.range,
      fixes: ([slip.replacement] + slip.alternatives).map { .replace(token.range, with: $0, .review) })
  }
}

extension UnknownWord {
  static func message(_ word: String, _ meant: String) -> String {
    "“\(word)” is in no dictionary. Was “\(meant)” meant?"
  }
}
