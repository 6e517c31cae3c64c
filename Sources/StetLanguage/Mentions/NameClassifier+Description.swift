import StetDocument

/// What a text says that a name is.
extension NameClassifier {
  /// “…, a Russian author” · “is the largest bank”: the head of what describes the name tells its kind.
  func describe(
    after from: Int, _ sentence: Sentence, points: Int, _ sum: inout NameEvidence
  ) {
    guard from < sentence.end, case .determiner = tags[from].penn else { return }
    var at = from + 1
    var head: Int?
    while at < min(sentence.end, from + 8) {
      switch tags[at].penn {
      case .singularNoun, .pluralNoun: head = at
      case .adjective, .hyphen, .superlativeAdjective, .adverb, .superlativeAdverb, .pastParticiple,
        .singularProperNoun, .cardinal:
        if head != nil, !tags[at].isNominal { return settle(head, points, &sum) }
      default: return settle(head, points, &sum)
      }
      at += 1
    }
    settle(head, points, &sum)
  }

  private func settle(_ head: Int?, _ points: Int, _ sum: inout NameEvidence) {
    guard let head else { return }
    let classes = lexicon.classes(tokens[head].key)
    if !classes.isDisjoint(with: [.personRole, .person])
      || names.has(tokens[head].key, [.masculineNoun, .feminineNoun])
    {
      sum.person += points + 1
    } else if classes.contains(.organisation) {
      sum.organisation += points
    } else if classes.contains(.place) {
      sum.place += points
    } else if key.work.contains(tokens[head].key) || classes.contains(.work) {
      sum.other += points
    }
  }
}
