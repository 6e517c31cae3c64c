import StetLanguage
import StetLint

package struct SiteTermVariant: ProjectRule {
  package static let metadata = RuleMetadata(
    id: "site-term-variant", family: .terms, severity: .warning,
    summary: "A term in one file that many other files write another way (with --project)", packs: .news)

  package static let yieldsTo: Set<String> = [
    "term-variant-inconsistent", "abbreviation-style-inconsistent", "percent-form-mixed",
    "date-format-mixed", "name-form-variant", "name-variant", "name-romanisation-variant",
  ]

  /// How many files must have the common way, and how many times as many as have the rare one.
  static let fewest = 8
  static let ratio = 8
  /// A way in more files than this is the choice of somebody.
  static let most = 2

  private let reader: SiteTermReader

  package init(_ lexicon: Lexicon) { reader = SiteTermReader(lexicon) }

  package func summary(_ analysis: Analysis) -> SiteTermSummary { reader.summary(analysis) }

  package func check(_ archive: SiteTermArchive, _ report: inout ProjectReport) {
    for family in archive.families() {
      guard let common = family.max(by: { archive.documents($0) < archive.documents($1) }) else { continue }
      let files = archive.documents(common)
      guard files >= Self.fewest else { continue }
      for rare in family where rare != common {
        let documents = archive.documents(rare)
        guard documents <= Self.most, files >= documents * Self.ratio else { continue }
        let (form, kept) = (archive.form(rare), archive.form(common))
        for place in archive.places(rare) {
          report.add(
            Self.message(form, kept, files), document: place.document, range: place.range,
            replacement: archive.replacement(kept, for: form, rare, place.range).map { ("Write “\($0)”", $0) }
          )
        }
      }
    }
  }
}

extension SiteTermVariant {
  static func message(_ rare: String, _ kept: String, _ files: Int) -> String {
    "\(files) other files write “\(kept)”, not “\(rare)”. Use one form throughout the site."
  }
}
