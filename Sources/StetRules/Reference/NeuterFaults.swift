import StetDocument
import StetLanguage
import StetLint

/// “it” or “its” where only a person can be meant.
struct NeuterFault {
  var pronoun: Pronoun
  /// Who seems to be meant.
  var person: Range<Int>
  /// What only a person does or has.
  var evidence: Range<Int>
}

/// Finds “it” and “its” beside what only persons do or have, where a person is the subject around and nothing
/// else can be meant.
struct NeuterFaults {
  private let words: NeuterWords

  /// How surely only a person has or does it.
  private enum Strength {
    /// Nothing but an animal or a child may be meant: its wife.
    case human
    /// Figures of speech apart: its mother.
    case kin
    /// Bodies, too, but no thing: it resigned.
    case active
    /// Things, too: its career.
    case shared

    /// Whether only a person is sure to be known as one.
    var isWeak: Bool { self == .active || self == .shared }
  }

  init(_ lexicon: Lexicon) { words = NeuterWords(lexicon) }

  private func all(possessive: Bool, _ analysis: Analysis) -> [NeuterFault] {
    let tokens = analysis.layer.tokens
    guard mayHold(tokens, possessive: possessive) else { return [] }
    let view = ClauseView(analysis)
    var faults: [NeuterFault] = []
    for resolution in view.resolutions where resolution.pronoun.category == .neuter {
      let pronoun = resolution.pronoun
      guard (pronoun.grammaticalCase == .possessive) == possessive, view.isTold(pronoun),
        pronoun.grammaticalCase != .reflexive,
        let (evidence, strength) = possessive ? owned(pronoun, view) : predicate(pronoun, view),
        let person = person(pronoun, strength, view),
        !mayBeOther(pronoun, strength, person, view)
      else { continue }
      faults.append(NeuterFault(pronoun: pronoun, person: person, evidence: evidence))
    }
    return faults
  }

  /// A look at the words alone: most texts have nothing of the kind beside an “it”.
  private func mayHold(_ tokens: [Token], possessive: Bool) -> Bool {
    tokens.contains { token in
      guard token.isWord else { return false }
      if possessive {
        return words.human.contains(token.key) || words.kin.contains(token.key)
          || words.shared.contains(token.key)
      }
      return words.birth.contains(token.key) || words.humanPassive.contains(token.key)
        || words.humanVerb.contains(token.key)
        || words.activeVerb.contains(token.key) || words.sharedVerb.contains(token.key)
        || words.humanObject.contains(token.key)
        || words.sharedObject.contains(token.key) || words.role.contains(token.key)
    }
  }

  // MARK: Evidence

  private func owned(_ pronoun: Pronoun, _ view: ClauseView) -> (Range<Int>, Strength)? {
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
    if head + 1 < end, view.analysis.words.string(view.tokens[head + 1].key) == "of" { return nil }
    if head + 1 < end, case .possessiveEnding = view.tags[head + 1].penn {
      // “its grandfather's boat”
    } else if head + 1 < end, words.figurative.contains(view.tokens[head + 1].key) {
      return nil
    }
    let key = view.tokens[head].key
    if words.human.contains(key) { return (nouns, .human) }
    if words.kin.contains(key) { return (nouns, .kin) }
    return words.shared.contains(key) ? (nouns, .shared) : nil
  }

  private func predicate(_ pronoun: Pronoun, _ view: ClauseView) -> (Range<Int>, Strength)? {
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
          guard lexicon.has(view.tokens[next].key, .have) else { return verb(next, isPassive, end, view) }
        }
      }
      next += 1
    }
    return nil
  }

  private func verb(
    _ at: Int, _ isPassive: Bool, _ end: Int, _ view: ClauseView
  ) -> (Range<Int>, Strength)? {
    let key = view.tokens[at].key
    let span = at..<at + 1
    if isPassive {
      // Ideas, bands and children are born, too.
      if words.birth.contains(key) { return isDated(at, end, view) ? (span, .shared) : nil }
      return words.humanPassive.contains(key) ? (span, .human) : nil
    }
    guard view.tags[at].isVerbal else { return nil }
    if words.humanVerb.contains(key) { return (span, .human) }
    if words.activeVerb.contains(key) { return (span, .active) }
    if words.sharedVerb.contains(key) { return (span, .shared) }
    // “played the heroine”, “played the role of”
    if at + 3 < end, view.analysis.words.string(key) == "played",
      (at + 1..<min(end, at + 5)).contains(where: { words.role.contains(view.tokens[$0].key) })
    {
      return (span, .shared)
    }
    return nil
  }

  /// “born in 1931”, “born on May 3”, “born to a baker”
  private func isDated(_ at: Int, _ end: Int, _ view: ClauseView) -> Bool {
    guard at + 2 < end else { return false }
    if case .to = view.tags[at + 1].penn { return true }
    let next = view.tokens[at + 2]
    if case .number = next.kind { return true }
    return view.analysis.lexicon.has(next.key, .month)
  }

  // MARK: Who is meant

  /// The person nearest before the pronoun, or the subject of the sentence that the pronoun opens. Beside what only
  /// persons have, a name of unknown kind is a person, too.
  private func person(_ pronoun: Pronoun, _ strength: Strength, _ view: ClauseView) -> Range<Int>? {
    let sentence = pronoun.sentence
    if let found = last(in: sentence, before: pronoun.token, strength, view) { return found }
    let first = view.sentences[sentence].first
    // “After its clerkship, Mora taught law.”
    if pronoun.grammaticalCase == .possessive,
      !(first..<pronoun.token).contains(where: { view.tags[$0].isFiniteVerb }),
      (first..<pronoun.token).contains(where: { view.tags[$0].penn == .preposition }),
      let main = view.mainSubject(sentence, after: pronoun.token),
      let found = personal(main, strength, view)
    {
      return found
    }
    guard sentence > 0, view.sentences[sentence - 1].block == view.sentences[sentence].block else {
      return nil
    }
    if let before = view.mainSubject(sentence - 1), let found = personal(before, strength, view) {
      return found
    }
    return !strength.isWeak ? last(in: sentence - 1, before: .max, strength, view) : nil
  }

  private func last(in sentence: Int, before token: Int, _ strength: Strength, _ view: ClauseView) -> Range<
    Int
  >? {
    var found: Range<Int>?
    for index in view.mentions.ofSentence[sentence].reversed() {
      let phrase = view.mentions.phrases[index]
      guard phrase.tokens.upperBound <= token, phrase.role != .modifier,
        isPerson(phrase, strength, view)
      else { continue }
      found = phrase.tokens
      break
    }
    let pronoun = view.resolutions(of: sentence).last {
      let pronoun = view.resolutions[$0].pronoun
      return pronoun.token < token && SpokenGender.gender(pronoun) != .unknown
    }
    guard let pronoun else { return found }
    let place = view.place(.pronoun(pronoun))
    guard let found, found.lowerBound > place.lowerBound else { return place }
    return found
  }

  private func isPerson(_ phrase: NounPhrase, _ strength: Strength, _ view: ClauseView) -> Bool {
    if view.isPerson(phrase) { return !phrase.isPersonByEnding }
    return !strength.isWeak && view.isUnknownName(phrase) && phrase.role == .subject
  }

  private func personal(_ subject: ClauseView.Subject, _ strength: Strength, _ view: ClauseView) -> Range<
    Int
  >? {
    switch subject {
    case .phrase(let index):
      let phrase = view.mentions.phrases[index]
      return isPerson(phrase, strength, view) ? phrase.tokens : nil
    case .pronoun(let index):
      return SpokenGender.gender(view.resolutions[index].pronoun) == .unknown ? nil : view.place(subject)
    }
  }

  /// Whether something near may be “it”: an animal, a child; without a human word also a body, a place, a work.
  private func mayBeOther(
    _ pronoun: Pronoun, _ strength: Strength, _ person: Range<Int>, _ view: ClauseView
  ) -> Bool {
    let block = view.sentences[pronoun.sentence].block
    for sentence in stride(from: pronoun.sentence, to: max(-1, pronoun.sentence - 3), by: -1)
    where view.sentences[sentence].block >= block - 1 {
      if view.sentences[sentence].tokens.contains(where: {
        words.living.contains(view.tokens[$0].key) && view.tokens[$0].isLower
      }) {
        return true
      }
      let isOwn = sentence == pronoun.sentence
      guard isOwn || strength != .human && sentence == pronoun.sentence - 1 else { continue }
      for index in view.mentions.ofSentence[sentence].reversed() {
        let phrase = view.mentions.phrases[index]
        guard phrase.tokens.upperBound <= pronoun.token, !phrase.tokens.overlaps(person),
          phrase.number != .plural || phrase.name != nil
        else { continue }
        let isSubject = phrase.role == .subject
        switch view.mentions.entities[phrase.entity].kind {
        case .organisation: if strength.isWeak || isSubject { return true }
        case .place: if isSubject { return true }
        case .unknown: if strength.isWeak, phrase.name != nil, phrase.role != .modifier { return true }
        case .other:
          // “He had an idea. It was born in 1990.”
          let isThing = strength == .shared && phrase.role == .object && !phrase.isMeasure
          if strength != .human, isSubject || isThing || phrase.name != nil { return true }
        case .person: break
        }
      }
      // “it” before may be anything.
      if view.resolutions(of: sentence).contains(where: {
        let other = view.resolutions[$0].pronoun
        return other.category == .neuter && other.token < pronoun.token
      }) {
        return true
      }
    }
    return false
  }
}

extension NeuterFaults {
  /// Reports the possessives or the others, each with the person that it seems to take up.
  func report(
    possessive: Bool, _ analysis: Analysis, _ report: inout Report,
    message: (_ evidence: String, _ person: String) -> String
  ) {
    for fault in all(possessive: possessive, analysis) {
      let person = analysis.string(fault.person)
      report.add(
        message(analysis.string(fault.evidence), person),
        at: analysis.layer.tokens[fault.pronoun.token].range,
        related: [(analysis.range(fault.person), "“\(person)” is a person, who is never “it”")])
    }
  }
}
