import StetDocument

/// Everything a document speaks of: its noun phrases, its names, and the entities behind them.
package struct Mentions: Sendable {
  /// In order of their first tokens; names inside a phrase follow it.
  package var phrases: [NounPhrase] = []
  package var names: [Name] = []
  package var entities: [Entity] = []
  /// Per sentence the range of its phrases.
  package var ofSentence: [Range<Int>] = []
  /// Per entity whether its names and descriptions exclude a person.
  var evidence: [NameEvidence] = []

  init(_ analysis: Analysis) {
    let drafts = analysis.mentionDrafts
    let classifier = NameClassifier(analysis)
    var table = EntityTable(analysis)
    var innerPlaces: [NounPhrase] = []
    phrases.reserveCapacity(drafts.phrases.count)
    ofSentence.reserveCapacity(drafts.ofSentence.count)
    for range in drafts.ofSentence {
      let first = phrases.count
      phrases += drafts.phrases[range]
      for at in first..<phrases.count {
        guard let draft = drafts.names[range.lowerBound + at - first] else {
          table.enter(&phrases[at], at)
          continue
        }
        phrases[at].name = names.count
        names.append(table.enter(&phrases[at], at, draft))
        guard let nested = draft.run.nested else { continue }
        var inner = phrases[at]
        (inner.tokens, inner.head, inner.role) = (nested, nested.upperBound - 1, .modifier)
        inner.name = names.count
        var place = MentionDrafts.NameDraft(
          run: NameRuns.Run(tokens: nested, head: inner.head, known: .place), points: NameEvidence(),
          parts: [],
          gender: .unknown, hint: .unknown)
        place.points.place = 5
        innerPlaces.append(inner)
        names.append(
          table.enter(
            &innerPlaces[innerPlaces.count - 1], phrases.count + innerPlaces.count - 1, place))
      }
      phrases.append(contentsOf: innerPlaces)
      innerPlaces.removeAll(keepingCapacity: true)
      table.link(first..<phrases.count, phrases, names)
      ofSentence.append(first..<phrases.count)
    }
    table.finish(&phrases, &names, classifier)
    entities = table.entities
    evidence = table.evidence
  }

  /// Points for person, place, organisation and other of an entity, for those who tune them.
  package func points(_ entity: Int) -> [Int] {
    let sum = evidence[entity]
    return [sum.person, sum.place, sum.organisation, sum.other]
  }
}

extension Analysis {
  /// All names, in order.
  package var names: [Name] { mentions.names }
  package var entities: [Entity] { mentions.entities }
}
