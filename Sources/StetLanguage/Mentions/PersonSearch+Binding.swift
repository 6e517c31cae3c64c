import StetText

/// What the pronoun's own clause says about its owner, whoever else the text speaks of.
extension PersonSearch {
  /// Tokens between a subject's verb and the pronoun that it owns, and that it is, at most.
  private static let clause = 24
  private static let reflexiveClause = 40

  /// The place or body that is the subject of the pronoun's own clause: “Oman has moved his embassy”.
  func clauseBody(_ pronoun: Pronoun) -> Int? {
    guard pronoun.grammaticalCase == .possessive || pronoun.grammaticalCase == .reflexive else { return nil }
    let phrases = mentions.ofSentence[pronoun.sentence]
    for index in phrases.prefix(upTo: firstPhrase(after: pronoun.token, phrases)).suffix(Self.subjectReach)
      .reversed()
    {
      let phrase = mentions.phrases[index]
      guard phrase.tokens.upperBound <= pronoun.token else { continue }
      if case .subject = phrase.role {
        let limit = pronoun.grammaticalCase == .reflexive ? Self.reflexiveClause : Self.clause
        guard let verb = phrase.verb, verb < pronoun.token, pronoun.token - verb <= limit,
          isBody(phrase), !mayBePerson(phrase), !phrase.isCollective, phrase.number != .plural,
          !isPersonal(verb + 1..<pronoun.token)
        else { return nil }
        return index
      }
      if mayBePerson(phrase) { return nil }
    }
    return nil
  }

  /// Phrases before a pronoun in which its clause's subject is looked for; sentences have fewer.
  private static let subjectReach = 40

  /// The first phrase of a sentence that begins at a token or after it: they stand in the order of the text.
  private func firstPhrase(after token: Int, _ phrases: Range<Int>) -> Int {
    phrases.partitioningIndex { mentions.phrases[$0].tokens.lowerBound >= token }
  }

  /// Whether a pronoun or a relative opens a clause of its own between.
  private func isPersonal(_ range: Range<Int>) -> Bool {
    range.contains {
      switch tags[$0].penn {
      case .personalPronoun, .whPronoun, .possessiveWhPronoun: true
      default: false
      }
    }
  }

  /// Whether the idiom in which a possessive stands makes it the body's that is its subject.
  func isBound(_ pronoun: Pronoun) -> Bool {
    guard case .possessive = pronoun.grammaticalCase else { return false }
    return binding.owner(pronoun.token, tokens, tags) == .any
  }

  /// Whether what the pronoun owns is what places and bodies have and hardly any person: inhabitants, branches.
  func ownsPublicThing(_ pronoun: Pronoun) -> Bool {
    var at = pronoun.token + 1
    while at < min(tags.count, pronoun.token + 5) {
      if publicThings.contains(tokens[at].key) { return true }
      switch tags[at].penn {
      case .adjective, .superlativeAdjective, .cardinal, .pastParticiple, .gerund, .adverb, .singularNoun,
        .singularProperNoun, .hyphen:
        at += 1
      default: return false
      }
    }
    return false
  }

  /// One word of capitals, which may be a person's nickname: no list is sure of it.
  func isAcronym(_ phrase: Int) -> Bool {
    let phrase = mentions.phrases[phrase]
    return phrase.name != nil && phrase.tokens.count == 1 && tokens[phrase.head].shape == .upper
  }

  /// “Long before the party won, he …”: the main clause of the first sentence may mean somebody else.
  func isSubordinate(_ phrase: NounPhrase) -> Bool {
    (sentences[phrase.sentence].first..<phrase.tokens.lowerBound).contains {
      lexicon.has(tokens[$0].key, .subordinator)
    }
  }
}
