import StetLanguage

/// The only “she” far and wide in a text about one who is “he”, or the reverse.
///
/// Whom the pronoun accuses is “he” by the text's own pronouns. What is usual for a given name only acquits: a
/// woman's name anywhere before, or in the same sentence, and nothing is said. Of 1,065 passages with one changed
/// pronoun this finds one in seven; of 2,238 without a fault it accuses two.
extension GenderFaults {
  func lone(_ pronoun: Pronoun, _ view: ClauseView, _ genders: SpokenGender) -> GenderFault? {
    switch pronoun.grammaticalCase {
    case .subjective: break
    case .possessive:
      let nouns = view.owned(pronoun.token, end: view.sentences[pronoun.sentence].end)
      guard !followsJoint(pronoun, view), let last = nouns.last, view.tags[last].isNominal else { return nil }
    // “Mora tells her”: an object is somebody else.
    case .objective, .reflexive: return nil
    }
    let gender = SpokenGender.gender(pronoun)
    let blocks =
      view.sentences[pronoun.sentence].block - Self.reach...view.sentences[pronoun.sentence].block + 1
    guard
      !view.resolutions.contains(where: {
        $0.pronoun.token != pronoun.token && SpokenGender.gender($0.pronoun) == gender
          && blocks.contains(view.sentences[$0.pronoun.sentence].block)
      }), !mayBeNamed(gender, pronoun, view)
    else { return nil }
    return accused(pronoun, gender, blocks.lowerBound, view, genders)
  }

  /// “Lindsay and his band”, “Tropper, his wife”: what is joined belongs to what stands before.
  private func followsJoint(_ pronoun: Pronoun, _ view: ClauseView) -> Bool {
    guard pronoun.token > view.sentences[pronoun.sentence].first else { return false }
    switch view.tags[pronoun.token - 1].penn {
    case .coordinatingConjunction, .comma, .openingBracket: return true
    default: return false
    }
  }

  /// Whether anybody before, or in the same sentence, is of the pronoun's gender by noun, title or given name.
  private func mayBeNamed(_ gender: Entity.Gender, _ pronoun: Pronoun, _ view: ClauseView) -> Bool {
    let end = view.mentions.ofSentence[pronoun.sentence].upperBound
    return view.mentions.phrases[..<end].contains {
      let entity = view.mentions.entities[$0.entity]
      return !$0.tokens.contains(pronoun.token)
        && ($0.gender == gender || entity.gender == gender || entity.nameGender == gender)
    }
  }

  /// The last person whom pronouns of the other gender took up, when nobody else near can be meant.
  private func accused(
    _ pronoun: Pronoun, _ gender: Entity.Gender, _ block: Int, _ view: ClauseView, _ genders: SpokenGender
  ) -> GenderFault? {
    var fault: GenderFault?
    var sentence = pronoun.sentence
    let opens = view.sentences[sentence].first == pronoun.token && pronoun.grammaticalCase == .subjective
    while sentence >= 0, view.sentences[sentence].block >= block {
      for index in view.mentions.ofSentence[sentence].reversed() {
        let phrase = view.mentions.phrases[index]
        let isBefore = phrase.tokens.upperBound <= pronoun.token
        guard !phrase.tokens.contains(pronoun.token), isBefore || !opens, isSomebody(phrase, isBefore, view)
        else { continue }
        let entity = view.mentions.entities[phrase.entity]
        if let sign = genders.spoken(phrase.entity, except: pronoun.token) {
          guard sign.gender != gender else { return nil }
          if isBefore, fault == nil, phrase.name != nil, entity.kind == .person {
            fault = GenderFault(pronoun: pronoun, person: phrase.tokens, sign: sign)
          }
          continue
        }
        if entity.gender != .unknown || phrase.gender != .unknown || entity.nameGender != .unknown {
          continue
        }
        guard isBefore, sentence >= pronoun.sentence - 1 else { continue }
        switch phrase.role {
        case .subject, .object, .possessor: return nil
        // A whole name brings in somebody new.
        case .oblique, .other, .predicate:
          if phrase.name == nil ? sentence == pronoun.sentence : phrase.tokens.count > 1 { return nil }
        case .modifier: break
        }
      }
      sentence -= 1
    }
    return fault
  }

  /// Names of persons, subjects of unknown kind, and nouns for one person that stand before.
  private func isSomebody(_ phrase: NounPhrase, _ isBefore: Bool, _ view: ClauseView) -> Bool {
    let kind = view.mentions.entities[phrase.entity].kind
    if phrase.name != nil {
      return kind == .person || kind == .unknown && phrase.role == .subject
    }
    return isBefore && kind == .person && phrase.number != .plural && phrase.role != .predicate
      && phrase.role != .modifier
  }
}
