import StetDocument

/// Cuts a sentence into noun phrases by word classes and tells the part each plays in its clause.
///
/// A finite-state reading of base noun phrases in the manner of Abney (1991); roles follow from what stands
/// before the phrase and from the next verb.
struct PhraseFinder {
  let tokens: [Token]
  let tags: [TagPair]
  let lexicon: Lexicon
  private let names: NameLexicon
  private var nouns: NounClassifier
  private let prose: [UInt8]
  let that: WordKey
  private let her: WordKey
  private let its: WordKey
  /// What a place or a body is to another one.
  private let counterparts: WordSet
  let linking: WordSet

  init(_ analysis: Analysis) {
    tokens = analysis.layer.tokens
    tags = analysis.tags
    lexicon = analysis.lexicon
    names = analysis.language.names
    nouns = NounClassifier(analysis)
    prose = analysis.document.prose
    that = analysis.words.intern("that")
    her = analysis.words.intern("her")
    its = analysis.words.intern("its")
    counterparts = analysis.words.set("neighbour neighbor neighbours neighbors rival ally counterpart")
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
      case .comma, .coordinatingConjunction:
        // “a small but nice airport”
        guard head == nil, sawDeterminer, at > start + 1, joinsAdjectives(at, sentence) else { break loop }
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

  /// Whether a comma or a conjunction stands between two adjectives of one noun.
  private func joinsAdjectives(_ at: Int, _ sentence: Sentence) -> Bool {
    func isAdjective(_ at: Int) -> Bool {
      switch tags[at].penn {
      case .adjective, .comparativeAdjective, .superlativeAdjective: true
      default: false
      }
    }
    // “a pretty, but flat place”: the conjunction stands behind the comma.
    guard isAdjective(at - 1) || tags[at - 1].penn == .comma && isAdjective(at - 2) else { return false }
    var next = at + 1
    if next < sentence.end, case .coordinatingConjunction = tags[next].penn { next += 1 }
    while next < sentence.end, case .adverb = tags[next].penn { next += 1 }
    guard next < sentence.end else { return false }
    // “the recent democratic and integration developments”
    if case .singularNoun = tags[next].penn { return next + 1 < sentence.end && tags[next + 1].isNominal }
    return isAdjective(next) && leadsToNoun(next, sentence)
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
      // “San Francisco, its larger neighbour”
      if phrase.kind == .person, tokens[range.lowerBound].key == its, counterparts.contains(tokens[head].key)
      {
        phrase.kind = .other
      }
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
}
