import StetDocument
import StetLanguage
import StetLint

package struct ReplacementCharacter: Rule {
  package static let metadata = RuleMetadata(
    id: "replacement-character", family: .encoding, severity: .error,
    summary: "U+FFFD, the mark of a character that was lost", languages: .any)

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let prose = analysis.document.prose
    var end = 0
    for offset in analysis.beyondASCII where Int(offset) >= end {
      let start = Int(offset)
      end = start
      // A row of them is one loss.
      while end + 2 < prose.count, prose[end] == 0xEF, prose[end + 1] == 0xBF, prose[end + 2] == 0xBD {
        end += 3
      }
      if end > start { report.add(Self.message, at: ProseRange(start, end)) }
    }
  }
}

extension ReplacementCharacter {
  static let message = "U+FFFD stands for a character that was lost. Put it back from the original."
}
