import StetLanguage

/// What around “it” and “its” only persons do, are or have, and how surely.
extension NeuterFaults {
  func owned(_ pronoun: Pronoun, _ view: ClauseView) -> (Range<Int>, Strength)? {
    let end = view.sentences[pronoun.sentence].end
    let nouns = view.owned(pronoun.token, end: end)
    // “Mora and its troops”: one person and what that person has.
    if pronoun.token >= 2, view.tags[pronoun.token - 1].penn == .coordinatingConjunction,
      view.mentions.ofSentence[pronoun.sentence].contains(where: {
        let phrase = view.mentions.phrases[$0]
        return phrase.tokens.upperBound == pronoun.token - 1 && phrase.name != nil && view.isPerson(phrase)
      }), !nouns.isEmpty
    {
      return (nouns, .kin)
    }
    guard let head = nouns.last, nouns.count <= 4 else { return nil }
    let key = view.tokens[head].key
    if nouns.count > 1,
      words.modified.contains(where: { pair in
        pair.nouns.contains(key) && nouns.dropLast().contains { pair.modifiers.contains(view.tokens[$0].key) }
      })
    {
      return (nouns, .kin)
    }
    if head + 1 < end, !words.human.contains(key),
      view.analysis.words.string(view.tokens[head + 1].key) == "of"
    {
      return nil
    }
    if head + 1 < end, case .possessiveEnding = view.tags[head + 1].penn {
      // “its grandfather's boat”
    } else if head + 1 < end, words.figurative.contains(view.tokens[head + 1].key) {
      return nil
    }
    if words.human.contains(key) { return (nouns, .human) }
    if words.kin.contains(key) { return (nouns, .kin) }
    return words.shared.contains(key) ? (nouns, .shared) : nil
  }

  func predicate(_ pronoun: Pronoun, _ view: ClauseView) -> (Range<Int>, Strength)? {
    let end = view.sentences[pronoun.sentence].end
    let at = pronoun.token
    if pronoun.grammaticalCase == .objective {
      guard at > 0 else { return nil }
      if words.humanObject.contains(view.tokens[at - 1].key) { return (at - 1..<at, .human) }
      // “asked it why”, “told it to leave”, not “told it well”
      guard at + 1 < end, words.sharedObject.contains(view.tokens[at - 1].key) else { return nil }
      switch view.tags[at + 1].penn {
      case .to, .whAdverb, .whPronoun, .whDeterminer: return (at - 1..<at, .active)
      default: return nil
      }
    }
    // “it and Mora left”
    if at + 2 < end, view.tags[at + 1].penn == .coordinatingConjunction,
      view.mentions.ofSentence[pronoun.sentence].contains(where: {
        let phrase = view.mentions.phrases[$0]
        return phrase.tokens.lowerBound == at + 2 && phrase.name != nil && view.isPerson(phrase)
          && phrase.role == .subject
      })
    {
      return (at + 1..<at + 3, .active)
    }
    var next = at + 1
    var isPassive = false
    let lexicon = view.analysis.lexicon
    while next < min(end, at + 6) {
      if lexicon.has(view.tokens[next].key, .be) {
        isPassive = true
      } else {
        switch view.tags[next].penn {
        case .adverb, .modal: break
        default:
          guard lexicon.has(view.tokens[next].key, .have) else {
            return verb(next, isPassive, pronoun.sentence, view)
          }
        }
      }
      next += 1
    }
    return nil
  }

  private func verb(
    _ at: Int, _ isPassive: Bool, _ sentence: Int, _ view: ClauseView
  ) -> (Range<Int>, Strength)? {
    let end = view.sentences[sentence].end
    let key = view.tokens[at].key
    let span = at..<at + 1
    if isPassive {
      // Ideas, bands and children are born, too.
      if words.birth.contains(key) { return isDated(at, end, view) ? (span, .shared) : nil }
      if words.humanPassive.contains(key) { return (span, .human) }
      if words.mind.contains(key) { return (span, .active) }
      // “was appointed to”, “was hired as”
      if words.chosen.contains(key), at + 1 < end,
        view.tags[at + 1].penn == .preposition || view.tags[at + 1].penn == .to
      {
        return (span, .shared)
      }
      return described(at, sentence, view, .active)
    }
    guard view.tags[at].isVerbal else { return nil }
    if words.becoming.contains(key) { return described(at + 1, sentence, view, .kin) }
    if words.serving.contains(key), at + 2 < end, view.analysis.words.string(view.tokens[at + 1].key) == "as"
    {
      return described(at + 2, sentence, view, .kin)
    }
    if words.humanVerb.contains(key) { return (span, .human) }
    if words.activeVerb.contains(key) { return (span, .active) }
    if words.kinVerb.contains(key) { return (span, .kin) }
    if words.sharedVerb.contains(key) { return (span, .shared) }
    // “played the heroine”, “played the role of”
    if at + 3 < end, view.analysis.words.string(key) == "played",
      (at + 1..<min(end, at + 5)).contains(where: { words.role.contains(view.tokens[$0].key) })
    {
      return (span, .shared)
    }
    return nil
  }

  /// “it became a dentist”, “it was governor of”: a noun that only persons bear, and no cleft sentence (“it was a
  /// dentist who …”).
  private func described(
    _ at: Int, _ sentence: Int, _ view: ClauseView, _ strength: Strength
  ) -> (Range<Int>, Strength)? {
    let end = view.sentences[sentence].end
    guard
      let index = view.mentions.ofSentence[sentence].first(where: {
        view.mentions.phrases[$0].tokens.lowerBound == at
      })
    else { return nil }
    let phrase = view.mentions.phrases[index]
    let key = view.tokens[phrase.head].key
    let lexicon = view.analysis.lexicon
    guard phrase.name == nil, phrase.number == .singular, lexicon.has(key, .personRole),
      !words.vague.contains(key)
    else { return nil }
    var next = phrase.tokens.upperBound
    while next < min(end, phrase.tokens.upperBound + 8) {
      switch view.tags[next].penn {
      case .whPronoun, .whDeterminer, .possessiveWhPronoun: return nil
      case .preposition where view.analysis.words.string(view.tokens[next].key) == "that": return nil
      case .comma: return (phrase.tokens, strength)
      default: next += 1
      }
    }
    return (phrase.tokens, strength)
  }

  /// “born in 1931”, “born on May 3”, “born to a baker”
  private func isDated(_ at: Int, _ end: Int, _ view: ClauseView) -> Bool {
    guard at + 2 < end else { return false }
    if case .to = view.tags[at + 1].penn { return true }
    let next = view.tokens[at + 2]
    if case .number = next.kind { return true }
    return view.analysis.lexicon.has(next.key, .month)
  }
}
