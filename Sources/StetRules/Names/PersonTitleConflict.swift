import StetDocument
import StetLanguage
import StetLint

package struct PersonTitleConflict: Rule {
  package static let metadata = RuleMetadata(
    id: "person-title-conflict", family: .names, severity: .note,
    summary: "One person with two offices or two ranks that nobody holds at once")

  /// Offices and ranks of which a person has one at a time, each as its words; ranks count from `firstRank`. A
  /// president may be a colonel, too.
  private let offices: PhraseTable<Int>
  /// Words that make the office one of another time, or none.
  private let excuses: WordSet
  /// Words that tell of another rank: promoted, rose, demoted.
  private let promotions: WordSet

  private static let firstRank = 100

  package init(_ lexicon: Lexicon) {
    var offices = PhraseTable<Int>()
    for (number, office) in [
      "president", "prime minister", "chancellor", "vice president", "deputy prime minister",
      "foreign minister",
      "finance minister", "defence minister", "interior minister", "health minister", "king", "queen", "pope",
    ].enumerated() {
      offices.add(lexicon.keys(of: office), number)
    }
    offices.add(lexicon.keys(of: "defense minister"), 7)
    offices.add(lexicon.keys(of: "vice-president"), 3)
    // By the last word: a lieutenant colonel is “Colonel” when he is named again.
    for (number, rank) in ["general", "colonel", "captain", "major", "sergeant", "admiral", "corporal"]
      .enumerated()
    {
      offices.add(lexicon.keys(of: rank), Self.firstRank + number)
    }
    self.offices = offices
    promotions = WordSet(
      "promoted promotion demoted rank ranks rose elevated promoting reduced stripped", lexicon)
    excuses = WordSet(
      "former then ex acting interim outgoing late previous past onetime future incoming elect designate honorary deputy vice assistant candidate caretaker deposed ousted first-time old new shadow",
      lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    var held: [Int: [(office: Int, tokens: Range<Int>)]] = [:]
    var order: [Int] = []
    for name in analysis.names where name.kind == .person {
      let first = name.parts.first { $0.role != .title }?.tokens.lowerBound ?? name.tokens.lowerBound
      guard let found = office(before: first, analysis), !isExcused(found.tokens.lowerBound, analysis) else {
        continue
      }
      if held[name.entity] == nil { order.append(name.entity) }
      held[name.entity, default: []].append((found.office, found.tokens.lowerBound..<name.tokens.upperBound))
    }
    for entity in order {
      guard let places = held[entity], let (first, other) = conflict(places),
        // The same name both times: two people may share a family name.
        tokens[first.tokens.upperBound - 1].key == tokens[other.tokens.upperBound - 1].key
      else { continue }
      if first.office >= Self.firstRank, tokens.contains(where: { promotions.contains($0.key) }) { continue }
      report.add(
        Self.message(analysis.string(other.tokens), analysis.string(first.tokens)),
        at: analysis.range(other.tokens),
        related: [(analysis.range(first.tokens), "“\(analysis.string(first.tokens))” stands here")])
    }
  }

  /// The first two places with different offices, or different ranks.
  private func conflict(
    _ places: [(office: Int, tokens: Range<Int>)]
  ) -> (first: (office: Int, tokens: Range<Int>), other: (office: Int, tokens: Range<Int>))? {
    for isRank in [false, true] {
      let group = places.filter { ($0.office >= Self.firstRank) == isRank }
      if let first = group.first, let other = group.first(where: { $0.office != first.office }) {
        return (first, other)
      }
    }
    return nil
  }

  private func office(before end: Int, _ analysis: Analysis) -> (office: Int, tokens: Range<Int>)? {
    let tokens = analysis.layer.tokens
    for length in [3, 2, 1] where end >= length {
      guard let match = offices.match(tokens, at: end - length, end: end), match.count == length else {
        continue
      }
      return (match.value, end - length..<end)
    }
    return nil
  }

  private func isExcused(_ at: Int, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    if analysis.quotations.contains(at) { return true }
    return (max(0, at - 3)..<at).contains { excuses.contains(tokens[$0].key) }
  }
}

extension PersonTitleConflict {
  static func message(_ second: String, _ first: String) -> String {
    "“\(second)” here, “\(first)” before. Which office is right?"
  }
}
