/// What a possessive owns that can only be the subject's: “the club made its debut”, “she shook her head”, “its own”.
///
/// The possessive of such an idiom is bound to the subject of its clause, as a reflexive is, whoever else was named
/// (Quirk et al. 1985, 6.29).
package struct SubjectBinding: Sendable {
  package enum Owner: Sendable {
    /// Persons and bodies.
    case any
    /// Persons only.
    case person
  }

  private struct Idiom {
    var verbs: WordSet
    var nouns: WordSet
    var owner: Owner
  }

  private let own: WordSet
  private let idioms: [Idiom]

  package init(_ lexicon: Lexicon) { self.init { WordSet($0.description, lexicon) } }

  init(_ words: WordTable) { self.init { words.set($0) } }

  private init(_ set: (StaticString) -> WordSet) {
    own = set("own")
    idioms = [
      Idiom(
        verbs: set("do does did done doing"), nouns: set("job duty best part bit utmost homework"),
        owner: .any),
      Idiom(
        verbs: set("lose loses lost losing"),
        nouns: set("way appeal edge footing balance lustre luster grip bearings"), owner: .any),
      Idiom(verbs: set("make makes made making"), nouns: set("debut way mark"), owner: .any),
      Idiom(
        verbs: set("change changes changed changing"), nouns: set("name mind course tune logo"), owner: .any),
      Idiom(
        verbs: set("keep keeps kept keeping"), nouns: set("word promise promises lead"), owner: .any),
      Idiom(verbs: set("take takes took taken taking"), nouns: set("toll cue"), owner: .any),
      Idiom(
        verbs: set("open opens opened opening close closes closed closing shut shuts"),
        nouns: set("doors borders gates"), owner: .any),
      Idiom(
        verbs: set(
          """
          meet meets met meeting fulfil fulfils fulfill fulfills fulfilled fulfilling honour honours honoured \
          honor honors honored discharge discharged
          """),
        nouns: set("obligations commitments promise promises duty duties mandate targets"), owner: .any),
      Idiom(
        verbs: set(
          """
          express expresses expressed expressing voice voices voiced voicing convey conveys conveyed reiterate \
          reiterates reiterated reiterating reaffirm reaffirms reaffirmed reaffirming pledge pledges pledged \
          pledging renew renews renewed declare declares declared demonstrate demonstrates demonstrated \
          demonstrating
          """),
        nouns: set(
          """
          commitment concern concerns condolences gratitude determination intention intentions intent \
          willingness readiness solidarity sympathy sympathies regret regrets disappointment satisfaction \
          appreciation resolve condemnation displeasure outrage support thanks desire anger alarm dismay \
          opposition
          """), owner: .any),
      Idiom(
        verbs: set("show shows showed shown showing prove proves proved proving reveal reveals revealed"),
        nouns: set("commitment determination resolve willingness readiness"), owner: .any),
      Idiom(
        verbs: set("shake shakes shook shaken shaking nod nods nodded scratch scratches scratched"),
        nouns: set("head"), owner: .person),
      Idiom(
        verbs: set("hold holds held holding catch catches caught"), nouns: set("breath tongue"),
        owner: .person),
      Idiom(
        verbs: set("lose loses lost losing"),
        nouns: set("temper mind job virginity eyesight sight voice nerve life memory composure"),
        owner: .person),
      Idiom(
        verbs: set("clear clears cleared lower lowers lowered raise raises raised"),
        nouns: set("throat voice eyebrow eyebrows"), owner: .person),
      Idiom(
        verbs: set("spend spends spent spending live lives lived living"),
        nouns: set("childhood youth life career adolescence time retirement"), owner: .person),
      Idiom(
        verbs: set(
          """
          begin begins began begun beginning start starts started starting end ends ended ending pursue pursues \
          pursued pursuing continue continues continued continuing resume resumed complete completes completed \
          completing finish finishes finished finishing receive receives received receiving earn earns earned \
          earning
          """),
        nouns: set(
          """
          career studies education degree doctorate phd thesis dissertation \
          apprenticeship diploma schooling scholarship training
          """), owner: .person),
      Idiom(
        verbs: set(
          """
          broke break breaks injure injures injured sprain sprained fracture fractured tear tore torn twist \
          twisted dislocate dislocated
          """),
        nouns: set(
          "leg arm ankle wrist knee foot hand shoulder elbow hip back neck nose rib ribs hamstring groin calf"
        ),
        owner: .person),
    ]
  }

  /// Whether a token is “own”.
  package func isOwn(_ at: Int, _ tokens: [Token]) -> Bool {
    at < tokens.count && own.contains(tokens[at].key)
  }

  /// Whose a possessive is by its idiom: nil when it may be anybody's.
  package func owner(_ possessive: Int, _ tokens: [Token], _ tags: [TagPair]) -> Owner? {
    guard possessive > 0, possessive + 1 < tokens.count else { return nil }
    if own.contains(tokens[possessive + 1].key) { return .any }
    let verb = tokens[possessive - 1].key
    var noun: Int?
    for idiom in idioms where idiom.verbs.contains(verb) {
      noun = noun ?? Self.owned(possessive, tags)
      if let noun, idiom.nouns.contains(tokens[noun].key) { return idiom.owner }
    }
    return nil
  }

  /// The last noun of what a possessive owns: “its self-governing institutions”.
  private static func owned(_ possessive: Int, _ tags: [TagPair]) -> Int? {
    var found: Int?
    for at in possessive + 1..<min(tags.count, possessive + 6) {
      switch tags[at].penn {
      case .singularNoun, .pluralNoun: found = at
      case .adjective, .superlativeAdjective, .comparativeAdjective, .cardinal, .pastParticiple, .gerund,
        .adverb, .hyphen:
        if found != nil { return found }
      default: return found
      }
    }
    return found
  }
}
