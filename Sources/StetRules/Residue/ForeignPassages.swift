import StetDocument
import StetLanguage

/// Finds words and passages of other languages in Latin script by their frequent words
/// (`Dictionaries/en/foreign-words.tsv`). A word that English has too counts for nothing alone.
struct ForeignPassages: Sendable {
  /// Bit per language.
  private let languages: [WordKey: UInt32]
  private let listed: WordSet
  /// Words of which one alone is enough.
  private let clear: WordSet
  /// German nouns, of which one alone is enough with its capital.
  private let nouns: WordSet

  private static let grammatical: WordClass = [.functionWord, .preposition, .auxiliary]

  init(_ lexicon: Lexicon) {
    var languages: [WordKey: UInt32] = [:]
    var listed = WordSet()
    var clear = WordSet()
    var nouns = WordSet()
    var names: [Substring] = []
    for line in EmbeddedText.lines("Dictionaries/en/foreign-words.tsv") {
      let fields = line.fields("\t")
      guard fields.count == 3 else { continue }
      let number = names.firstIndex(of: fields[0]) ?? names.count
      if number == names.count { names.append(fields[0]) }
      for word in fields[2].fields(" ") {
        let key = lexicon.key(String(word))
        languages[key, default: 0] |= 1 << UInt32(number)
        listed.insert(key)
        if fields[1] == "clear" { clear.insert(key) }
        if fields[1] == "noun" { nouns.insert(key) }
      }
    }
    self.languages = languages
    self.listed = listed
    self.clear = clear
    self.nouns = nouns
  }

  /// Ranges of tokens, in order, none overlapping.
  func passages(_ analysis: Analysis) -> [Range<Int>] {
    let tokens = analysis.layer.tokens
    var found: [Range<Int>] = []
    for sentence in analysis.sentences {
      var (certain, possible) = (0, 0)
      for at in sentence.tokens where listed.contains(tokens[at].key) {
        if clear.contains(tokens[at].key) || nouns.contains(tokens[at].key) {
          certain += 1
        } else if !analysis.lexicon.has(tokens[at].key, .functionWord) {
          possible += 1
        }
      }
      guard certain > 0 || possible >= 3 else { continue }
      if certain + possible >= 2, let passage = passage(sentence, tokens, analysis) {
        // The next sentence of the same passage.
        if let last = found.last, last.upperBound == passage.lowerBound {
          found[found.count - 1] = last.lowerBound..<passage.upperBound
        } else {
          found.append(passage)
        }
      } else if certain > 0 {
        found += sentence.tokens.filter { isAlone($0, sentence, tokens, analysis) }.map { $0..<$0 + 1 }
      }
    }
    return found
  }

  // MARK: Passages

  /// The stretch that is most clearly foreign: the largest sum of what each word says for it or against it
  /// (Kadane’s algorithm), with at least three different listed words of one language.
  private func passage(_ sentence: Sentence, _ tokens: [Token], _ analysis: Analysis) -> Range<Int>? {
    var best = 0.0
    var range = sentence.first..<sentence.first
    var sum = 0.0
    var start = sentence.first
    for at in sentence.tokens {
      sum += evidence(at, sentence, tokens, analysis)
      if sum <= 0 {
        sum = 0
        start = at + 1
      } else if sum > best {
        best = sum
        range = start..<at + 1
      }
    }
    guard best >= 2.5, range.count >= 4, isOneLanguage(range, tokens, analysis),
      !isTitle(range, sentence, tokens)
    else {
      return nil
    }
    return range
  }

  private func evidence(_ at: Int, _ sentence: Sentence, _ tokens: [Token], _ analysis: Analysis) -> Double {
    let token = tokens[at]
    guard token.isWord else { return 0 }
    if clear.contains(token.key), !isEnglish(token, analysis) { return 1 }
    // “in” and “was” are words of several languages, and of English.
    let isFunctionWord = analysis.lexicon.has(token.key, Self.grammatical)
    if listed.contains(token.key) { return isFunctionWord ? -0.2 : 0.5 }
    if isFunctionWord { return -1.5 }
    if isEnglish(token, analysis) { return token.isLower || at == sentence.first ? -1 : -0.3 }
    return token.isLower ? 0.5 : 0.1
  }

  private func isEnglish(_ token: Token, _ analysis: Analysis) -> Bool {
    analysis.words.bytes(token.key).withUnsafeBufferPointer { analysis.speller.isKnown($0) }
  }

  /// Three different words of one language, or two that are clear and as many that no dictionary knows.
  private func isOneLanguage(_ range: Range<Int>, _ tokens: [Token], _ analysis: Analysis) -> Bool {
    var counts = Array(repeating: 0, count: 32)
    var seen = Set<WordKey>()
    var (certain, unknown) = (0, 0)
    for at in range where tokens[at].isWord && seen.insert(tokens[at].key).inserted {
      guard listed.contains(tokens[at].key) else {
        if tokens[at].isLower, !isEnglish(tokens[at], analysis) { unknown += 1 }
        continue
      }
      if analysis.lexicon.has(tokens[at].key, Self.grammatical) { continue }
      if clear.contains(tokens[at].key) { certain += 1 }
      let mask = languages[tokens[at].key, default: 0]
      for bit in 0..<32 where mask & (1 << UInt32(bit)) != 0 { counts[bit] += 1 }
    }
    return (counts.max() ?? 0) >= 3 || certain >= 2 && unknown >= 2
  }

  /// Most words have capitals, or the first has one inside the sentence: the title of a work, a body.
  private func isTitle(_ range: Range<Int>, _ sentence: Sentence, _ tokens: [Token]) -> Bool {
    let words = range.filter { tokens[$0].isWord }
    guard let first = words.first else { return true }
    if words.count(where: { !tokens[$0].isLower }) * 2 > words.count { return true }
    return !tokens[first].isLower && first > sentence.first && words.count < 8
      && !tokens[first - 1].isPunctuation
  }

  // MARK: Single words

  /// A single word among English ones, in small letters or at the head of a sentence.
  private func isAlone(_ at: Int, _ sentence: Sentence, _ tokens: [Token], _ analysis: Analysis) -> Bool {
    let token = tokens[at]
    let isNoun = nouns.contains(token.key) && token.shape == .capitalized
    guard clear.contains(token.key) || isNoun, token.isWord, token.length >= 3,
      token.isLower || isNoun || at == sentence.first && token.shape == .capitalized,
      !isEnglish(token, analysis)
    else { return false }
    // Fred, Allen: names at the head of a sentence.
    if at == sentence.first, !isNoun, isKnownName(token, analysis) { return false }
    if at == sentence.first, analysis.lexicon.has(token.key, .givenName) { return false }
    var capitals = 0
    for neighbour in [at - 1, at + 1] where sentence.tokens.contains(neighbour) {
      let other = tokens[neighbour]
      if other.isPunctuation {
        if isLink(other, before: neighbour < at, token, analysis) { return false }
        continue
      }
      guard other.isWord else { continue }
      // A word of that language beside it: both belong to a name.
      if listed.contains(other.key), !analysis.lexicon.has(other.key, [.functionWord, .auxiliary]) {
        return false
      }
      if other.isLower {
        if !analysis.lexicon.has(other.key, .functionWord), !isEnglish(other, analysis) { return false }
      } else if other.length > 1, neighbour != sentence.first {
        capitals += 1
        if isNoun || !isKnownName(other, analysis) { return false }
      }
    }
    return capitals < 2
  }

  /// A hyphen, an apostrophe, a stroke that joins: d’état, a path.
  private func isLink(_ mark: Token, before: Bool, _ token: Token, _ analysis: Analysis) -> Bool {
    let first = analysis.document.prose[Int(mark.start)]
    if first == UInt8(ascii: "'") { return true }
    guard before ? !token.spaceBefore : !mark.spaceBefore else { return false }
    return "-/_&@".utf8.contains(first) || first >= 0x80
  }

  /// A capital that stands before or behind a foreign word is a name of that language, unless it is an English
  /// name or a country.
  private func isKnownName(_ token: Token, _ analysis: Analysis) -> Bool {
    if token.shape == .upper { return true }
    return isEnglish(token, analysis) || analysis.isKnown(token)
  }
}
