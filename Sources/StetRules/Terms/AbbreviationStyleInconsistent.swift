import StetDocument
import StetLanguage
import StetLint

package struct AbbreviationStyleInconsistent: Rule {
  package static let metadata = RuleMetadata(
    id: "abbreviation-style-inconsistent", family: .terms, severity: .warning,
    summary: "One abbreviation with and without full stops: “US” and “U.S.”", aliases: ["abbreviation-style"])

  private let abbreviations: AbbreviationForms

  package init(_ lexicon: Lexicon) {
    abbreviations = AbbreviationForms(lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    for variants in abbreviations.variants(analysis) {
      guard let (kept, others) = variants.majority(), let keeper = kept.places.first else { continue }
      let strays = others.flatMap(\.places).sorted()
      guard let stray = strays.first else { continue }
      report.add(
        Self.message(analysis.document.string(stray), kept.form),
        strays: strays.map { ($0, replacement($0, kept.form, analysis)) }, kept: keeper, keptForm: kept.form)
    }
  }

  /// The form to keep; the full stop of an abbreviation that ends a sentence is the sentence's, too.
  private func replacement(_ range: ProseRange, _ kept: String, _ analysis: Analysis) -> String? {
    let prose = analysis.document.prose
    guard prose[range.upper - 1] == UInt8(ascii: "."), !kept.hasSuffix(".") else {
      let isDoubled =
        kept.hasSuffix(".") && range.upper < prose.count && prose[range.upper] == UInt8(ascii: ".")
      return isDoubled ? String(kept.dropLast()) : kept
    }
    let isLast = analysis.sentences.contains { analysis.range(of: $0).upper == range.upper }
    return isLast ? kept + "." : kept
  }
}

extension AbbreviationStyleInconsistent {
  static func message(_ stray: String, _ kept: String) -> String {
    "“\(stray)” and “\(kept)” are one abbreviation. Write it one way throughout."
  }
}
