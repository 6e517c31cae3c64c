import StetDocument

/// Cuts a sentence into noun phrases by word classes and tells the part each plays in its clause.
///
/// A finite-state reading of base noun phrases in the manner of Abney (1991); roles follow from what stands
/// before the phrase and from the next verb.
struct PhraseFinder {
  private let tokens: [Token]
  private let tags: [TagPair]
  private let lexicon: Lexicon
  private let names: NameLexicon
  private var nouns: NounClassifier
  private let prose: [UInt8]
  private let that: WordKey
  private let her: WordKey
  private let linking: WordSet

  init(_ analysis: Analysis) {
    tokens = analysis.layer.tokens
    tags = analysis.tags
    lexicon = analysis.lexicon
    names = analysis.language.names
    nouns = NounClassifier(analysis)
    prose = analysis.document.prose
    that = analysis.words.intern("that")
    her = analysis.words.intern("her")
    linking = analysis.words.set("become becomes became becoming remain remains remained")
  }

  /// Appends the phrases of a sentence in order of their first tokens; `runs` are its names.
  mutating func append(
    _ sentence: Sentence, _ index: Int, _ runs: [NameRuns.Run], to phrases: inout [NounPhrase]
  ) {
    var nextRun = 0
    var at = sentence.first
    while at < sentence.end {
      while nextRun < runs.count, runs[nextRun].tokens.upperBound <= at { nextRun += 1 }
      let (end, head) = extent(at, sentence, runs, nextRun)
      guard end > at else {
        at += 1
        continue
      }
      if let head { add(at..<end, head, index, sentence, runs, nextRun, &phrases) }
      at = end
    }
  }

  /// The end of the phrase that starts at a token, and its head; no head for a pronoun or a bare number.
  private func extent(
    _ start: Int, _ sentence: Sentence, _ runs: [NameRuns.Run], _ firstRun: Int
  ) -> (end: Int, head: Int?) {
    var at = start
    var head: Int?
    var run = firstRun
    var sawDeterminer = false
    loop: while at < sentence.end {
      while run < runs.count, runs[run].tokens.upperBound <= at { run += 1 }
      if run < runs.count, runs[run].tokens.lowerBound == at {
        head = runs[run].head
        at = runs[run].tokens.upperBound
        continue
      }
      switch tags[at].penn {
      case .determiner, .predeterminer, .possessivePronoun:
        guard at == start || !sawDeterminer && head == nil else { break loop }
        sawDeterminer = true
        at += 1
      case .singularNoun, .pluralNoun, .singularProperNoun, .pluralProperNoun:
        head = at
        at += 1
      case .adjective, .comparativeAdjective, .superlativeAdjective, .cardinal, .currency:
        // “the party strong enough”: an adjective after the head starts nothing unless a noun follows it.
        if head != nil, !leadsToNoun(at, sentence) { break loop }
        at += 1
      case .personalPronoun:
        // “her mother” when the tagger missed the possessive.
        guard at == start, tokens[at].key == her, at + 1 < sentence.end, tags[at + 1].isNominal else {
          break loop
        }
        sawDeterminer = true
        at += 1
      case .pastParticiple where isNoun(at, start, sawDeterminer, sentence),
        .pastVerb where isNoun(at, start, sawDeterminer, sentence):
        // “the accused”
        return (at + 1, at)
      case .pastParticiple, .gerund, .hyphen, .affix, .adverb, .superlativeAdverb, .comparativeAdverb:
        guard at > start, leadsToNoun(at, sentence) else { break loop }
        at += 1
      default: break loop
      }
    }
    if head == nil, sawDeterminer, at > start + 1 { head = at - 1 }
    return (at, head)
  }

  /// “the accused”: a participle right after an article, with no noun to come.
  private func isNoun(_ at: Int, _ start: Int, _ sawDeterminer: Bool, _ sentence: Sentence) -> Bool {
    sawDeterminer && at == start + 1 && !leadsToNoun(at, sentence)
  }

  /// Whether modifiers from here lead straight to a noun.
  private func leadsToNoun(_ from: Int, _ sentence: Sentence) -> Bool {
    var at = from
    while at < min(sentence.end, from + 5) {
      switch tags[at].penn {
      case .singularNoun, .pluralNoun, .singularProperNoun, .pluralProperNoun: return true
      case .adjective, .comparativeAdjective, .superlativeAdjective, .cardinal, .pastParticiple, .gerund,
        .hyphen, .adverb, .affix:
        at += 1
      default: return false
      }
    }
    return false
  }

  private mutating func add(
    _ range: Range<Int>, _ head: Int, _ index: Int, _ sentence: Sentence, _ runs: [NameRuns.Run],
    _ firstRun: Int, _ phrases: inout [NounPhrase]
  ) {
    var phrase = NounPhrase(
      tokens: range, head: head, sentence: index, number: number(head), role: .other,
      determiner: determiner(range.lowerBound), kind: .unknown, gender: .unknown)
    var run = firstRun
    var inner: [NounPhrase] = []
    while run < runs.count, runs[run].tokens.lowerBound < range.upperBound {
      if runs[run].tokens.contains(head) {
        phrase.name = run
        if case .unknown = phrase.number { phrase.number = .singular }
      } else {
        inner.append(
          NounPhrase(
            tokens: runs[run].tokens, head: runs[run].head, sentence: index, number: .singular,
            role: .modifier,
            determiner: .none, kind: .unknown, gender: .unknown, name: run))
      }
      run += 1
    }
    if phrase.name == nil {
      let sense = nouns.sense(tokens[head], isPlural: phrase.number == .plural)
      phrase.kind = tags[head].isNominal ? sense.kind : .unknown
      phrase.gender = sense.gender
      phrase.isMeasure = sense.isMeasure
      phrase.isCollective = sense.isCollective
      phrase.isPersonByEnding = sense.byEnding
    }
    place(&phrase, sentence)
    if case .other = phrase.role, let before = phrases.last, joins(before, phrase) {
      phrase.role = before.role
      phrase.verb = before.verb
    }
    phrases.append(phrase)
    phrases.append(contentsOf: inner)
  }

  /// “A and B”: the second plays the part of the first.
  private func joins(_ first: NounPhrase, _ second: NounPhrase) -> Bool {
    guard first.tokens.upperBound + 1 == second.tokens.lowerBound else { return false }
    if case .coordinatingConjunction = tags[first.tokens.upperBound].penn { return true }
    return false
  }

  private func number(_ head: Int) -> NounPhrase.Number {
    switch tags[head].penn {
    case .pluralNoun, .pluralProperNoun: .plural
    case .singularNoun, .singularProperNoun: .singular
    default: .unknown
    }
  }

  private func determiner(_ at: Int) -> NounPhrase.Determiner {
    switch tags[at].penn {
    case .possessivePronoun, .personalPronoun: return .possessive
    case .determiner: break
    default: return .none
    }
    let bytes = prose[tokens[at].range.indices]
    switch bytes.count {
    case 1, 2: return .indefinite
    case 3 where bytes.last.map { $0 | 0x20 } == UInt8(ascii: "e"): return .definite
    case 4,
      5 where bytes.first.map { $0 | 0x20 } == UInt8(ascii: "t"):
      return .demonstrative
    default: return .indefinite
    }
  }

  // MARK: Roles

  private func place(_ phrase: inout NounPhrase, _ sentence: Sentence) {
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
