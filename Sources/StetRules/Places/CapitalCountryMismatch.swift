import StetLanguage
import StetLint
import StetSpelling

package struct CapitalCountryMismatch: Rule {
  package static let metadata = RuleMetadata(
    id: "capital-country-mismatch", family: .places, severity: .error,
    summary: "A city that is not the country's capital: “Niger's capital, Abuja”",
    aliases: ["capital-mismatch"])

  private let claims: CapitalClaims

  package init(_ lexicon: Lexicon) {
    claims = CapitalClaims(lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let gazetteer = analysis.language.gazetteer
    for claim in claims.all(analysis) {
      let countries = claim.country.countries.map { gazetteer.countries[$0] }
      guard let country = countries.first, isJudged(countries), isCity(claim.city, analysis) else { continue }
      let name = analysis.string(claim.city)
      let isOther = capital(at: claim.city, analysis).map {
        Set($0.countries).isDisjoint(with: claim.country.countries)
      }
      guard !countries.contains(where: { isCapital(name, $0, isOther ?? false) }) else { continue }
      let range = analysis.range(claim.city)
      report.add(
        Self.message(name, country.name, country.capitals[0]), at: range,
        related: [(analysis.range(claim.country.tokens), "“\(country.name)” is meant here")],
        fixes: [.replace(range, with: country.capitals[0], .review)])
    }
    checkPairs(analysis, &report)
  }

  /// “in Bratislava, Slovenia”: a capital beside the country that is taken for its own.
  private func checkPairs(_ analysis: Analysis, _ report: inout Report) {
    let places = analysis.places.all
    let gazetteer = analysis.language.gazetteer
    let tokens = analysis.layer.tokens
    for (city, land) in zip(places, places.dropFirst())
    where city.sense == .capital && land.sense == .country && land.first == city.end + 1 && !city.isMasked
      && !land.isMasked && city.countries.count == 1 && land.countries.count == 1
    {
      guard let own = city.countries.first, let named = land.countries.first, own != named,
        gazetteer.countries[own].confusable.contains(named), analysis.isMark(tokens[city.end], ","),
        city.first > 0, analysis.lexicon.has(tokens[city.first - 1].key, .preposition),
        endsPlace(land.end, analysis), !analysis.quotations.contains(city.first)
      else { continue }
      let range = analysis.range(land.tokens)
      report.add(
        Self.message(
          analysis.string(city.tokens), gazetteer.countries[own].name, gazetteer.countries[named].name,
          isPair: true),
        at: range, related: [(analysis.range(city.tokens), "“\(analysis.string(city.tokens))” stands here")],
        fixes: [.replace(range, with: gazetteer.countries[own].name, .review)])
    }
  }

  /// Not in a list: “from London, France and Spain”.
  private func endsPlace(_ at: Int, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    guard at < tokens.count else { return true }
    if analysis.isMark(tokens[at], ",") {
      return at + 1 >= tokens.count
        || !tokens[at + 1].isCapitalized
          && !analysis.lexicon.has(tokens[at + 1].key, .coordinator)
    }
    return !analysis.lexicon.has(tokens[at].key, .coordinator)
  }

  /// Countries whose capital nobody disputes and the gazetteer knows.
  private func isJudged(_ countries: [Country]) -> Bool {
    countries.allSatisfy { !$0.capitals.isEmpty && !Self.disputed.contains($0.name) }
  }

  private static let disputed: Set<String> = [
    "Israel", "Palestine", "Western Sahara", "Taiwan", "Chechnya", "Soviet Union", "Yugoslavia",
  ]

  /// States and regions that share a country's name, and their capitals.
  private static let namesakes: [String: Set<String>] = [
    "Georgia": ["Atlanta"], "Luxembourg": ["Arlon"], "Mexico": ["Toluca"],
    "North Macedonia": ["Thessaloniki", "Kavala"], "Ireland": ["Belfast"], "Niger": ["Minna"],
  ]

  /// No month, no title, no office and no person that the text names there.
  private func isCity(_ city: Range<Int>, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    let lexicon = analysis.lexicon
    let isOrdinary = city.contains { at in
      lexicon.has(
        tokens[at].key, [.month, .weekday, .title, .personRole, .organisation, .person])
    }
    if isOrdinary { return false }
    if let place = analysis.places.all.first(where: { city.contains($0.first) }) {
      return place.sense == .capital
    }
    if lexicon.has(tokens[city.lowerBound].key, .functionWord) { return false }
    return !analysis.mentions.names.contains { name in
      name.tokens.overlaps(city) && (name.kind == .person || name.kind == .organisation)
    }
  }

  private func capital(at city: Range<Int>, _ analysis: Analysis) -> PlaceMention? {
    analysis.places.all.first { $0.sense == .capital && city.contains($0.first) }
  }

  /// The name, or a spelling of it: “Brasilia”, “Nay Pyi Taw”, “Washington DC”.
  private func isCapital(_ name: String, _ country: Country, _ isOther: Bool) -> Bool {
    if Self.namesakes[country.name]?.contains(name) == true { return true }
    let letters = Self.letters(name)
    return country.capitals.contains { capital in
      let own = Self.letters(capital)
      if letters == own || letters.starts(with: own) || own.starts(with: letters) { return true }
      guard !isOther else { return false }
      return letters.withUnsafeBufferPointer { a in
        own.withUnsafeBufferPointer { EditDistance.isWithin(2, a, $0) }
      }
    }
  }

  /// ASCII letters, small.
  private static func letters(_ name: String) -> [UInt8] {
    name.utf8.filter { $0 | 0x20 &- 0x61 < 26 }.map { $0 | 0x20 }
  }
}

extension CapitalCountryMismatch {
  static func message(_ city: String, _ country: String, _ capital: String) -> String {
    "“\(city)” is not the capital of \(country), which is \(capital). Check which one is meant."
  }

  static func message(_ city: String, _ own: String, _ named: String, isPair: Bool) -> String {
    "“\(city)” is the capital of \(own), not of \(named). Check which country is meant."
  }
}
