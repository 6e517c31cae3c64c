import StetDocument

/// Finds mentions sentence by sentence: names by their capitals, persons by nouns and titles, bodies by nouns.
///
/// The first form of this layer. It errs towards “could be a person”, so that a rule that stands on it is
/// silent rather than wrong.
struct MentionFinder {
  let analysis: Analysis
  private let tokens: [Token]
  private let lexicon: Lexicon
  private let gazetteer: [Int: PlaceMention]
  /// Names that the document has placed once by “in” or “near”.
  private var placed: Set<WordKey> = []
  private var last: Mention?
  private let to: WordKey
  private let who: WordKey
  private let old: WordKey
  private let year: WordKey

  init(_ analysis: Analysis) {
    self.analysis = analysis
    tokens = analysis.layer.tokens
    lexicon = analysis.lexicon
    var gazetteer: [Int: PlaceMention] = [:]
    for place in analysis.places.all { gazetteer[place.first] = place }
    self.gazetteer = gazetteer
    to = analysis.words.intern("to")
    who = analysis.words.intern("who")
    old = analysis.words.intern("old")
    year = analysis.words.intern("year")
  }

  mutating func mentions() -> [Mention] {
    var found: [Mention] = []
    for (index, sentence) in analysis.sentences.enumerated() { scan(sentence, index, &found) }
    return found
  }

  private mutating func scan(_ sentence: Sentence, _ index: Int, _ found: inout [Mention]) {
    let subject = subjectStart(sentence)
    var at = sentence.first
    while at < sentence.end {
      if let mention = mention(at, sentence, index, subject) {
        found.append(mention)
        last = mention
        at = mention.end
      } else {
        at += 1
      }
    }
  }

  private mutating func mention(_ at: Int, _ sentence: Sentence, _ index: Int, _ subject: Int) -> Mention? {
    let token = tokens[at]
    guard token.isWord else { return nil }
    func made(_ end: Int, _ kind: Mention.Kind, from start: Int? = nil) -> Mention {
      let first = start ?? at
      return Mention(
        first: first, end: end, kind: kind, sentence: index, isSubject: first == subject)
    }
    if token.isCapitalized || token.shape == .mixed, let end = nameEnd(at, sentence) {
      return made(end, nameKind(at..<end, sentence))
    }
    guard token.isLower || at == sentence.first else { return nil }
    let classes = lexicon.classes(token.key)
    let start = determinerStart(at, sentence)
    if classes.contains(.religious), token.isCapitalized { return made(at + 1, .deity) }
    if !classes.isDisjoint(with: [.person, .personRole]) {
      return isVerb(at, sentence) ? nil : made(at + 1, .person, from: start)
    }
    if classes.contains(.vessel) { return made(at + 1, .vessel, from: start) }
    if classes.contains(.organisation) { return made(at + 1, .organisation, from: start) }
    if classes.contains(.place) { return made(at + 1, .place, from: start) }
    if token.key == old, isAge(at, sentence) { return made(at + 1, .person, from: start) }
    if start < at, isAgentNoun(token) { return made(at + 1, .person, from: start) }
    return nil
  }

  /// “will host”, “to head”, “they guard”: a noun's form in a verb's place.
  private func isVerb(_ at: Int, _ sentence: Sentence) -> Bool {
    guard at > sentence.first else { return false }
    let before = tokens[at - 1].key
    return before == to || lexicon.has(before, [.modal, .subjectPronoun])
  }

  /// A noun that its ending makes a person: practitioner, vendor, bassist. Words with such an ending that are
  /// things are in the lexicon.
  private func isAgentNoun(_ token: Token) -> Bool {
    guard token.length >= 5, !lexicon.has(token.key, [.thing, .functionWord]) else { return false }
    let word = analysis.document.prose[token.range.indices]
    return agentEndings.contains { word.suffix($0.utf8CodeUnitCount).elementsEqual($0.bytes) }
  }

  /// “a 19-year-old”
  private func isAge(_ at: Int, _ sentence: Sentence) -> Bool {
    at >= sentence.first + 2 && tokens[at - 1].isPunctuation && !tokens[at].spaceBefore
      && tokens[at - 2].key == year
  }

  // MARK: Names

  /// The end of the run of name words that starts here, or nil when this is an ordinary word with the
  /// capital of a sentence's head.
  private func nameEnd(_ at: Int, _ sentence: Sentence) -> Int? {
    if let place = gazetteer[at], place.sense == .country || place.sense == .capital {
      return extend(place.end, sentence)
    }
    guard isNameWord(at, sentence) else { return nil }
    return extend(at + 1, sentence)
  }

  private func extend(_ from: Int, _ sentence: Sentence) -> Int {
    var end = from
    while end < sentence.end {
      if isNameWord(end, sentence) {
        end += 1
      } else if end + 1 < sentence.end, isParticle(end), isNameWord(end + 1, sentence) {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private func isNameWord(_ at: Int, _ sentence: Sentence) -> Bool {
    let token = tokens[at]
    guard token.isWord, token.isCapitalized || token.shape == .mixed else { return false }
    if lexicon.has(token.key, [.functionWord, .month, .weekday, .title, .opener, .properAdjective]) {
      return false
    }
    // Adjectives of countries are no names: “the Nigerien ambassador”.
    if let place = gazetteer[at], place.sense == .adjective || place.sense == .people { return false }
    guard at == sentence.first || afterOpeningQuote(at, sentence) else { return true }
    let isFollowed = at + 1 < sentence.end && tokens[at + 1].isWord && tokens[at + 1].isCapitalized
    let known = lexicon.classes(token.key)
    if !known.isDisjoint(with: [.person, .personRole, .organisation, .place, .numeral]), !isFollowed {
      return false
    }
    return isFollowed && !isPlural(token) || !analysis.isOrdinaryWord(token)
  }

  private func afterOpeningQuote(_ at: Int, _ sentence: Sentence) -> Bool {
    at > sentence.first && tokens[at - 1].isPunctuation && !tokens[at].spaceBefore
  }

  private func isPlural(_ token: Token) -> Bool {
    analysis.document.prose[Int(token.end) - 1] == UInt8(ascii: "s")
  }

  private func isParticle(_ at: Int) -> Bool {
    let token = tokens[at]
    guard token.isWord, token.isLower, token.length <= 3 else { return false }
    return [
      "de", "van", "von", "der", "den", "del", "da", "di", "al", "el", "bin", "ibn", "la", "le", "dos", "du",
      "of",
    ].contains(analysis.words.string(token.key))
  }

  private mutating func nameKind(_ run: Range<Int>, _ sentence: Sentence) -> Mention.Kind {
    let before = run.lowerBound > sentence.first ? tokens[run.lowerBound - 1] : nil
    if let before, before.isWord, lexicon.has(before.key, [.title, .personRole]) { return .person }
    let classes = run.map { lexicon.classes(tokens[$0].key) }
    if let place = gazetteer[run.lowerBound], !place.isMasked, place.end == run.upperBound {
      return isDescribedAsPerson(run, sentence) ? .person : .place
    }
    if classes.contains(where: { $0.contains(.religious) }) { return .deity }
    if classes.contains(where: { $0.contains(.vessel) }) { return .vessel }
    if classes.contains(where: { $0.contains(.organisation) }) { return .organisation }
    if classes.contains(where: { $0.contains(.place) }) { return .place }
    if classes.contains(where: { !$0.isDisjoint(with: [.person, .personRole]) }) { return .person }
    // An acronym: UN, NATO, AFP.
    if run.count == 1, tokens[run.lowerBound].shape == .upper { return .organisation }
    if let before, before.isWord {
      let word = analysis.words.string(before.key)
      if word == "in" || word == "near" || word == "at" {
        if run.count == 1 { placed.insert(tokens[run.lowerBound].key) }
        return .place
      }
      // “the Red Cross”, “the Rangers”: persons carry no article, but “the Pope” does.
      if word == "the", run.count > 1 || isPlural(tokens[run.lowerBound]) { return .organisation }
      // “the Karish and Tanin fields”: what is joined is of one kind.
      if lexicon.has(before.key, .coordinator), let last, last.end == run.lowerBound - 1, !last.mayBePerson {
        return last.kind
      }
    }
    if run.count == 1, placed.contains(tokens[run.lowerBound].key) { return .place }
    return .name
  }

  /// “Jordan, 34, …” and “Chad, who …”: countries have no age and are no “who”.
  private func isDescribedAsPerson(_ run: Range<Int>, _ sentence: Sentence) -> Bool {
    guard run.upperBound + 2 < sentence.end else { return false }
    let (comma, next) = (tokens[run.upperBound], tokens[run.upperBound + 1])
    guard comma.isPunctuation, analysis.document.prose[Int(comma.start)] == UInt8(ascii: ",") else {
      return false
    }
    if case .number = next.kind { return next.length <= 2 && tokens[run.upperBound + 2].isPunctuation }
    return next.key == who
  }

  // MARK: Subjects

  /// Where the subject of a sentence is expected: its head, after an opening phrase up to a comma.
  private func subjectStart(_ sentence: Sentence) -> Int {
    var at = sentence.first
    while at < sentence.end, tokens[at].isPunctuation { at += 1 }
    guard at < sentence.end, lexicon.has(tokens[at].key, [.preposition, .subordinator, .opener]) else {
      return at
    }
    var comma = at
    while comma < min(sentence.end, at + 10) {
      if tokens[comma].isPunctuation, analysis.document.prose[Int(tokens[comma].start)] == UInt8(ascii: ",") {
        return comma + 1
      }
      comma += 1
    }
    return at
  }

  /// The determiner of the noun at `at`, with up to two adjectives between.
  private func determinerStart(_ at: Int, _ sentence: Sentence) -> Int {
    var start = at
    while start > sentence.first, at - start < 3 {
      let before = tokens[start - 1]
      guard before.isWord else { return at }
      if lexicon.has(before.key, .determiner) { return start - 1 }
      start -= 1
    }
    return at
  }
}

private let agentEndings: [StaticString] = [
  "er", "or", "ist", "ian", "eer", "man", "woman", "person", "ee", "ess",
]

extension StaticString {
  fileprivate var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}
