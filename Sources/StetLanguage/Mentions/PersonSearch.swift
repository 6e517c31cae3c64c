import StetDocument

/// Whether anybody within reach can be “he” or “she” at all.
///
/// The costly error is to deny a person who is there, so everything that might be somebody counts: unknown
/// names, nouns with the ending of a person, “one”, “the accused”, and earlier pronouns.
struct PersonSearch {
  /// How many paragraphs before its own a pronoun may reach back to. Measured on news: a person is named
  /// again, or at least “he”, within that distance.
  static let reach = 2
  /// Phrases and sentences that are searched at most: keeps text in one endless paragraph linear. Beyond it
  /// nothing is denied.
  static let phraseLimit = 400
  static let sentenceLimit = 60
  /// Sentences that “his” may reach over when a place or a body is the subject of its own clause.
  static let boundLimit = 4

  let mentions: Mentions
  let sentences: [Sentence]
  let tokens: [Token]
  let tags: [TagPair]
  let lexicon: Lexicon
  private let names: NameLexicon
  private let one: Set<WordKey>
  private let number: Set<WordKey>
  private let linking: Set<WordKey>
  private let old: Set<WordKey>
  private let of: WordKey
  let publicThings: Set<WordKey>
  let binding: SubjectBinding
  /// Per sentence the first pronoun that proves a person, in order.
  private var proven: [Int: Int] = [:]
  /// Sentences that hold somebody in a word that is no phrase: “one of them”, “who”.
  private var openSentences: [Int: Bool] = [:]

  init(_ analysis: Analysis) {
    mentions = analysis.mentions
    sentences = analysis.sentences
    tokens = analysis.layer.tokens
    tags = analysis.tags
    lexicon = analysis.lexicon
    names = analysis.language.names
    func set(_ list: String) -> Set<WordKey> {
      Set(list.split(separator: " ").map { analysis.words.intern(String($0)) })
    }
    one = set(
      "one another other somebody someone anyone anybody everyone nobody whoever former latter")
    number = set("number no. no")
    old = set("old olds")
    of = analysis.words.intern("of")
    publicThings = set(
      "residents inhabitants population suburbs coastline coast climate economy exports imports borders border "
        + "airspace airport airports shareholders subsidiaries subsidiary branches embassies neighbourhoods "
        + "neighborhoods districts streets citizens currency provinces islands harbour harbor")
    binding = SubjectBinding(analysis.words)
    linking = set("become becomes became becoming remain remains remained as")
  }

  /// A pronoun that was not found to be wrong: somebody is meant.
  mutating func prove(_ pronoun: Pronoun) {
    if proven[pronoun.sentence] == nil { proven[pronoun.sentence] = pronoun.token }
  }

  enum Outcome {
    /// Somebody can be meant, or the text does not say enough.
    case somebody
    /// Nobody can be meant, and nothing is taken up either.
    case nobody
    /// Nobody can be meant; the pronoun seems to take up this place or body, an index in `Mentions.phrases`.
    case body(Int)
  }

  mutating func search(_ pronoun: Pronoun) -> Outcome {
    let block = sentences[pronoun.sentence].block
    var taken: Int?
    var seen = 0
    var sentence = pronoun.sentence
    var limit = Self.sentenceLimit
    let bound = clauseBody(pronoun)
    if let bound {
      // “Oman sees himself as …”: the subject of the clause, whoever was named before.
      if ownsPublicThing(pronoun) || isBound(pronoun)
        || pronoun.grammaticalCase == .reflexive && !isAcronym(bound)
      {
        return .body(bound)
      }
      limit = Self.boundLimit
    }
    while sentence >= 0, sentences[sentence].block >= block - Self.reach {
      guard pronoun.sentence - sentence < limit else {
        if limit == Self.boundLimit { break }
        return .somebody
      }
      let isOwn = sentence == pronoun.sentence
      if let first = proven[sentence], !isOwn || first < pronoun.token { return .somebody }
      if isOpen(sentence, before: isOwn ? pronoun.token : .max) { return .somebody }
      var described = false
      for index in mentions.ofSentence[sentence].reversed() {
        seen += 1
        guard seen < Self.phraseLimit else { return .somebody }
        let phrase = mentions.phrases[index]
        // “the death of his founder”: what somebody owns is not its owner.
        if isOwn, phrase.tokens.contains(pronoun.token) { continue }
        // “He” at the head of a sentence means nobody whom the sentence names later; elsewhere, as in
        // “After he won, Goita …”, it may.
        if isOwn, phrase.tokens.lowerBound > pronoun.token,
          bound != nil || opens(pronoun) && pronoun.grammaticalCase == .subjective
        {
          continue
        }
        if mayBePerson(phrase) {
          guard phrase.role == .predicate else { return .somebody }
          // “a shy woman”: no thing is that.
          guard phrase.gender == .unknown else { return .somebody }
          described = true
          continue
        }
        // “Thailand is the third member”: what a place is said to be is nobody.
        if phrase.role == .subject { described = false }
        if isVessel(phrase), pronoun.category == .feminine { return .somebody }
        guard phrase.tokens.upperBound <= pronoun.token, sentences[sentence].block == block,
          isTakenUp(phrase, pronoun)
        else { continue }
        let isSubject = phrase.role == .subject
        if isOwn, !isSubject { continue }
        if taken == nil || isSubject && mentions.phrases[taken ?? 0].sentence == sentence { taken = index }
      }
      if described { return .somebody }
      sentence -= 1
    }
    guard let taken = taken ?? near(pronoun) else { return .nobody }
    let phrase = mentions.phrases[taken]
    // The first sentence of a text may speak of somebody whom its headline or its photograph names, unless
    // its own subject is what the pronoun takes up: “Ethiopia gets half of his power from the river.”
    if pronoun.sentence == 0, phrase.role != .subject || isSubordinate(phrase) { return .somebody }
    // “Police in Lima found his car”: several persons have no “his”, so somebody else is meant.
    let isOwner = pronoun.grammaticalCase != .subjective
    if isOwner, phrase.isCollective { return .somebody }
    return .body(taken)
  }

  /// The place or body that stands last before the pronoun in its own sentence: “Within Ghent, the draw is his
  /// market.” Only for a text that names nobody, and not in its first sentence.
  private func near(_ pronoun: Pronoun) -> Int? {
    guard pronoun.sentence > 0, pronoun.grammaticalCase == .possessive else { return nil }
    // “In Peru, his books are read”: somebody unnamed.
    let verb = (sentences[pronoun.sentence].first..<pronoun.token).last { tags[$0].isVerbal }
    guard let verb else { return nil }
    return mentions.ofSentence[pronoun.sentence].last {
      mentions.phrases[$0].tokens.upperBound <= verb && isTakenUp(mentions.phrases[$0], pronoun)
    }
  }

  /// A place or a body that a pronoun can take up: named, or one thing with an article (not “on court”).
  private func isTakenUp(_ phrase: NounPhrase, _ pronoun: Pronoun) -> Bool {
    guard isBody(phrase) else { return false }
    if phrase.name != nil { return true }
    if case .plural = phrase.number { return pronoun.grammaticalCase == .subjective }
    return phrase.determiner != .none
  }

  private func opens(_ pronoun: Pronoun) -> Bool {
    var at = sentences[pronoun.sentence].first
    while at < pronoun.token, tokens[at].isPunctuation { at += 1 }
    return at == pronoun.token
  }

  /// “one of its own”, “those who”, “number 10”
  private mutating func isOpen(_ sentence: Int, before token: Int) -> Bool {
    if token == .max, let known = openSentences[sentence] { return known }
    var found = false
    let range = sentences[sentence].tokens
    let tokens = tokens
    for at in range.prefix(300) where at < token && tokens[at].isWord {
      let isLast = at + 1 >= range.upperBound
      if one.contains(tokens[at].key), !isPredicate(at), isLast || !isAttribute(at, sentence) {
        found = true
      } else if number.contains(tokens[at].key), !isLast, case .number = tokens[at + 1].kind {
        found = true
      } else if old.contains(tokens[at].key), at >= range.lowerBound + 2, tokens[at - 1].isPunctuation,
        !tokens[at].spaceBefore
      {
        found = true  // a 19-year-old
      }
      if found { break }
    }
    if token == .max { openSentences[sentence] = found }
    return found
  }

  /// “other large cities”, “one or two products”, “one of the rivers”: with the noun that follows, which is a phrase
  /// of its own.
  private func isAttribute(_ word: Int, _ sentence: Int) -> Bool {
    let end = sentences[sentence].end
    var at = word + 1
    if tokens[at].key == of {
      var phrase = mentions.ofSentence[sentence].first { mentions.phrases[$0].tokens.lowerBound == word + 2 }
      // “one of Ghana's ministers”
      if let owner = phrase, case .possessor = mentions.phrases[owner].role {
        phrase = mentions.ofSentence[sentence].first {
          mentions.phrases[$0].tokens.lowerBound == mentions.phrases[owner].tokens.upperBound + 1
        }
      }
      guard let phrase else { return false }
      switch mentions.phrases[phrase].kind {
      case .place, .organisation, .other: return mentions.phrases[phrase].name == nil
      case .person, .unknown: return false
      }
    }
    while at < min(end, word + 6) {
      switch tags[at].penn {
      case .adjective, .comparativeAdjective, .superlativeAdjective, .cardinal, .coordinatingConjunction,
        .determiner, .hyphen, .gerund, .pastParticiple:
        at += 1
      default: return tags[at].isNominal
      }
    }
    return false
  }

  /// “has become one of”, “is one of”
  private func isPredicate(_ at: Int) -> Bool {
    at > 0 && (lexicon.has(tokens[at - 1].key, .be) || linking.contains(tokens[at - 1].key))
  }

  private func isVessel(_ phrase: NounPhrase) -> Bool {
    phrase.tokens.contains { lexicon.has(tokens[$0].key, .vessel) }
  }

  func mayBePerson(_ phrase: NounPhrase) -> Bool {
    let entity = mentions.entities[phrase.entity]
    if phrase.name != nil || entity.isNamed {
      return !isSurelyNobody(phrase.entity) && !(phrase.name != nil && isNobodyHere(phrase))
    }
    let isCapitalized =
      tokens[phrase.head].isCapitalized && phrase.head > sentences[phrase.sentence].first
      && !lexicon.has(tokens[phrase.head].key, [.month, .weekday])
    switch phrase.kind {
    case .person: return phrase.number != .plural
    case .place, .organisation: return false
    // “the accused”, “an Australian”
    case .unknown: return isCapitalized || phrase.determiner == .definite
    case .other: return isCapitalized && phrase.number != .plural
    }
  }

  /// “many San Franciscans” are several; “ICT goals” name no person.
  private func isNobodyHere(_ phrase: NounPhrase) -> Bool {
    guard mentions.evidence[phrase.entity].person < 4 else { return false }
    if case .pluralProperNoun = tags[phrase.head].penn, phrase.tokens.lowerBound < phrase.head,
      !tokens[phrase.tokens.lowerBound].isCapitalized
    {
      return true
    }
    return phrase.role == .modifier && phrase.tokens.count == 1 && tokens[phrase.head].shape == .upper
      && tokens[phrase.head].length >= 3 && mentions.evidence[phrase.entity].person <= 0
  }

  private func isSurelyNobody(_ entity: Int) -> Bool {
    let evidence = mentions.evidence[entity]
    switch evidence.kind {
    case .place, .organisation:
      return evidence.excludesPerson || evidence.person <= -3
        || evidence.person <= 0 && max(evidence.place, evidence.organisation) >= 3
    case .person: return false
    // “the Baltic”, “the Rangers”: nobody has an article, unless a title or the like speaks for him.
    case .other, .unknown: return evidence.person <= -3
    }
  }

  func isBody(_ phrase: NounPhrase) -> Bool {
    switch mentions.entities[phrase.entity].kind {
    case .place, .organisation: phrase.role != .modifier
    default: false
    }
  }
}
