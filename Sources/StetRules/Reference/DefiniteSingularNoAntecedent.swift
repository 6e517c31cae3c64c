import StetDocument
import StetLanguage
import StetLint

package struct DefiniteSingularNoAntecedent: Rule {
  package static let metadata = RuleMetadata(
    id: "definite-singular-no-antecedent", family: .reference, severity: .note,
    summary: "“The soldier” where no single soldier was spoken of")

  /// Paragraphs before its own in which somebody makes “the soldier” clear.
  private static let reach = 3

  /// Persons of whom there are many: unlike “the president”, nobody is meant unless named before.
  private let many: WordSet

  package init(_ lexicon: Lexicon) {
    many = WordSet(
      "soldier sailor policeman policewoman gunman attacker bomber fighter militant rebel guard sniper medic "
        + "doctor nurse teacher student pupil farmer fisherman worker labourer laborer miner driver pilot "
        + "passenger pedestrian cyclist tourist migrant refugee prisoner inmate hostage protester demonstrator "
        + "activist journalist reporter photographer lawyer engineer scientist researcher patient player "
        + "man woman boy girl teenager neighbour neighbor shopkeeper trader merchant hunter builder waiter",
      lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    guard tokens.contains(where: { many.contains($0.key) }) else { return }
    let mentions = analysis.mentions
    let sentences = analysis.sentences
    let tags = analysis.tags
    for phrase in mentions.phrases {
      guard many.contains(tokens[phrase.head].key), phrase.name == nil, phrase.tokens.count == 2,
        phrase.determiner == .definite, phrase.role == .subject, phrase.number == .singular,
        phrase.tokens.lowerBound == sentences[phrase.sentence].first, sentences[phrase.sentence].block > 0,
        analysis.document.blocks[sentences[phrase.sentence].block].kind == .paragraph,
        !analysis.quotations.contains(phrase.head), let verb = phrase.verb, verb <= phrase.head + 2,
        tags[verb].penn == .pastVerb, !isKnown(phrase, analysis)
      else { continue }
      report.add(Self.message(analysis.string(tokens[phrase.head])), at: analysis.range(phrase.tokens))
    }
  }

  /// Whether the same noun, or anybody in the paragraphs before, can be meant.
  private func isKnown(_ phrase: NounPhrase, _ analysis: Analysis) -> Bool {
    let mentions = analysis.mentions
    let sentences = analysis.sentences
    let entity = mentions.entities[phrase.entity]
    if let first = entity.mentions.first, mentions.phrases[first].tokens.lowerBound < phrase.tokens.lowerBound
    {
      return true
    }
    let block = sentences[phrase.sentence].block
    var sentence = phrase.sentence - 1
    while sentence >= 0, sentences[sentence].block >= block - Self.reach {
      if sentences[sentence].tokens.contains(where: {
        analysis.lexicon.has(analysis.layer.tokens[$0].key, [.masculine, .feminine])
      }) {
        return true
      }
      for index in mentions.ofSentence[sentence] {
        let other = mentions.phrases[index]
        switch mentions.entities[other.entity].kind {
        case .person: if other.number != .plural { return true }
        case .unknown: if other.name != nil || other.number != .plural { return true }
        case .place, .organisation, .other: break
        }
      }
      sentence -= 1
    }
    return false
  }
}

extension DefiniteSingularNoAntecedent {
  static func message(_ noun: String) -> String {
    "No single \(noun) was spoken of before. Write “a \(noun)”, name the person, or use the plural."
  }
}
