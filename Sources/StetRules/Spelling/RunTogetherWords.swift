import StetDocument
import StetLanguage
import StetLint

package struct RunTogetherWords: Rule {
  package static let metadata = RuleMetadata(
    id: "run-together-words", family: .spelling, severity: .warning,
    summary: "Two words without the blank between them: “thecouncil”")

  private let boundaries: WordBoundaries

  package init(_ lexicon: Lexicon) {
    boundaries = WordBoundaries(lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let words = analysis.shared(UnknownWords.init)
    for at in words.judged {
      guard let cut = boundaries.cut(at, analysis), boundaries.halves(at, analysis) == nil,
        words.uses(at) < 3,
        boundaries.isJoined(at, analysis, words.slip(at, analysis))
      else { continue }
      let word = analysis.string(tokens[at])
      let meant = "\(word.prefix(cut.length)) \(word.dropFirst(cut.length))"
      report.add(
        Self.message(word, meant), at: tokens[at].range,
        fixes: [.replace(tokens[at].range, with: meant, .review)])
    }
  }
}

extension RunTogetherWords {
  static func message(_ word: String, _ meant: String) -> String {
    "“\(word)” is in no dictionary; “\(meant)” is two words. Put the blank back."
  }
}
