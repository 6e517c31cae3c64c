import StetDocument
import StetLanguage
import StetLint

/// “he” where only a woman of the text can be meant, or the reverse.
struct GenderFault {
  var pronoun: Pronoun
  /// Whom the pronoun takes up.
  var person: Range<Int>
  var sign: SpokenGender.Sign
}

/// All of a document, found once for both rules.
struct GenderFaultList {
  var faults: [GenderFault]
}

/// Finds pronouns of the wrong gender. Two rules report what it finds, by what shows the gender.
struct GenderFaults {
  /// Paragraphs before its own that a pronoun may reach back to, and phrases that are looked at at most.
  static let reach = 2
  private static let phraseLimit = 300

  /// What only its owner begins, makes or gets, when it stands behind such a verb or preposition: “she began her
  /// career”, “during her career”.
  private let own: WordSet
  private let ownBehind: WordSet
  /// What nobody remembers of somebody else at the head of a sentence.
  private let early: WordSet
  private let ownWord: WordKey
  private let forWord: WordKey
  /// What one wins a prize for, and the verbs of winning.
  private let achieved: WordSet
  private let honoured: WordSet
  /// What is the subject's own behind a preposition: “during her visit”.
  private let ownBehindPreposition: WordSet
  /// Words of a text in which pronouns change on purpose.
  private let changing: WordSet
  private let open: WordSet
  private let titles: SpokenGender.Titles
  private let binding: SubjectBinding

  init(_ lexicon: Lexicon) {
    own = WordSet(
      "career debut education studies degree doctorate phd childhood youth retirement resignation autobiography "
        + "memoir memoirs lifetime apprenticeship schooling thesis dissertation stint clerkship diploma "
        + "scholarship professorship adolescence comeback upbringing candidacy maiden",
      lexicon)
    ownBehind = WordSet(
      "began begin begins beginning begun started start starts starting ended ends ending finished finish finishing "
        + "completed completing complete pursued pursue pursuing continued continue resumed resume made makes make "
        + "making received receive earned earn earning spent spend spends spending launched abandoned quit "
        + "during in throughout after before since until over despite following upon",
      lexicon)
    early = WordSet(
      "career childhood youth adolescence upbringing studies apprenticeship hometown teens twenties thirties",
      lexicon)
    ownWord = lexicon.key("own")
    forWord = lexicon.key("for")
    achieved = WordSet(
      "role roles part performance performances portrayal work contribution contributions service bravery "
        + "achievement achievements efforts acting writing singing",
      lexicon)
    honoured = WordSet(
      "won win wins winning received receives earned earning nominated awarded honoured honored known famous noted "
        + "remembered acclaimed recognised recognized renowned",
      lexicon)
    ownBehindPreposition = WordSet(
      "visit trip tour speech address remarks testimony stay tenure term reign inauguration", lexicon)
    titles = SpokenGender.Titles(lexicon)
    binding = SubjectBinding(lexicon)
    changing = WordSet(
      "non-binary nonbinary binary transgender trans transsexual transition transitioned genderfluid "
        + "genderqueer drag pronoun pronouns intersex androgynous crossdresser transvestite",
      lexicon)
    open = WordSet(
      "one another other somebody someone anyone anybody everyone nobody whoever former latter both old olds",
      lexicon)
  }

  func all(_ analysis: Analysis) -> [GenderFault] {
    guard hasBoth(analysis) else { return [] }
    let view = ClauseView(analysis)
    let genders = SpokenGender(view, titles)
    var faults: [GenderFault] = []
    for (index, resolution) in view.resolutions.enumerated() {
      let pronoun = resolution.pronoun
      guard SpokenGender.gender(pronoun) != .unknown, view.isTold(pronoun),
        !PronounFaults.isAlternative(pronoun, analysis), !isJoined(pronoun, view)
      else { continue }
      if case .noneCompatible = resolution.verdict { continue }
      if let fault = bound(pronoun, index, view, genders) ?? alone(pronoun, index, view, genders)
        ?? lone(pronoun, view, genders)
      {
        faults.append(fault)
      }
    }
    guard !faults.isEmpty, !analysis.layer.tokens.contains(where: { changing.contains($0.key) }) else {
      return []
    }
    return faults
  }

  /// Most texts have pronouns of one gender only, or none.
  private func hasBoth(_ analysis: Analysis) -> Bool {
    let lexicon = analysis.lexicon
    var seen: WordClass = []
    var hasSign = false
    for token in analysis.layer.tokens where token.isWord && token.length <= 8 {
      seen.formUnion(lexicon.classes(token.key).intersection([.masculine, .feminine]))
      if seen.contains([.masculine, .feminine]) { return true }
      if lexicon.has(token.key, .title) { hasSign = true }
    }
    return hasSign && !seen.isEmpty
  }

  /// “the tycoon and his partners”: what is joined belongs to what stands before “and”.
  private func isJoined(_ pronoun: Pronoun, _ view: ClauseView) -> Bool {
    let at = pronoun.token
    guard at >= 2, pronoun.grammaticalCase == .possessive,
      case .coordinatingConjunction = view.tags[at - 1].penn
    else { return false }
    return view.tags[at - 2].isNominal
  }

  // MARK: The subject of the clause

  private func bound(
    _ pronoun: Pronoun, _ index: Int, _ view: ClauseView, _ genders: SpokenGender
  ) -> GenderFault? {
    switch pronoun.grammaticalCase {
    case .reflexive:
      // “with Bennett himself”
      guard pronoun.token > 0, !view.tags[pronoun.token - 1].isNominal else { return nil }
    case .possessive:
      let nouns = view.owned(pronoun.token, end: view.sentences[pronoun.sentence].end)
      let at = pronoun.token
      // “began her career”, “had ended her long career”, “her own boat”
      let isOwn =
        nouns.first.map { view.tokens[$0].key == ownWord } ?? false
        || at > 0 && ownBehind.contains(view.tokens[at - 1].key)
          && (nouns.last.map { own.contains(view.tokens[$0].key) } ?? false)
      let isIdiom = binding.owner(at, view.tokens, view.tags) != nil
      let isBehind = nouns.contains { ownBehindPreposition.contains(view.tokens[$0].key) }
      guard
        isOwn || isIdiom || isAwarded(pronoun, nouns, view)
          || isBehind && isBehindPreposition(pronoun.token, view)
      else { return nil }
    case .subjective, .objective: return nil
    }
    let gender = SpokenGender.gender(pronoun)
    let subject =
      view.subject(before: pronoun.token, pronoun.sentence)
      ?? (pronoun.grammaticalCase == .possessive ? opened(pronoun, view) : nil)
    switch subject {
    case .pronoun(let subject):
      let other = view.resolutions[subject].pronoun
      let said = SpokenGender.gender(other)
      guard said != .unknown, said != gender, !other.isQuoted else { return nil }
      // The rarer of the two is the wrong one.
      let (wrong, right) = isRarer(said, than: gender, view) ? (other, pronoun) : (pronoun, other)
      let place = right.token..<right.token + 1
      return GenderFault(
        pronoun: wrong, person: place,
        sign: SpokenGender.Sign(gender: SpokenGender.gender(right), tokens: place, isTitle: false))
    case .phrase(let phrase):
      let entity = view.mentions.phrases[phrase].entity
      guard view.isPerson(view.mentions.phrases[phrase]), let sign = genders.sign(entity, except: index),
        sign.gender != gender, genders.isSame(view.mentions.phrases[phrase], sign)
      else { return nil }
      return GenderFault(pronoun: pronoun, person: view.mentions.phrases[phrase].tokens, sign: sign)
    case nil: return nil
    }
  }

  /// The subject of a sentence that the possessive opens: “During her childhood, Mora …”.
  private func opened(_ pronoun: Pronoun, _ view: ClauseView) -> ClauseView.Subject? {
    let first = view.sentences[pronoun.sentence].first
    guard pronoun.token - first <= 3,
      !(first..<pronoun.token).contains(where: { view.tags[$0].isFiniteVerb || view.tags[$0].isNominal }),
      let noun = view.owned(pronoun.token, end: view.sentences[pronoun.sentence].end).last,
      early.contains(view.tokens[noun].key)
    else { return nil }
    return view.mainSubject(pronoun.sentence, after: noun)
  }

  private func isRarer(_ gender: Entity.Gender, than other: Entity.Gender, _ view: ClauseView) -> Bool {
    var balance = 0
    for resolution in view.resolutions {
      let said = SpokenGender.gender(resolution.pronoun)
      if said == gender { balance -= 1 } else if said == other { balance += 1 }
    }
    return balance > 0
  }

  /// “won a prize for her role”: nobody is honoured for somebody else's.
  private func isAwarded(_ pronoun: Pronoun, _ nouns: Range<Int>, _ view: ClauseView) -> Bool {
    let at = pronoun.token
    let first = max(view.sentences[pronoun.sentence].first, at - 12)
    guard at > first, view.tokens[at - 1].key == forWord,
      nouns.last.map({ achieved.contains(view.tokens[$0].key) }) ?? false
    else { return false }
    return (first..<at).contains { honoured.contains(view.tokens[$0].key) }
  }

  private func isBehindPreposition(_ at: Int, _ view: ClauseView) -> Bool {
    guard at > 0, case .preposition = view.tags[at - 1].penn else { return false }
    return true
  }

  // MARK: Nobody else

  /// One person alone is within reach, and of the other gender by what the text says.
  private func alone(
    _ pronoun: Pronoun, _ index: Int, _ view: ClauseView, _ genders: SpokenGender
  ) -> GenderFault? {
    // “Mrs Berg tells him”: an object is somebody else.
    guard pronoun.grammaticalCase == .subjective || pronoun.grammaticalCase == .possessive else { return nil }
    let gender = SpokenGender.gender(pronoun)
    let first = view.sentences[pronoun.sentence].block - Self.reach
    var sentence = pronoun.sentence
    var found: Int?
    var seen = 0
    while sentence >= 0, view.sentences[sentence].block >= first {
      let isOwn = sentence == pronoun.sentence
      if view.resolutions(of: sentence).contains(where: {
        $0 < index && SpokenGender.gender(view.resolutions[$0].pronoun) == gender
      }) {
        return nil
      }
      if !isOwn, view.sentences[sentence].tokens.contains(where: { open.contains(view.tokens[$0].key) }) {
        return nil
      }
      for at in view.mentions.ofSentence[sentence].reversed() {
        seen += 1
        guard seen < Self.phraseLimit else { return nil }
        let phrase = view.mentions.phrases[at]
        if phrase.isCollective || phrase.number == .plural && isPeople(phrase, view) { return nil }
        guard isCandidate(phrase, isAfter: phrase.tokens.lowerBound > pronoun.token, view),
          !phrase.tokens.contains(pronoun.token)
        else { continue }
        if let known = found {
          guard view.mentions.phrases[known].entity == phrase.entity else { return nil }
        } else if phrase.tokens.upperBound <= pronoun.token {
          found = at
        } else {
          return nil
        }
      }
      sentence -= 1
    }
    guard let found, let sign = genders.sign(view.mentions.phrases[found].entity, except: index),
      sign.gender != gender, sign.isTitle, genders.isSame(view.mentions.phrases[found], sign)
    else { return nil }
    return GenderFault(pronoun: pronoun, person: view.mentions.phrases[found].tokens, sign: sign)
  }

  private func isPeople(_ phrase: NounPhrase, _ view: ClauseView) -> Bool {
    switch phrase.kind {
    case .person, .unknown: true
    default: false
    }
  }

  private func isCandidate(_ phrase: NounPhrase, isAfter: Bool, _ view: ClauseView) -> Bool {
    if view.isUnknownName(phrase) {
      return phrase.role != .modifier && !(isAfter && phrase.role == .oblique)
    }
    switch view.mentions.entities[phrase.entity].kind {
    case .person: return phrase.number != .plural || phrase.name != nil
    case .unknown: return phrase.number != .plural && phrase.determiner == .definite
    // “the millionaire”, “the mogul”: no list of nouns is whole.
    case .other: return phrase.name == nil ? isVague(phrase, view) : phrase.role == .subject
    case .place, .organisation: return false
    }
  }

  /// A singular with an article that is the subject of a verb of speech: a person, whatever the lists say.
  private func isVague(_ phrase: NounPhrase, _ view: ClauseView) -> Bool {
    guard case .subject = phrase.role, let verb = phrase.verb else { return false }
    return view.analysis.lexicon.has(view.tokens[verb].key, .speechVerb)
  }
}
