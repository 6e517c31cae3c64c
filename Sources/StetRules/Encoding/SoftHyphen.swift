import StetDocument
import StetLanguage
import StetLint

package struct SoftHyphen: Rule {
  package static let metadata = RuleMetadata(
    id: "soft-hyphen", family: .encoding, severity: .warning, summary: "A soft hyphen left in a word",
    languages: .any)

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let prose = analysis.document.prose
    for offset in analysis.beyondASCII {
      let at = Int(offset)
      guard prose[at] == 0xC2, at + 1 < prose.count, prose[at + 1] == 0xAD else { continue }
      let range = ProseRange(at, at + 2)
      // Written as an entity, it is meant.
      guard analysis.document.source(range).count == range.count else { continue }
      report.add(Self.message, at: range, fixes: [.replace(range, with: "", .safe)])
    }
  }
}

extension SoftHyphen {
  static let message =
    "A soft hyphen (U+00AD) is left in the word. Delete it: it shows up when the line breaks."
}
