import StetLanguage
import StetLint

package struct AmbiguousDemonym: Rule {
  package static let metadata = RuleMetadata(
    id: "ambiguous-demonym", family: .places, severity: .note,
    summary: "An adjective of two states, and neither is named: “Congolese troops”")

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let places = analysis.places.all
    let gazetteer = analysis.language.gazetteer
    var reported: Set<[Int]> = []
    for place in places
    where place.countries.count > 1 && !place.isMasked
      && (place.sense == .adjective || place.sense == .people)
    {
      guard reported.insert(place.countries).inserted else { continue }
      let named = places.contains { other in
        (other.sense == .country || other.sense == .capital)
          && other.countries.contains(where: place.countries.contains)
      }
      guard !named, !analysis.quotations.contains(place.first) else { continue }
      let names = place.countries.map { gazetteer.countries[$0].name }
      report.add(Self.message(analysis.string(place.tokens), names), at: analysis.range(place.tokens))
    }
  }
}

extension AmbiguousDemonym {
  static func message(_ word: String, _ countries: [String]) -> String {
    "“\(word)” may mean \(countries.joined(separator: " or ")). Name the country."
  }
}
