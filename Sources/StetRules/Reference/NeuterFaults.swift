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
  let words: NeuterWords
  let binding: SubjectBinding

  /// How surely only a person has or does it.
  enum Strength {
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

  init(_ lexicon: Lexicon) {
    words = NeuterWords(lexicon)
    binding = SubjectBinding(lexicon)
  }

  private func all(possessive: Bool, _ analysis: Analysis) -> [NeuterFault] {
    let tokens = analysis.layer.tokens
    guard tokens.contains(where: { words.neuter.contains($0.key) }) else { return [] }
    let view = ClauseView(analysis)
    var faults: [NeuterFault] = []
    for resolution in view.resolutions where resolution.pronoun.category == .neuter {
      let pronoun = resolution.pronoun
      guard (pronoun.grammaticalCase == .possessive) == possessive, view.isTold(pronoun),
        pronoun.grammaticalCase != .reflexive
      else { continue }
      if let fault = bound(pronoun, view) {
        faults.append(fault)
        continue
      }
      guard let (evidence, strength) = possessive ? owned(pronoun, view) : predicate(pronoun, view),
        let person = person(pronoun, strength, view), !mayBeOther(pronoun, strength, person, view)
      else { continue }
      faults.append(NeuterFault(pronoun: pronoun, person: person, evidence: evidence))
    }
    return faults
  }

  /// “Mora made its debut”: the idiom makes what is owned the subject's.
  private func bound(_ pronoun: Pronoun, _ view: ClauseView) -> NeuterFault? {
    let at = pronoun.token
    guard at > 0, pronoun.grammaticalCase == .possessive, view.tags[at - 1].isFiniteVerb,
      !binding.isOwn(at + 1, view.tokens), binding.owner(at, view.tokens, view.tags) != nil,
      let subject = view.subject(before: at, pronoun.sentence), let person = personal(subject, .human, view)
    else { return nil }
    return NeuterFault(
      pronoun: pronoun, person: person, evidence: view.owned(at, end: view.sentences[pronoun.sentence].end))
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
          if strength == .kin ? isSubject : strength != .human && (isSubject || isThing || phrase.name != nil)
          {
            return true
          }
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
