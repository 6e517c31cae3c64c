import StetDocument

/// The part that a phrase plays in its clause.
extension PhraseFinder {
  func place(_ phrase: inout NounPhrase, _ sentence: Sentence) {
    let (first, end) = (phrase.tokens.lowerBound, phrase.tokens.upperBound)
    if end < sentence.end, case .possessiveEnding = tags[end].penn {
      phrase.role = .possessor
      return
    }
    var before = first - 1
    while before >= sentence.first, case .adverb = tags[before].universal { before -= 1 }
    if before >= sentence.first {
      switch tags[before].penn {
      case .preposition
      where !lexicon.has(tokens[before].key, .subordinator) || isFollowedByNoVerb(end, sentence),
        .to:
        phrase.role = .oblique
        return
      default: break
      }
      if tags[before].isVerbal, !isInverted(before, sentence) {
        phrase.role = isLinking(before) ? .predicate : .object
        phrase.verb = before
        return
      }
    }
    if let verb = finiteVerb(after: end, sentence) {
      phrase.role = .subject
      phrase.verb = verb
    }
  }

  private func isLinking(_ verb: Int) -> Bool {
    lexicon.has(tokens[verb].key, .be) || linking.contains(tokens[verb].key)
  }

  private func isFollowedByNoVerb(_ end: Int, _ sentence: Sentence) -> Bool {
    finiteVerb(after: end, sentence) == nil
  }

  /// “…,” said Austin · Never has Peru …
  private func isInverted(_ verb: Int, _ sentence: Sentence) -> Bool {
    verb > sentence.first && tokens[verb - 1].isPunctuation && lexicon.has(tokens[verb].key, .speechVerb)
  }

  /// The finite verb that the phrase before `from` is the subject of: next to it, or behind prepositional
  /// phrases, an apposition between commas, or adverbs.
  private func finiteVerb(after from: Int, _ sentence: Sentence) -> Int? {
    var at = from
    let limit = min(sentence.end, from + 24)
    var commas = 0
    while at < limit {
      let tag = tags[at]
      if tag.isFiniteVerb { return commas == 1 && at - from < 2 ? nil : at }
      switch tag.penn {
      case .comma:
        commas += 1
        if commas > 2 { return nil }
      case .adverb, .preposition, .determiner, .adjective, .singularNoun, .pluralNoun, .singularProperNoun,
        .pluralProperNoun, .cardinal, .possessiveEnding, .possessivePronoun, .hyphen, .openingBracket,
        .closingBracket, .openingQuote, .closingQuote:
        // Without a preposition or a comma, what follows the phrase directly is no part of it.
        if at == from, tag.isNominal { return nil }
        if case .preposition = tag.penn, tokens[at].key == that || lexicon.has(tokens[at].key, .subordinator),
          commas == 0, at > from
        {
          return nil
        }
      case .whDeterminer, .whPronoun, .possessiveWhPronoun, .whAdverb:
        // The verb of the relative clause takes up the phrase, which has its own part elsewhere.
        return nextVerbs(after: at, sentence, limit)
      case .coordinatingConjunction: break
      case .pastParticiple,
        .gerund where at == from || commas > 0:
        break
      default: return nil
      }
      at += 1
    }
    return nil
  }

  /// After “who” the second finite verb is the main one.
  private func nextVerbs(after from: Int, _ sentence: Sentence, _ limit: Int) -> Int? {
    var seen = 0
    var wasFinite = false
    for at in from..<limit {
      let isFinite = tags[at].isFiniteVerb
      if isFinite, !wasFinite {
        seen += 1
        if seen == 2 { return at }
      }
      wasFinite = tags[at].isVerbal
    }
    return nil
  }
}
