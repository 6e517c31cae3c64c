import StetDocument

/// Finds where names stand: runs of words with a capital that the sentence's casing makes telling.
struct NameRuns {
  struct Run {
    var tokens: Range<Int>
    /// Last token of the part that bears the name: before “of” in “University of Oxford”.
    var head: Int
    /// What the lists of places and bodies say of the whole run.
    var known: Entity.Kind?
    /// A place of the lists inside a longer name: “California” in “University of California”.
    var nested: Range<Int>?
  }

  private let tokens: [Token]
  private let tags: [TagPair]
  private let lexicon: Lexicon
  private let names: NameLexicon
  private let analysis: Analysis
  private var places: [PlaceMention]
  private var nextPlace = 0
  private let particles: WordSet
  private let of: WordKey
  private let the: WordKey

  init(_ analysis: Analysis) {
    self.analysis = analysis
    tokens = analysis.layer.tokens
    tags = analysis.tags
    lexicon = analysis.lexicon
    names = analysis.language.names
    places = analysis.places.all
    particles = analysis.words.set("de van von der den del da di al el bin ibn la le dos du ter zu y e")
    of = analysis.words.intern("of")
    the = analysis.words.intern("the")
  }

  /// The runs of a sentence. Sentences must come in order.
  mutating func runs(_ sentence: Sentence, into found: inout [Run]) {
    found.removeAll(keepingCapacity: true)
    let isLoud = isLoud(sentence)
    var at = sentence.first
    while at < sentence.end {
      guard tokens[at].isWord, tokens[at].isCapitalized || tokens[at].shape == .mixed else {
        at += 1
        continue
      }
      let start = at
      let known = known(at, sentence)
      guard let first = known?.end ?? (isNameWord(at, sentence, isLoud) ? at + 1 : nil) else {
        at += 1
        continue
      }
      var end = extend(first, sentence, isLoud)
      var head = end - 1
      var nested: Range<Int>?
      // “University of the West Indies”, “Bank of America”: the name of a body or a place goes on.
      if end < sentence.end, tokens[end].key == of, bears(start..<end) {
        var next = end + 1
        if next < sentence.end, tokens[next].key == the { next += 1 }
        if next < sentence.end, isNameWord(next, sentence, isLoud) || self.known(next, sentence) != nil {
          let place = self.known(next, sentence)
          end = extend(place?.end ?? next + 1, sentence, isLoud)
          if let place, place.end == end, place.kind == .place { nested = next..<end }
        } else {
          head = end - 1
        }
      }
      if let known, known.end < end, nested == nil, known.kind == .place, tokens[head].key != .none,
        names.has(tokens[end - 1].key, [.bodyWord, .placeWord])
      {
        nested = start..<known.end
      }
      found.append(
        Run(tokens: start..<end, head: head, known: known?.end == end ? known?.kind : nil, nested: nested))
      at = end
    }
  }

  /// Most longer words have a capital: a headline, where a capital tells nothing.
  private func isLoud(_ sentence: Sentence) -> Bool {
    var long = 0
    var small = 0
    for at in sentence.tokens.dropFirst().prefix(200) where tokens[at].isWord && tokens[at].length >= 4 {
      long += 1
      if tokens[at].isLower { small += 1 }
    }
    return long >= 2 && small * 5 <= long
  }

  /// A place or a body of the lists that starts here.
  private mutating func known(_ at: Int, _ sentence: Sentence) -> (end: Int, kind: Entity.Kind)? {
    while nextPlace < places.count, places[nextPlace].first < at { nextPlace += 1 }
    var found: (end: Int, kind: Entity.Kind)?
    if nextPlace < places.count, places[nextPlace].first == at {
      let place = places[nextPlace]
      if !place.isMasked, place.sense == .country || place.sense == .capital { found = (place.end, .place) }
    }
    guard tokens[at].isCapitalized || tokens[at].shape == .mixed,
      let match = names.known.match(tokens, at: at, end: sentence.end)
    else { return found }
    // “us”, “apple” are words, too; the lists hold capitals.
    if tokens[at].length <= 3, match.count == 1, tokens[at].shape == .capitalized { return found }
    if let found, found.end >= at + match.count { return found }
    return (at + match.count, match.value)
  }

  private func extend(_ from: Int, _ sentence: Sentence, _ isLoud: Bool) -> Int {
    var end = from
    while end < sentence.end {
      if isNameWord(end, sentence, isLoud) {
        end += 1
      } else if end + 1 < sentence.end, particles.contains(tokens[end].key), tokens[end].isLower,
        isNameWord(end + 1, sentence, isLoud)
      {
        end += 2
      } else if end + 1 < sentence.end, isJoint(end), isNameWord(end + 1, sentence, isLoud) {
        end += 2
      } else if end - from >= 1, end + 1 < sentence.end, isSyllable(end) {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// A hyphen or an ampersand inside a name: Yo-jong, Johnson & Johnson.
  private func isJoint(_ at: Int) -> Bool {
    let token = tokens[at]
    guard token.length == 1 else { return false }
    let byte = analysis.document.prose[Int(token.start)]
    return byte == UInt8(ascii: "&")
      || byte == UInt8(ascii: "-") && !token.spaceBefore && !tokens[at + 1].spaceBefore
  }

  /// The second syllable of a Chinese or Korean given name: Kwok Ka-ki.
  private func isSyllable(_ hyphen: Int) -> Bool {
    let syllable = tokens[hyphen + 1]
    guard tokens[hyphen].length == 1, analysis.document.prose[Int(tokens[hyphen].start)] == UInt8(ascii: "-"),
      !tokens[hyphen].spaceBefore, !syllable.spaceBefore, syllable.isLower, syllable.length <= 6
    else { return false }
    return !analysis.words.bytes(syllable.key).withUnsafeBufferPointer { analysis.speller.isKnown($0) }
  }

  /// Whether a run may go on after “of”.
  private func bears(_ run: Range<Int>) -> Bool {
    guard let last = run.last else { return false }
    let key = tokens[last].key
    return names.has(key, [.bodyWord, .placeWord])
      || lexicon.has(key, [.organisation, .place])
        && !lexicon.has(key, .personRole)
  }

  private func isNameWord(_ at: Int, _ sentence: Sentence, _ isLoud: Bool) -> Bool {
    let token = tokens[at]
    guard token.isWord, token.isCapitalized || token.shape == .mixed else { return false }
    if lexicon.has(token.key, [.functionWord, .weekday, .opener, .relative]) { return false }
    if lexicon.has(token.key, .month), token.shape != .upper { return false }
    let tag = tags[at].universal
    if isAdjectiveOfPlace(at) { return false }
    let isFirst = at == sentence.first || afterOpening(at, sentence)
    if isLoud {
      if case .properNoun = tag { return !analysis.isOrdinaryWord(token) }
      return false
    }
    if case .properNoun = tag {
      guard isFirst, token.shape == .capitalized else { return true }
      let isFollowed = at + 1 < sentence.end && tokens[at + 1].isWord && tokens[at + 1].isCapitalized
      return isFollowed || names.has(token.key, .givenName) || !analysis.isOrdinaryWord(token)
        || lexicon.has(token.key, .title)
    }
    if isFirst { return names.has(token.key, .givenName) && tags[at].isNominal }
    switch tag {
    case .pronoun, .determiner, .auxiliary, .adposition, .coordinatingConjunction, .subordinatingConjunction,
      .punctuation, .symbol, .numeral, .interjection:
      return false
    case .adjective: return !lexicon.has(token.key, .properAdjective)
    default: return true
    }
  }

  private func isAdjectiveOfPlace(_ at: Int) -> Bool {
    guard nextPlace < places.count else { return false }
    var index = nextPlace
    while index < places.count, places[index].first < at { index += 1 }
    guard index < places.count, places[index].first == at else { return false }
    return places[index].sense == .adjective || places[index].sense == .people
  }

  private func afterOpening(_ at: Int, _ sentence: Sentence) -> Bool {
    at > sentence.first && tokens[at - 1].isPunctuation && !tokens[at].spaceBefore
      && (at - 1 == sentence.first || tokens[at - 1].spaceBefore)
  }
}
