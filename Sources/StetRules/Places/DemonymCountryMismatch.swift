import StetLanguage
import StetLint

package struct DemonymCountryMismatch: Rule {
  package static let metadata = RuleMetadata(
    id: "demonym-country-mismatch", family: .places, severity: .error,
    summary: "The adjective of a country's twin: “Nigerian” in a story about Niger",
    aliases: ["confused-demonym"], packs: .news)

  /// Words that bring in somebody new, of whatever country: “an Iraqi driver”, “two Swiss climbers”.
  private let introducing: WordSet

  package init(_ lexicon: Lexicon) {
    introducing = WordSet("a an another other one any every each", lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let places = analysis.places.all
    guard places.contains(where: { $0.sense == .adjective || $0.sense == .people }) else { return }
    let gazetteer = analysis.language.gazetteer
    var tally = Tally(places)
    tally.addMasked(places)
    for (number, mention) in places.enumerated()
    where isSuspect(mention) && isDefinite(mention, analysis) && hasNoun(number, places, analysis) {
      guard let id = mention.countries.first, let twin = tally.twin(of: gazetteer.countries[id]) else {
        continue
      }
      let country = gazetteer.countries[twin.id]
      let wrong = analysis.string(mention.tokens)
      let range = analysis.range(mention.tokens)
      let named = analysis.range(twin.firstMention.tokens)
      report.add(
        Self.message(wrong, country.name, twin.count, gazetteer.countries[id].name), at: range,
        related: [(named, "“\(country.name)” is named here; \(gazetteer.countries[id].name) never is")],
        fixes: country.adjectives.prefix(1).map { adjective in
          .replace(range, with: mention.sense == .people ? plural(adjective) : adjective, .review)
        })
    }
  }

  /// Adjectives and peoples of one country only, and not inside a phrase that means something else.
  private func isSuspect(_ mention: PlaceMention) -> Bool {
    (mention.sense == .adjective || mention.sense == .people) && mention.countries.count == 1
      && !mention.isMasked
  }

  /// Not after “a”, a numeral or somebody's: those speak of one stranger, not of the country in the story.
  private func isDefinite(_ mention: PlaceMention, _ analysis: Analysis) -> Bool {
    guard mention.first > 0 else { return true }
    let before = analysis.layer.tokens[mention.first - 1]
    if before.kind == .number || introducing.contains(before.key) { return false }
    return !analysis.lexicon.has(before.key, [.numeral, .possessive])
  }

  /// An adjective needs its noun, perhaps behind another adjective of the kind: “the Nigerien and Russian
  /// embassies”. Without one it may be a language.
  private func hasNoun(_ number: Int, _ places: [PlaceMention], _ analysis: Analysis) -> Bool {
    let mention = places[number]
    guard mention.sense == .adjective else { return true }
    let tokens = analysis.layer.tokens
    guard mention.end < tokens.count else { return false }
    let next = tokens[mention.end]
    if analysis.lexicon.has(next.key, .coordinator), number + 1 < places.count,
      places[number + 1].first == mention.end + 1, places[number + 1].sense == .adjective
    {
      return hasNoun(number + 1, places, analysis)
    }
    return next.isWord && next.spaceBefore && !analysis.lexicon.has(next.key, .functionWord)
  }

  private func plural(_ adjective: String) -> String {
    adjective.hasSuffix("s") || adjective.hasSuffix("ese") ? adjective : adjective + "s"
  }
}

extension DemonymCountryMismatch {
  static func message(_ wrong: String, _ country: String, _ count: Int, _ other: String) -> String {
    "“\(wrong)” belongs to \(other), which this text never names; it names \(country) \(count) times. "
      + "Check which country is meant."
  }
}

/// How often each country is named, by its name or capital, and by its adjective.
private struct Tally {
  private var names: [Int: Int] = [:]
  private var adjectives: [Int: Int] = [:]
  private var first: [Int: PlaceMention] = [:]

  init(_ places: [PlaceMention]) {
    for place in places where !place.isMasked {
      for id in place.countries {
        switch place.sense {
        case .country, .capital:
          names[id, default: 0] += 1
          if first[id] == nil { first[id] = place }
        case .adjective, .people: adjectives[id, default: 0] += 1
        }
      }
    }
  }

  /// “Niger Delta” is in Nigeria: a masked name speaks for none, but it excuses its own country.
  mutating func addMasked(_ places: [PlaceMention]) {
    for place in places where place.isMasked && place.sense == .country {
      for id in place.countries where names[id] == nil { names[id] = 0 }
    }
  }

  /// The country that is meant instead: confusable, named at least twice, and clearly more often than the
  /// suspect's adjective, while the suspect's country is never named.
  func twin(of country: Country) -> (id: Int, count: Int, firstMention: PlaceMention)? {
    guard names[country.id] == nil, let own = adjectives[country.id], own <= 2 else { return nil }
    let best = country.confusable.filter { (names[$0] ?? 0) >= max(2, own) }
      .max { ((names[$0] ?? 0), -$0) < ((names[$1] ?? 0), -$1) }
    guard let best, let count = names[best], let mention = first[best] else { return nil }
    return (best, count, mention)
  }
}
