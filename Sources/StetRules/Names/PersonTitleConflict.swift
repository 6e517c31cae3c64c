import StetDocument
import StetLanguage
import StetLint

package struct PersonTitleConflict: Rule {
  package static let metadata = RuleMetadata(
    id: "person-title-conflict", family: .names, severity: .note,
    summary: "One person with two offices that nobody holds at once")

  /// Offices of which a person has one at a time, each as its words.
  private let offices: PhraseTable<Int>
  /// Words that make the office one of another time, or none.
  private let excuses: WordSet

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
    self.offices = offices
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
      guard let places = held[entity], let first = places.first,
        let other = places.first(where: { $0.office != first.office }),
        // The same name both times: two people may share a family name.
        tokens[first.tokens.upperBound - 1].key == tokens[other.tokens.upperBound - 1].key
      else { continue }
      report.add(
        Self.message(analysis.string(other.tokens), analysis.string(first.tokens)),
        at: analysis.range(other.tokens),
        related: [(analysis.range(first.tokens), "“\(analysis.string(first.tokens))” stands here")])
    }
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
