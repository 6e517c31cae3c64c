/// Weighs one mention of a name by its own words and by those around it.
struct NameClassifier {
  private let analysis: Analysis
  let tokens: [Token]
  let tags: [TagPair]
  let lexicon: Lexicon
  let names: NameLexicon
  private let words: WordTable
  private let prose: [UInt8]
  let key: Keys

  struct Keys {
    var places: WordSet
    var placing: WordSet
    var the: WordKey
    var of: WordKey
    var from: WordKey
    var who: WordSet
    var acts: WordSet
    var suffixes: WordSet
    var city: WordSet
    var compass: WordSet
    var governed: WordSet
    var publicThings: WordSet
    var located: WordSet
    var which: WordKey
    var work: WordSet
  }

  init(_ analysis: Analysis) {
    self.analysis = analysis
    tokens = analysis.layer.tokens
    tags = analysis.tags
    lexicon = analysis.lexicon
    names = analysis.language.names
    words = analysis.words
    prose = analysis.document.prose
    func set(_ list: StaticString) -> WordSet { analysis.words.set(list) }
    key = Keys(
      places: set("in near throughout across around outside inside"),
      placing: set("in on at to from near between around across via"), the: analysis.words.intern("the"),
      of: analysis.words.intern("of"), from: analysis.words.intern("from"), who: set("who whom whose"),
      acts: set(
        "born died married retired resigned grew attended studied graduated wrote starred thinks knew wife husband son daughter mother father brother sister"
      ),
      suffixes: set("jr jr. sr sr. ii iii iv"), city: set("city town village province state county district"),
      compass: set("north south east west central northern southern eastern western greater upper lower"),
      governed: set(
        "mayor governor residents inhabitants outskirts capital north south east west centre center coast suburbs streets"
      ),
      publicThings: set(
        "population capital economy parliament coast coastline mayor residents inhabitants suburbs airport"),
      located: set("located situated bordered populated headquartered"),
      which: analysis.words.intern("which"),
      work: set(
        "film movie novel book song album magazine series award prize cup war battle day festival games championship act treaty"
      ))
  }

  /// - Parameter joined: the kind of the name that “A, B and C” puts before this one.
  func evidence(
    _ run: NameRuns.Run, _ phrase: NounPhrase, _ sentence: Sentence, joined: Entity.Kind?
  ) -> NameEvidence {
    var points = NameEvidence()
    ownWords(run, &points)
    context(run, phrase, sentence, &points)
    if run.known == nil, points.kind == .unknown, let joined { points.add(joined, 2) }
    if run.known == nil, points.kind == .unknown { shape(run, phrase, &points) }
    return points
  }

  private func ownWords(_ run: NameRuns.Run, _ points: inout NameEvidence) {
    let range = run.tokens
    if let known = run.known {
      let isAmbiguous = range.count == 1 && names.has(tokens[range.lowerBound].key, .ambiguousPlace)
      points.add(known, isAmbiguous ? 2 : 5)
    }
    let first = names.hints(tokens[range.lowerBound].key)
    if isTitle(range.lowerBound), range.count > 1 { points.person += 6 }
    // “State Representative Barbara Staggs”
    if range.count > 2,
      range.dropFirst().dropLast().contains(where: {
        isTitle($0) && names.has(tokens[$0 + 1].key, .givenName)
      })
    {
      points.person += 8
    }
    for at in range {
      let hints = names.hints(tokens[at].key)
      let classes = lexicon.classes(tokens[at].key)
      // “the Government”, “the Church”: alone, the word is a weaker sign than in a longer name.
      let strength = range.count > 1 ? (at == run.head ? 6 : 3) : 3
      if !hints.isDisjoint(with: .bodyWord) || classes.contains(.organisation) {
        points.organisation += strength
      } else if !hints.isDisjoint(with: .placeWord) || classes.contains(.place) {
        points.place += at == range.lowerBound ? max(strength, range.count > 1 ? 6 : 3) : strength
      }
      if key.work.contains(tokens[at].key) || classes.contains(.work) || classes.contains(.religious) {
        points.other += at == run.head ? 5 : 2
      }
      if at > range.lowerBound, isInitial(at) || key.suffixes.contains(tokens[at].key) { points.person += 4 }
    }
    if range.count == 1, isTitle(range.lowerBound) { points.person += 6 }
    let isGiven = !first.isDisjoint(with: .givenName)
    // Chad, Jordan: a country's name alone is the country, unless the words around make it a person.
    if isGiven, range.count > 1 || run.known == nil { points.person += range.count > 1 ? 4 : 2 }
    if range.count > 1, first.contains(.familyFirst) { points.person += 2 }
    placeWords(run, &points)
    if range.count == 1, tokens[range.lowerBound].shape == .upper, run.known == nil {
      points.organisation += 1
    }
    if range.count == 1, run.known == nil { ending(range.lowerBound, &points) }
  }

  /// What the mere look of an unknown name says.
  private func shape(_ run: NameRuns.Run, _ phrase: NounPhrase, _ points: inout NameEvidence) {
    let range = run.tokens
    if range.count == 1, tokens[range.lowerBound].shape == .upper {
      if phrase.role == .subject || phrase.role == .possessor || phrase.determiner == .definite {
        points.organisation += 1
      }
      return
    }
    let words = range.filter { tokens[$0].isWord && tokens[$0].isCapitalized }
    guard (2...4).contains(words.count), words.allSatisfy({ tokens[$0].shape == .capitalized }) else {
      return
    }
    let ordinary = words.count { analysis.isOrdinaryWord(tokens[$0]) }
    if ordinary == words.count {
      if phrase.determiner == .definite || phrase.role != .subject { points.other += 2 }
    } else if phrase.determiner != .definite, !isPlace(before: range.lowerBound) {
      points.person += 2
    }
  }

  /// Whether “in”, “on”, “to” or the like stands before it: no word before a person, as a rule.
  private func isPlace(before at: Int) -> Bool { at > 0 && key.placing.contains(tokens[at - 1].key) }

  private func isOwner(_ run: NameRuns.Run, _ sentence: Sentence) -> Bool {
    guard run.tokens.upperBound < sentence.end, case .possessiveEnding = tags[run.tokens.upperBound].penn
    else {
      return false
    }
    return true
  }

  private func isOrdinary(_ range: Range<Int>) -> Bool {
    range.allSatisfy { !tokens[$0].isWord || analysis.isOrdinaryWord(tokens[$0]) }
  }

  private func ending(_ at: Int, _ points: inout NameEvidence) {
    let bytes = words.bytes(tokens[at].key)
    guard bytes.count > 5 else { return }
    for ending: StaticString in [
      "burg", "ville", "shire", "grad", "pur", "abad", "land", "stan", "ton", "ford", "nagar", "town",
      "borough",
    ]
    where bytes.hasSuffix(ending) {
      points.place += 1
      return
    }
    for ending: StaticString in [
      "ov", "ova", "ev", "ski", "sky", "sson", "sen", "ez", "vich", "enko", "yan", "idze",
    ]
    where bytes.hasSuffix(ending) {
      points.person += 1
      return
    }
  }

  func isTitle(_ at: Int) -> Bool {
    names.has(tokens[at].key, .honorific)
      || lexicon.has(tokens[at].key, [.title, .personRole]) || lexicon.has(withoutStop(at), .title)
  }

  private func withoutStop(_ at: Int) -> WordKey {
    let range = tokens[at].range.indices
    guard prose[range].last == UInt8(ascii: ".") else { return .none }
    return prose[range].dropLast().withUnsafeBufferPointer { lexicon.find($0) } ?? .none
  }

  private func isInitial(_ at: Int) -> Bool {
    let token = tokens[at]
    return token.length == 1 || token.length == 2 && prose[Int(token.end) - 1] == UInt8(ascii: ".")
  }

  func isComma(_ at: Int) -> Bool {
    tokens[at].length == 1 && prose[Int(tokens[at].start)] == UInt8(ascii: ",")
  }

  private func context(
    _ run: NameRuns.Run, _ phrase: NounPhrase, _ sentence: Sentence, _ points: inout NameEvidence
  ) {
    let range = run.tokens
    before(run, phrase, sentence, &points)
    let next = range.upperBound
    guard next < sentence.end else { return }
    if lexicon.has(tokens[next].key, .speechVerb), tags[next].isFiniteVerb, tokens[next - 1].shape != .upper {
      points.person += 2
    }
    if key.acts.contains(tokens[next].key) { points.person += 2 }
    let isWas = lexicon.has(tokens[next].key, .be) || lexicon.has(tokens[next].key, .have)
    if isWas, next + 1 < sentence.end, key.acts.contains(tokens[next + 1].key) { points.person += 3 }
    if phrase.name != nil, isWas || isComma(next) {
      describe(after: next + 1, sentence, points: isWas ? 3 : 2, &points)
    }
    if case .possessiveEnding = tags[next].penn, next + 1 < sentence.end {
      let owned = lexicon.classes(tokens[next + 1].key)
      if key.acts.contains(tokens[next + 1].key) { points.person += 3 }
      if owned.contains(.place) { points.place += 1 }
    }
    placeContext(run, phrase, sentence, &points)
    guard next + 1 < sentence.end, isComma(next) else { return }
    let following = tokens[next + 1]
    if case .number = following.kind, following.length <= 2, next + 2 < sentence.end,
      tokens[next + 2].isPunctuation
    {
      points.person += 5
    }
    if key.who.contains(following.key) { points.person += 4 }
    if points.place > 0 || isPlacedBefore(range.lowerBound, sentence) || points.person < 4 && range.count < 3,
      following.isCapitalized,
      names.known.starts(with: following.key)
    {
      points.place += 3
    }
  }

  private func isPlacedBefore(_ at: Int, _ sentence: Sentence) -> Bool {
    at > sentence.first
      && (key.places.contains(tokens[at - 1].key) || tokens[at - 1].key == key.from
        || lexicon.has(tokens[at - 1].key, .preposition))
  }

  private func before(
    _ run: NameRuns.Run, _ phrase: NounPhrase, _ sentence: Sentence, _ points: inout NameEvidence
  ) {
    let start = run.tokens.lowerBound
    guard start > sentence.first else { return }
    let last = tokens[start - 1]
    if phrase.name != nil, start > phrase.tokens.lowerBound {
      // “defense secretary Lloyd Austin”, “the village of Hucknall”, “carmaker Tesla”
      let classes = lexicon.classes(last.key)
      if isTitle(start - 1) || !classes.isDisjoint(with: [.personRole, .person]) {
        points.person += 5
      } else if classes.contains(.organisation) {
        points.organisation += 3
      } else if classes.contains(.place) {
        points.place += 3
      }
    }
    if last.key == key.the {
      points.person -= 3
      if run.known == nil, points.place == 0 {
        if run.tokens.count > 1 { points.organisation += 1 }
        points.other += 1
      }
    }
    // Not “in Mandela's life”.
    if key.places.contains(last.key), run.known != nil || !isOwner(run, sentence) {
      points.place += run.known == nil && isOrdinary(run.tokens) ? 1 : 3
    }
    if last.key == key.from, run.tokens.count == 1 { points.place += 1 }
    // “…,” said KCNA: one word of capitals is as often a body.
    if lexicon.has(last.key, .speechVerb), tags[start - 1].isFiniteVerb, start - 1 > sentence.first,
      tokens[start - 2].isPunctuation, run.tokens.count > 1 || tokens[start].shape != .upper
    {
      points.person += 3
    }
    if last.key == key.of, start - 2 >= sentence.first,
      lexicon.has(tokens[start - 2].key, .place) || key.city.contains(tokens[start - 2].key)
    {
      points.place += 4
    }
  }
}
