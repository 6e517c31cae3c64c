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
    var runs = NameRuns(analysis)
    var finder = PhraseFinder(analysis)
    let classifier = NameClassifier(analysis)
    var table = EntityTable(analysis)
    var found: [NameRuns.Run] = []
    var innerPlaces: [NounPhrase] = []
    for (index, sentence) in analysis.sentences.enumerated() {
      runs.runs(sentence, into: &found)
      let first = phrases.count
      var named: NounPhrase?
      finder.append(sentence, index, found, to: &phrases)
      for at in first..<phrases.count {
        guard let run = phrases[at].name else {
          table.enter(&phrases[at], at)
          continue
        }
        let joined = named.flatMap { Self.joins($0, phrases[at], analysis) ? $0.kind : nil }
        let points = classifier.evidence(found[run], phrases[at], sentence, joined: joined)
        let parts = points.kind == .person ? classifier.parts(found[run].tokens) : ([], .unknown, .unknown)
        phrases[at].name = names.count
        let name = table.enter(&phrases[at], at, found[run], points, parts, names.count)
        names.append(name)
        named = phrases[at]
        guard let nested = found[run].nested else { continue }
        var inner = phrases[at]
        (inner.tokens, inner.head, inner.role) = (nested, nested.upperBound - 1, .modifier)
        let place = NameRuns.Run(tokens: nested, head: inner.head, known: .place)
        inner.name = names.count
        var nestedPoints = NameEvidence()
        nestedPoints.place = 5
        innerPlaces.append(inner)
        names.append(
          table.enter(
            &innerPlaces[innerPlaces.count - 1], phrases.count + innerPlaces.count - 1, place, nestedPoints,
            ([], .unknown, .unknown), names.count))
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

  /// “A, B and C”: nothing but a comma or a conjunction between.
  private static func joins(_ first: NounPhrase, _ second: NounPhrase, _ analysis: Analysis) -> Bool {
    let gap = second.tokens.lowerBound - first.tokens.upperBound
    guard gap == 1 || gap == 2, first.kind != .unknown else { return false }
    // “On the outskirts of Oulu, Mahler built a hut”
    let next = second.tokens.upperBound
    if gap == 1, case .comma = analysis.tags[second.tokens.lowerBound - 1].penn, second.role == .subject,
      next < analysis.tags.count
    {
      switch analysis.tags[next].penn {
      case .comma, .coordinatingConjunction: break
      default: return false
      }
    }
    return (first.tokens.upperBound..<second.tokens.lowerBound).allSatisfy {
      switch analysis.tags[$0].penn {
      case .comma, .coordinatingConjunction: true
      default: false
      }
    }
  }
}

extension Analysis {
  /// All names, in order.
  package var names: [Name] { mentions.names }
  package var entities: [Entity] { mentions.entities }
}
