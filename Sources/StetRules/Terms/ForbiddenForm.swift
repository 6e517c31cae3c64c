import StetDocument
import StetLanguage
import StetLint
import StetSpelling

/// What the house dictionaries of a site forbid; see `HouseDictionary`.
package struct ForbiddenForm: Rule {
  package static let metadata = RuleMetadata(
    id: "forbidden-form", family: .terms, severity: .error,
    summary: "A word or phrase that a house dictionary forbids", languages: .any)

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    for place in analysis.shared(HousePlaces.init).places where place.form.isForbidden {
      let range = analysis.range(place.tokens)
      let right = place.form.replacement(for: place.spelling)
      // Words of others are not changed without a look.
      let applicability: Fix.Applicability = analysis.isQuoted(range) ? .review : .safe
      report.add(
        Self.message(place, right), at: range,
        fixes: right.map { [.replace(range, with: $0, applicability)] } ?? [])
    }
  }
}

extension ForbiddenForm {
  static func message(_ place: HousePlaces.Place, _ right: String?) -> String {
    let source = "\(place.form.path), line \(place.form.line)"
    guard let right else { return "The house does not write “\(place.spelling)” (\(source))." }
    return "The house writes “\(right)”, not “\(place.spelling)” (\(source))."
  }
}
