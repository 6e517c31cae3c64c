import StetDocument
import StetLanguage
import StetLint

package struct ReplacementCharacter: Rule {
  package static let metadata = RuleMetadata(
    id: "replacement-character", family: .encoding, severity: .error,
    summary: "U+FFFD, the mark of a character that was lost")

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let prose = analysis.document.prose
    var last = -3
    for offset in analysis.beyondASCII {
      let at = Int(offset)
      guard prose[at] == 0xEF, at + 2 < prose.count, prose[at + 1] == 0xBF, prose[at + 2] == 0xBD else {
        continue
      }
      // A row of them is one loss.
      if at != last + 3 { report.add(Self.message, at: ProseRange(at, at + 3)) }
      last = at
    }
  }
}

extension ReplacementCharacter {
  static let message = "U+FFFD stands for a character that was lost. Put it back from the original."
}
