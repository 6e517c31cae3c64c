import StetDocument
import StetLanguage

/// Decides whether two similar name words of a document are two spellings of one name.
struct NamePairJudge {
  /// A spelling with everything that speaks for or against it.
  struct Spelling {
    var word: Int
    var places: [NameWords.Place]
    /// In a dictionary or a list as a name or a word.
    var isKnown: Bool
    /// A word that is written small, too.
    var isOrdinary: Bool
    /// A place or a body of the lists.
    var isListed: Bool
  }

  /// Whether spellings so far apart can be one name, whatever else is known; lengths in letters.
  static func mayFit(_ distance: Int, length: Int) -> Bool {
    let (system, slip) = (TransliterationDistance.system, TransliterationDistance.slip)
    return distance <= slip || distance <= slip + system && length >= 7
  }

  /// A spelling with more mentions than this is nobody's slip.
  static let frequent = 4

  private let names: NameWords
  private let analysis: Analysis
  private let tokens: [Token]
  private let words: NameVariantWords
  private let places: [[NameWords.Place]]
  /// By word, once it was asked for: a frequent name is in many pairs.
  private var spellings: [Spelling?]

  init(_ names: NameWords, _ analysis: Analysis, _ words: NameVariantWords) {
    self.names = names
    self.analysis = analysis
    self.words = words
    tokens = analysis.layer.tokens
    places = names.placesByWord()
    spellings = Array(repeating: nil, count: names.words.count)
  }

  /// The common and the rare spelling, when the pair is one name.
  mutating func verdict(_ first: Int, _ second: Int, _ distance: Int) -> (kept: Spelling, strays: Spelling)? {
    let counts = (names.words[first].count, names.words[second].count)
    guard min(counts.0, counts.1) <= Self.frequent else { return nil }
    let (x, y) = (spelling(first), spelling(second))
    guard !(x.isListed && y.isListed), !(x.isOrdinary && y.isOrdinary) else { return nil }
    let (kept, strays) = ordered(x, y)
    guard !kept.places.isEmpty, !strays.places.isEmpty, fits(kept, strays, distance),
      !NameFamilies.join(
        analysis.words.string(names.words[first].key), analysis.words.string(names.words[second].key))
    else { return nil }
    return (kept, strays)
  }

  private func fits(_ kept: Spelling, _ stray: Spelling, _ distance: Int) -> Bool {
    guard !areDifferent(kept, stray) else { return false }
    let difference = SpellingDifference(names.letters(kept.word), names.letters(stray.word))
    let length = min(names.words[kept.word].letters.count, names.words[stray.word].letters.count)
    let (system, slip) = (TransliterationDistance.system, TransliterationDistance.slip)
    if distance == 0 { return !stray.isOrdinary || kept.isOrdinary }
    let shared = sharedNeighbour(kept, stray)
    if stray.isKnown {
      guard kept.places.count > stray.places.count, !difference.isFirstLetter, !difference.isEnding else {
        return false
      }
      switch shared {
      case .before: return distance <= slip && length >= 5
      case .after, .none: return false
      }
    }
    switch shared {
    case .before: return Self.mayFit(distance, length: length)
    case .after: return distance <= slip && !difference.isEnding
    case .none: break
    }
    guard !difference.isEnding, !difference.isFirstLetter || distance == system else { return false }
    if shareTitle(kept, stray), distance <= slip, length >= 5 { return true }
    guard kept.places.count >= 2 * stray.places.count else { return false }
    if distance <= system { return length >= 5 }
    return distance <= slip && (length >= 7 || length >= 6 && kept.isKnown)
  }

  // MARK: Evidence

  private mutating func spelling(_ word: Int) -> Spelling {
    if let known = spellings[word] { return known }
    let made = read(word)
    spellings[word] = made
    return made
  }

  private func read(_ word: Int) -> Spelling {
    let key = names.words[word].key
    let token = tokens[names.words[word].first]
    let known = analysis.isKnown(token)
    let listed = analysis.language.isListed(key)
    return Spelling(
      word: word, places: places[word].filter { !isTold($0.token) },
      isKnown: known || listed || analysis.language.isGivenName(key),
      isOrdinary: analysis.isOrdinaryWord(token), isListed: listed)
  }

  /// The commoner one first; of equals the known one, then the earlier one.
  private func ordered(_ x: Spelling, _ y: Spelling) -> (Spelling, Spelling) {
    if x.places.count != y.places.count { return x.places.count > y.places.count ? (x, y) : (y, x) }
    if x.isKnown != y.isKnown { return x.isKnown ? (x, y) : (y, x) }
    // Of Goïta and Goita the one with marks is the whole name.
    let marks = (marks(x.word), marks(y.word))
    if marks.0 != marks.1 { return marks.0 > marks.1 ? (x, y) : (y, x) }
    return names.words[x.word].first < names.words[y.word].first ? (x, y) : (y, x)
  }

  private func marks(_ word: Int) -> Int {
    analysis.words.bytes(names.words[word].key).count { $0 >= 0xC3 && $0 < 0xF0 }
  }

  private enum Shared { case before, after, none }

  /// Whether the same telling word stands before both, or after both: Lloyd Austin, Lloyd Austen.
  private func sharedNeighbour(_ a: Spelling, _ b: Spelling) -> Shared {
    for place in b.places {
      if isTelling(place.before, place), a.places.contains(where: { $0.before == place.before }) {
        let isSyllable =
          analysis.language.isFamilyFirst(place.before) && names.words[a.word].letters.count <= 5
        return isSyllable ? .none : .before
      }
    }
    for place in b.places {
      if isTelling(place.after, place), a.places.contains(where: { $0.after == place.after }) {
        return .after
      }
      if isTelling(place.end, place), a.places.contains(where: { $0.end == place.end }) { return .after }
    }
    return .none
  }

  private func shareTitle(_ a: Spelling, _ b: Spelling) -> Bool {
    let titles = Set(a.places.map(\.title).filter { $0 != .none })
    return b.places.contains { titles.contains($0.title) }
  }

  /// A neighbour that marks one person or body: no common word, unless it is part of a person's name.
  private func isTelling(_ key: WordKey, _ place: NameWords.Place) -> Bool {
    guard key != .none else { return false }
    if place.isPerson || analysis.language.isGivenName(key) {
      return !analysis.lexicon.has(key, [.title, .personRole])
    }
    return !analysis.words.bytes(key).withUnsafeBufferPointer { analysis.speller.isKnown($0) }
  }

  /// Whether the text itself holds the two apart: other given names, “and” between them, a word of kinship.
  private func areDifferent(_ kept: Spelling, _ stray: Spelling) -> Bool {
    if haveOtherNeighbours(kept, stray) { return true }
    for place in stray.places {
      if hasKin(max(0, place.token - 3)..<place.token) { return true }
      for other in kept.places
      where abs(other.token - place.token) <= 15 && areJoined(place.token, other.token) {
        return true
      }
    }
    return false
  }

  /// Other given names, or a given name here and a family name there.
  private func haveOtherNeighbours(_ kept: Spelling, _ stray: Spelling) -> Bool {
    let before = Set(kept.places.flatMap { [$0.before, $0.start] }.filter { $0 != .none })
    let after = Set(kept.places.flatMap { [$0.after, $0.end] }.filter { $0 != .none })
    for place in stray.places {
      if place.before != .none, isTelling(place.before, place) || place.isPerson {
        if before.isEmpty {
          if !after.isEmpty || place.isPerson { return true }
        } else if !before.contains(place.before), !before.contains(place.start),
          !before.contains(where: { isNear($0, place.before) })
        {
          return true
        }
      }
      if place.after != .none, isTelling(place.after, place) || place.isPerson {
        if after.isEmpty {
          if !before.isEmpty { return true }
        } else if !after.contains(place.after), !after.contains(place.end),
          !after.contains(where: { isNear($0, place.after) })
        {
          return true
        }
      }
    }
    return false
  }

  private func isNear(_ a: WordKey, _ b: WordKey) -> Bool {
    let (x, y) = (NameLetters.of(analysis.words.bytes(a)), NameLetters.of(analysis.words.bytes(b)))
    guard let distance = TransliterationDistance.between(x[...], y[...]) else { return false }
    return distance <= TransliterationDistance.slip
  }

  /// “Yonggang and Yungang”, “Hansen, Hanssen”, “Ibrahim and his cousin Ibrahima”: two in one breath are two.
  private func areJoined(_ a: Int, _ b: Int) -> Bool {
    let gap = min(a, b) + 1..<max(a, b)
    if gap.isEmpty { return true }
    guard analysis.layer.block(of: a) == analysis.layer.block(of: b) else { return false }
    var joined = false
    for at in gap {
      if analysis.lexicon.has(tokens[at].key, .coordinator) || words.between.contains(tokens[at].key) {
        joined = joined || gap.count <= 3
      }
      guard tokens[at].isPunctuation, tokens[at].length == 1 else { continue }
      switch analysis.document.prose[Int(tokens[at].start)] {
      case UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "("): joined = joined || gap.count <= 2
      case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): return false
      default: break
      }
    }
    return joined || hasKin(gap)
  }

  private func hasKin(_ range: Range<Int>) -> Bool { range.contains { words.kin.contains(tokens[$0].key) } }

  /// Whether the text speaks of the spelling, or quotes a title: “also written Tiani”, (Bernouilli).
  private func isTold(_ at: Int) -> Bool {
    if analysis.quotations.contains(at),
      analysis.quotations.spans.contains(where: { $0.tokens.contains(at) && $0.tokens.count <= 10 })
    {
      return true
    }
    guard at > 0 else { return false }
    if words.telling.contains(tokens[at - 1].key) || at > 1 && words.telling.contains(tokens[at - 2].key) {
      return true
    }
    let before = tokens[at - 1]
    return before.isPunctuation && analysis.document.prose[Int(before.start)] == UInt8(ascii: "(")
      && at + 1 < tokens.count && tokens[at + 1].isPunctuation
      && analysis.document.prose[Int(tokens[at + 1].start)] == UInt8(ascii: ")")
  }
}

/// Words that tell two people apart or speak of a name as a name.
struct NameVariantWords {
  let kin: WordSet
  let between: WordSet
  let telling: WordSet

  init(_ lexicon: Lexicon) {
    kin = WordSet(
      "brother brothers sister sisters twin twins sibling siblings cousin cousins son sons daughter daughters father mother wife husband uncle aunt nephew niece grandson grandfather namesake namesakes unrelated similarly confused",
      lexicon)
    between = WordSet("with versus vs than from to not beat defeated between like", lexicon)
    telling = WordSet(
      "called known named renamed formerly previously once spelled spelt written pronounced aka nicknamed alias",
      lexicon)
  }
}
