import StetLanguage

/// What the text itself says of a person's gender: titles, nouns and the pronouns that take the person up.
/// A given name says nothing here.
struct SpokenGender {
  struct Sign {
    var gender: Entity.Gender
    /// The phrase with the title or the noun, or the pronoun.
    var tokens: Range<Int>
    var isTitle: Bool
    /// Pronouns that say so.
    var count = 0
  }

  /// Titles and nouns that may stand before a name, of men and of women.
  struct Titles {
    let masculine: WordSet
    let feminine: WordSet

    init(_ lexicon: Lexicon) {
      masculine = WordSet(
        "mr mr. mister sir lord king prince duke count baron sultan emperor pope brother son uncle nephew husband "
          + "father grandfather businessman congressman policeman monsieur señor herr",
        lexicon)
      feminine = WordSet(
        "mrs mrs. ms ms. miss madam madame dame lady queen princess duchess countess baroness empress sister "
          + "daughter aunt niece wife mother grandmother actress businesswoman congresswoman policewoman "
          + "señora frau",
        lexicon)
    }
  }

  /// The lead over the next candidate from which one pronoun is enough, in points of the antecedent finder.
  private static let lead = 40

  private let view: ClauseView
  private let titles: Titles
  /// Per entity the resolutions that chose it, in order.
  private var taken: [Int: [(index: Int, isSure: Bool)]] = [:]

  init(_ view: ClauseView, _ titles: Titles) {
    self.view = view
    self.titles = titles
    for (index, resolution) in view.resolutions.enumerated() {
      guard case .chosen(let at) = resolution.verdict, Self.gender(resolution.pronoun) != .unknown else {
        continue
      }
      let candidates = resolution.candidates
      let isSure = candidates.count == 1 || candidates[0].score - candidates[1].score >= Self.lead
      taken[candidates[at].entity, default: []].append((index, isSure))
    }
  }

  static func gender(_ pronoun: Pronoun) -> Entity.Gender {
    switch pronoun.category {
    case .masculine: .masculine
    case .feminine: .feminine
    case .neuter, .plural: .unknown
    }
  }

  /// The gender that title, noun or pronouns give an entity, not asking one resolution; nil when they give none
  /// or both, or when the given name is usual for the other: then the pronouns may have been linked wrongly.
  func sign(_ entity: Int, except: Int) -> Sign? {
    let known = view.mentions.entities[entity]
    if let titled = title(known) { return titled }
    // A noun linked to the name gave the gender, and with it drew the pronouns.
    guard known.isNamed, known.gender == .unknown else { return nil }
    var found: Sign?
    var isSure = false
    for (index, sure) in taken[entity] ?? [] where index != except {
      let pronoun = view.resolutions[index].pronoun
      let gender = Self.gender(pronoun)
      if let found, found.gender != gender { return nil }
      if found == nil {
        found = Sign(gender: gender, tokens: pronoun.token..<pronoun.token + 1, isTitle: false)
      }
      isSure = isSure || sure
      found?.count += 1
    }
    guard let found, isSure || found.count > 1,
      known.nameGender == .unknown || known.nameGender == found.gender
    else { return nil }
    return found
  }

  /// The gender of the pronouns that took an entity up, one pronoun apart; nil when none did, or both genders.
  func spoken(_ entity: Int, except token: Int) -> Sign? {
    var found: Sign?
    for (index, _) in taken[entity] ?? [] where view.resolutions[index].pronoun.token != token {
      let pronoun = view.resolutions[index].pronoun
      let gender = Self.gender(pronoun)
      if let found, found.gender != gender { return nil }
      if found == nil {
        found = Sign(gender: gender, tokens: pronoun.token..<pronoun.token + 1, isTitle: false)
      }
      found?.count += 1
    }
    return found
  }

  /// Whether the phrase is surely the person of a title: “Mrs Berg” and “Berg”, but hardly “Jan Berg”.
  func isSame(_ phrase: NounPhrase, _ sign: Sign) -> Bool {
    guard sign.isTitle, phrase.name != nil, phrase.tokens != sign.tokens else { return true }
    return phrase.tokens.count == 1 || hasTitle(phrase) != .unknown
  }

  private func hasTitle(_ phrase: NounPhrase) -> Entity.Gender {
    // Right before the name, or its first word.
    for at in phrase.tokens.prefix(max(1, phrase.tokens.count - 1)) {
      let key = view.tokens[at].key
      if titles.masculine.contains(key) { return .masculine }
      if titles.feminine.contains(key) { return .feminine }
    }
    return .unknown
  }

  /// “Ms Van Minh”, “the woman”. A noun that is only linked to the name, somewhere else, does not count.
  private func title(_ known: Entity) -> Sign? {
    for index in known.mentions {
      let phrase = view.mentions.phrases[index]
      guard phrase.name != nil else {
        if !known.isNamed, phrase.gender != .unknown {
          return Sign(gender: phrase.gender, tokens: phrase.tokens, isTitle: true)
        }
        continue
      }
      let gender = hasTitle(phrase)
      if gender != .unknown { return Sign(gender: gender, tokens: phrase.tokens, isTitle: true) }
    }
    return nil
  }
}
