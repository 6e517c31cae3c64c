/// What agreement asks of an entity: without the lists, since it is copied at every comparison.
struct EntityFacts {
  var kind: Entity.Kind
  var gender: Entity.Gender
  var nameGender: Entity.Gender
  var isNamed: Bool

  init(_ entity: Entity) {
    (kind, gender, nameGender) = (entity.kind, entity.gender, entity.nameGender)
    isNamed = entity.isNamed
  }
}

extension AntecedentFinder {
  /// Whether number, gender and kind let the pronoun mean the phrase, and how well; nil when not.
  func agreement(_ phrase: NounPhrase, _ pronoun: Pronoun) -> (score: Int, reasons: Reasons)? {
    let entity = entities[phrase.entity]
    let kind = entity.kind == .unknown ? phrase.kind : entity.kind
    let gender = phrase.gender == .unknown ? entity.gender : phrase.gender
    let isPlural = phrase.number == .plural && !entity.isNamed
    switch pronoun.category {
    case .masculine, .feminine:
      guard !isPlural else { return nil }
      return personal(phrase, entity, kind, gender, pronoun)
    case .neuter:
      guard !isPlural else { return nil }
      switch kind {
      case .person: return nil
      case .organisation: return (12, [.number, .animacy])
      case .place: return (8, [.number, .animacy])
      case .other: return (6, [.number])
      case .unknown: return (entity.isNamed ? -6 : 2, .number)
      }
    case .plural:
      if phrase.number == .plural || isCoordinated(phrase) {
        return (kind == .person ? 34 : kind == .other ? 18 : 24, .number)
      }
      if phrase.isCollective { return (20, .number) }
      switch kind {
      case .organisation: return (0, .animacy)
      case .person: return (entity.isNamed ? -30 : -18, .animacy)
      case .place: return (-22, .animacy)
      case .other, .unknown: return nil
      }
    }
  }

  private func personal(
    _ phrase: NounPhrase, _ entity: EntityFacts, _ kind: Entity.Kind, _ gender: Entity.Gender,
    _ pronoun: Pronoun
  ) -> (score: Int, reasons: Reasons)? {
    let wanted: Entity.Gender = pronoun.category == .masculine ? .masculine : .feminine
    var score = 0
    var reasons: Reasons = .number
    switch kind {
    case .person:
      score += phrase.isPersonByEnding && phrase.name == nil ? -6 : 20
      reasons.insert(.animacy)
    case .unknown:
      guard entity.isNamed || phrase.number != .plural else { return nil }
      score += entity.isNamed ? 0 : -30
    case .place where pronoun.category == .feminine && entity.isNamed: score -= 20
    case .place, .organisation, .other: return nil
    }
    if gender == wanted {
      score += 24
      reasons.insert(.gender)
    } else if gender != .unknown {
      return nil
    } else if entity.nameGender == wanted {
      score += 16
      reasons.insert(.gender)
    } else if entity.nameGender != .unknown {
      score -= 60
    }
    // Those who were “she” stay so.
    if let seen = lastPronoun[phrase.entity] {
      switch seen.category {
      case .masculine, .feminine: if seen.category != pronoun.category { score -= 60 }
      case .neuter, .plural: break
      }
    }
    return (score, reasons)
  }

  /// “Austin and Blinken”
  private func isCoordinated(_ phrase: NounPhrase) -> Bool {
    let next = phrase.tokens.upperBound
    let sentence = sentences[phrase.sentence]
    guard next + 1 < sentence.end, case .coordinatingConjunction = tags[next].penn else { return false }
    return tags[next + 1].isNominal || tags[next + 1].universal == .determiner
  }
}
