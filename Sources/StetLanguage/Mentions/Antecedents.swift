import StetDocument

/// Finds for each pronoun what it may mean and ranks it.
///
/// Salience in the manner of Lappin and Leass (1994), over entities: what was said last, as a subject, often,
/// and under a pronoun already, is likeliest to be taken up again. The weights were set by hand on the training
/// part of GUM.
struct AntecedentFinder {
  /// Sentences before the pronoun's own that are searched.
  static let reach = 6
  /// Phrases before the pronoun that are searched: keeps text in one endless sentence linear.
  static let phraseReach = 60
  /// A lead below this is no decision.
  static let margin = 10

  struct Seen {
    var token: Int
    var sentence: Int
    var role: NounPhrase.Role
    var category: Pronoun.Class
  }

  let analysis: Analysis
  let mentions: Mentions
  let sentences: [Sentence]
  let tokens: [Token]
  let tags: [TagPair]
  let quotations: Quotations
  let speakers: [Speaker?]
  let spanOf: QuotationIndex
  /// Per entity where a pronoun took it up last.
  var lastPronoun: [Seen?]
  /// Per entity the number of its mentions so far, pronouns included.
  var counts: [Int]
  let entities: [EntityFacts]
  private var nextPhrase = 0
  private var persons: PersonSearch

  init(_ analysis: Analysis) {
    self.analysis = analysis
    mentions = analysis.mentions
    sentences = analysis.sentences
    tokens = analysis.layer.tokens
    tags = analysis.tags
    quotations = analysis.quotations
    speakers = analysis.speakers
    spanOf = QuotationIndex(analysis.quotations)
    persons = PersonSearch(analysis)
    counts = Array(repeating: 0, count: mentions.entities.count)
    lastPronoun = Array(repeating: nil, count: mentions.entities.count)
    entities = mentions.entities.map(EntityFacts.init)
  }

  mutating func resolutions() -> [Resolution] {
    PronounFinder(analysis).pronouns().map { resolve($0) }
  }

  private mutating func resolve(_ pronoun: Pronoun) -> Resolution {
    while nextPhrase < mentions.phrases.count, mentions.phrases[nextPhrase].head < pronoun.token {
      counts[mentions.phrases[nextPhrase].entity] += 1
      nextPhrase += 1
    }
    var isAlone = false
    switch pronoun.category {
    case .masculine, .feminine:
      switch persons.search(pronoun) {
      case .body(let closest):
        return Resolution(pronoun: pronoun, candidates: [], verdict: .noneCompatible(closest: closest))
      case .nobody: isAlone = true
      case .somebody: break
      }
      persons.prove(pronoun)
    case .neuter, .plural: break
    }
    guard !pronoun.isExpletive else { return Resolution(pronoun: pronoun, candidates: [], verdict: .unsure) }
    var best: [Candidate] = []
    let bound = boundEntities(pronoun)
    let floor = max(0, nextPhrase - Self.phraseReach)
    var index = nextPhrase
    while index > floor {
      index -= 1
      let phrase = mentions.phrases[index]
      guard pronoun.sentence - phrase.sentence <= Self.reach else { break }
      guard phrase.tokens.upperBound <= pronoun.token, !bound.contains(phrase.entity),
        let candidate = score(phrase, index, pronoun)
      else {
        continue
      }
      if let known = best.firstIndex(where: { $0.entity == candidate.entity }) {
        if candidate.score > best[known].score { best[known].score = candidate.score }
      } else {
        best.append(candidate)
      }
    }
    best.sort { ($0.score, $0.phrase) > ($1.score, $1.phrase) }
    let verdict = verdict(best, pronoun)
    if case .chosen(let at) = verdict { take(best[at], pronoun) }
    return Resolution(
      pronoun: pronoun, candidates: Array(best.prefix(5)), verdict: verdict, isAlone: isAlone)
  }

  private func verdict(_ candidates: [Candidate], _ pronoun: Pronoun) -> Resolution.Verdict {
    guard let first = candidates.first else {
      // Whether a person can be meant has been asked already, and more carefully.
      guard pronoun.category == .neuter || pronoun.category == .plural, let closest = closest(pronoun) else {
        return .unsure
      }
      return .noneCompatible(closest: closest)
    }
    guard first.score > 0 else { return .unsure }
    if candidates.count > 1, first.score - candidates[1].score < Self.margin { return .unsure }
    return .chosen(0)
  }

  /// The subject of the sentence before, or what stands nearest.
  private func closest(_ pronoun: Pronoun) -> Int? {
    var sentence = pronoun.sentence
    while sentence >= max(0, pronoun.sentence - 2) {
      let range = mentions.ofSentence[sentence].lazy.filter {
        mentions.phrases[$0].tokens.upperBound <= pronoun.token && mentions.phrases[$0].role != .modifier
      }.prefix(Self.phraseReach)
      if let subject = range.first(where: { mentions.phrases[$0].role == .subject }) ?? range.first {
        return subject
      }
      sentence -= 1
    }
    return nil
  }

  private mutating func take(_ candidate: Candidate, _ pronoun: Pronoun) {
    counts[candidate.entity] += 1
    let role: NounPhrase.Role =
      switch pronoun.grammaticalCase {
      case .subjective: .subject
      case .objective, .reflexive: .object
      case .possessive: .possessor
      }
    lastPronoun[candidate.entity] = Seen(
      token: pronoun.token, sentence: pronoun.sentence, role: role, category: pronoun.category)
  }

  // MARK: Scores

  /// nil when the phrase cannot be meant.
  private func score(_ phrase: NounPhrase, _ index: Int, _ pronoun: Pronoun) -> Candidate? {
    guard !phrase.isMeasure else { return nil }
    guard var (score, reasons) = agreement(phrase, pronoun) else { return nil }
    let isPersonal = pronoun.category == .masculine || pronoun.category == .feminine
    let entity = entities[phrase.entity]
    var sentence = phrase.sentence
    var role = phrase.role
    var last = phrase.tokens.upperBound
    if let seen = lastPronoun[phrase.entity], seen.token > phrase.head, seen.category == pronoun.category {
      sentence = max(sentence, seen.sentence)
      last = max(last, seen.token)
      role = seen.role == .subject || role != .subject ? seen.role : role
      reasons.insert(.continued)
      score += isPersonal ? 30 : 14
    }
    let distance = pronoun.sentence - sentence
    score += distance == 0 ? 60 : max(0, 56 - 22 * distance)
    if distance == 0 { reasons.insert(.sameSentence) }
    switch role {
    case .subject:
      score += 26
      reasons.insert(.subject)
      if case .subjective = pronoun.grammaticalCase {
        score += 8
        reasons.insert(.parallel)
      }
    case .object: score += 10
    case .possessor: score += 8
    case .oblique, .other: score += 4
    case .modifier: score -= 10
    case .predicate: score -= 14
    }
    // Of two in one sentence the nearer one, a little; for possessives and objects more.
    if distance == 0 { score -= min(12, (pronoun.token - last) / 2) }
    if counts[phrase.entity] > 1 {
      score += isPersonal ? min(24, 5 * (counts[phrase.entity] - 1)) : min(9, 3 * (counts[phrase.entity] - 1))
      reasons.insert(.frequent)
    }
    if entity.isNamed, phrase.name != nil {
      score += isPersonal ? 8 : 2
      reasons.insert(.named)
    }
    score += quotationScore(phrase, pronoun, &reasons)
    if phrase.determiner == .indefinite, distance > 0 { score -= 4 }
    return Candidate(phrase: index, entity: phrase.entity, score: score, reasons: reasons)
  }

  private func quotationScore(_ phrase: NounPhrase, _ pronoun: Pronoun, _ reasons: inout Reasons) -> Int {
    let isQuoted = quotations.contains(phrase.head)
    guard pronoun.isQuoted else { return isQuoted ? -25 : 0 }
    guard let span = spanOf[pronoun.token], let speaker = speakers[span], let said = speaker.phrase else {
      return 0
    }
    // Who speaks is “I” there, not “he”; a body speaks of itself as “we”.
    if mentions.phrases[said].entity == phrase.entity {
      reasons.insert(.speaker)
      return -60
    }
    return 0
  }

  /// Entities that are the subject of the pronoun's own clause.
  private func boundEntities(_ pronoun: Pronoun) -> [Int] {
    guard case .objective = pronoun.grammaticalCase else { return [] }
    return mentions.phrases[max(0, nextPhrase - Self.phraseReach)..<nextPhrase]
      .filter { isBound($0, pronoun) }.map(\.entity)
  }

  /// The subject of the pronoun's own clause is no object of it: “Austin praised him”.
  private func isBound(_ phrase: NounPhrase, _ pronoun: Pronoun) -> Bool {
    guard phrase.sentence == pronoun.sentence, phrase.role == .subject, let verb = phrase.verb,
      verb < pronoun.token
    else { return false }
    switch pronoun.grammaticalCase {
    case .objective:
      // Another finite verb or a subject in between opens a clause of its own.
      var at = verb + 1
      while at < pronoun.token {
        if tags[at].isFiniteVerb, !tags[at - 1].isVerbal { return false }
        switch tags[at].penn {
        case .comma, .whPronoun, .whDeterminer, .whAdverb, .personalPronoun,
          .baseVerb where at - 1 > verb:
          return false
        case .coordinatingConjunction: return false
        default: break
        }
        at += 1
      }
      return pronoun.token - verb < 12
    case .subjective, .possessive, .reflexive: return false
    }
  }
}

extension Analysis {
  func findAntecedents() -> [Resolution] {
    var finder = AntecedentFinder(self)
    return finder.resolutions()
  }
}
