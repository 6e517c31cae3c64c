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
  let publicThings: Set<WordKey>
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
      "one another other others somebody someone anyone anybody everyone nobody whoever both former latter")
    number = set("number no. no")
    old = set("old olds")
    publicThings = set(
      "residents inhabitants population suburbs coastline coast climate economy exports imports borders border "
        + "airspace airport airports shareholders subsidiaries subsidiary branches embassies neighbourhoods "
        + "neighborhoods districts streets citizens currency provinces islands harbour harbor")
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
    if let body = clauseBody(pronoun) {
      // “Oman sees himself as …”: the subject of the clause, whoever was named before.
      if ownsPublicThing(pronoun) || pronoun.grammaticalCase == .reflexive && !isAcronym(body) {
        return .body(body)
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
        // “He” at the head of a sentence means nobody whom the sentence names later; elsewhere, as in
        // “After he won, Goita …”, it may.
        if isOwn, phrase.tokens.lowerBound > pronoun.token, opens(pronoun),
          pronoun.grammaticalCase == .subjective
        {
          continue
        }
        if mayBePerson(phrase) {
          guard phrase.role == .predicate else { return .somebody }
          described = true
          continue
        }
        // “Thailand is the third member”: what a place is said to be is nobody.
        if phrase.role == .subject { described = false }
        if isVessel(phrase), pronoun.category == .feminine { return .somebody }
        guard phrase.tokens.upperBound <= pronoun.token, sentences[sentence].block == block,
          isBody(phrase)
        else { continue }
        let isSubject = phrase.role == .subject
        if isOwn, !isSubject { continue }
        if taken == nil || isSubject && mentions.phrases[taken ?? 0].sentence == sentence { taken = index }
      }
      if described { return .somebody }
      sentence -= 1
    }
    guard let taken else { return .nobody }
    let phrase = mentions.phrases[taken]
    // The first sentence of a text may speak of somebody whom its headline or its photograph names, unless
    // its own subject is what the pronoun takes up: “Ethiopia gets half of his power from the river.”
    if pronoun.sentence == 0, phrase.role != .subject || isSubordinate(phrase) { return .somebody }
    // “Police in Lima found his car”: several persons have no “his”, so somebody else is meant.
    let isOwner = pronoun.grammaticalCase != .subjective
    if isOwner, phrase.isCollective || phrase.number == .plural { return .somebody }
    return .body(taken)
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
    for at in range.prefix(300) where at < token && tokens[at].isWord {
      let isLast = at + 1 >= range.upperBound
      if one.contains(tokens[at].key), isLast || !tags[at + 1].isNominal, !isPredicate(at) {
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

  /// “has become one of”, “is one of”
  private func isPredicate(_ at: Int) -> Bool {
    at > 0 && (lexicon.has(tokens[at - 1].key, .be) || linking.contains(tokens[at - 1].key))
  }

  private func isVessel(_ phrase: NounPhrase) -> Bool {
    phrase.tokens.contains { lexicon.has(tokens[$0].key, .vessel) }
  }

  func mayBePerson(_ phrase: NounPhrase) -> Bool {
    let entity = mentions.entities[phrase.entity]
    if phrase.name != nil || entity.isNamed { return !isSurelyNobody(phrase.entity) }
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

  private func isSurelyNobody(_ entity: Int) -> Bool {
    let evidence = mentions.evidence[entity]
    switch evidence.kind {
    case .place, .organisation:
      return evidence.excludesPerson
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
