import StetDocument
import StetLanguage
import StetLint

package struct SplitWord: Rule {
  package static let metadata = RuleMetadata(
    id: "split-word", family: .spelling, severity: .warning,
    summary: "A word cut in two by a blank, or by the hyphen of a line end: “depart ment”")

  private let boundaries: WordBoundaries

  package init(_ lexicon: Lexicon) {
    boundaries = WordBoundaries(lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    var end = 0
    for at in analysis.shared(UnknownWords.init).broken {
      guard at >= end, let halves = boundaries.halves(at, analysis) else { continue }
      end = halves.upperBound
      let range = analysis.range(halves)
      let text = analysis.document.string(range)
      let meant = String(text.filter { $0.isLetter || $0 == "'" })
      report.add(Self.message(text, meant), at: range, fixes: [.replace(range, with: meant, .review)])
    }
  }
}

extension SplitWord {
  static func message(_ text: String, _ meant: String) -> String {
    "“\(text)” is one word cut in two. Write “\(meant)”."
  }
}
