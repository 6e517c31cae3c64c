import StetDocument
import StetLanguage

/// The capitalised words that a document's names are made of, each with its places.
struct NameWords {
  struct Word {
    var key: WordKey
    /// Range of its plain letters in `letters`.
    var letters: Range<Int>
    var skeleton: NameSkeleton
    /// Mentions within names.
    var count = 0
    /// Token of the first mention.
    var first: Int
  }

  /// A word of a name at one place.
  struct Place {
    var token: Int
    /// Index in `words`.
    var word: Int
    /// The words of the same name before and after it, without titles, particles and initials.
    var before: WordKey = .none
    var after: WordKey = .none
    /// The first and the last word of the name, when they are others.
    var start: WordKey = .none
    var end: WordKey = .none
    /// The last word of the title before the name.
    var title: WordKey = .none
    var isPerson: Bool
  }

  private(set) var words: [Word] = []
  private(set) var places: [Place] = []
  private(set) var letters: [UInt8] = []

  /// Shorter words have too many neighbours.
  static let shortest = 4

  init(_ analysis: Analysis) {
    let tokens = analysis.layer.tokens
    let table = analysis.words
    let lexicon = analysis.lexicon
    let names = analysis.names
    guard names.count > 1 else { return }
    var numbers: [WordKey: Int] = [:]
    numbers.reserveCapacity(names.count)
    places.reserveCapacity(names.count * 2)
    var reached = -1
    for name in names {
      let isPerson = name.kind == .person
      var title = WordKey.none
      var from = name.tokens.lowerBound
      if let part = name.parts.first, case .title = part.role, part.tokens.upperBound < name.tokens.upperBound
      {
        from = part.tokens.upperBound
        title = tokens[from - 1].key
      } else if from > 0, lexicon.has(tokens[from - 1].key, [.title, .personRole]) {
        title = tokens[from - 1].key
      }
      var previous: Int?
      let base = places.count
      for at in from..<name.tokens.upperBound {
        let token = tokens[at]
        guard at > reached, token.isWord, token.length > 2, !token.isLower else { continue }
        var before = WordKey.none
        if let previous {
          before = tokens[places[previous].token].key
          places[previous].after = token.key
        }
        let word = numbers[token.key] ?? add(token, at, table, &numbers)
        if word >= 0 { words[word].count += 1 }
        places.append(Place(token: at, word: word, before: before, title: title, isPerson: isPerson))
        previous = places.count - 1
        reached = at
      }
      guard places.count > base + 1 else { continue }
      let (start, end) = (tokens[places[base].token].key, tokens[places[places.count - 1].token].key)
      for index in base..<places.count {
        if index > base { places[index].start = start }
        if index + 1 < places.count { places[index].end = end }
      }
    }
  }

  /// - Returns: the number of the word; -1 for one that cannot be compared.
  private mutating func add(
    _ token: Token, _ at: Int, _ table: WordTable, _ numbers: inout [WordKey: Int]
  ) -> Int {
    let start = letters.count
    let isName: Bool
    switch token.shape {
    case .capitalized, .mixed: isName = token.length >= UInt32(Self.shortest)
    default: isName = false
    }
    guard isName, NameLetters.append(table.bytes(token.key), to: &letters),
      letters.count - start >= Self.shortest
    else {
      letters.removeSubrange(start...)
      return -1
    }
    numbers[token.key] = words.count
    words.append(
      Word(
        key: token.key, letters: start..<letters.count, skeleton: NameSkeleton(letters[start...]), first: at))
    return words.count - 1
  }

  /// Pairs of words that sound alike, and the distance of each.
  func pairs() -> [NamePairs.Pair] {
    guard words.count > 1 else { return [] }
    // The hash of a skeleton above, the number of its word below.
    var entries: [UInt64] = []
    entries.reserveCapacity(words.count * 5)
    for (number, word) in words.prefix(Self.numberMask).enumerated() {
      word.skeleton.forEachNeighbour { skeleton in
        entries.append((skeleton &* 0x9E37_79B9_7F4A_7C15) & ~UInt64(Self.numberMask) | UInt64(number))
      }
    }
    entries.sort()
    var found: [UInt64] = []
    var start = 0
    while start < entries.count {
      let hash = entries[start] & ~UInt64(Self.numberMask)
      var end = start + 1
      while end < entries.count, entries[end] & ~UInt64(Self.numberMask) == hash { end += 1 }
      // A long run is a list of names; its members are compared with their neighbours only.
      for i in start..<end {
        for j in i + 1..<max(i + 1, min(end, i + Self.widest)) {
          found.append((entries[i] & UInt64(Self.numberMask)) << 32 | entries[j] & UInt64(Self.numberMask))
        }
      }
      start = end
    }
    found.sort()
    var pairs: [NamePairs.Pair] = []
    var last = UInt64.max
    for pair in found where pair != last {
      last = pair
      let (first, second) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
      guard first != second, let distance = distance(words[first], words[second]),
        NamePairJudge.mayFit(distance, length: min(words[first].letters.count, words[second].letters.count))
      else { continue }
      pairs.append(.init(first: first, second: second, distance: distance))
    }
    return pairs
  }

  /// The distance of two words that may be spellings of one name. With another consonant somewhere they must begin
  /// alike and differ in one place.
  private func distance(_ a: Word, _ b: Word) -> Int? {
    guard min(a.count, b.count) <= NamePairJudge.frequent else { return nil }
    let (x, y) = (letters[a.letters], letters[b.letters])
    if a.skeleton == b.skeleton { return TransliterationDistance.between(x, y) }
    let (p, q) = (x.startIndex, y.startIndex)
    guard x[p] == y[q] || x[p] == y[q + 1] || x[p + 1] == y[q] else { return nil }
    return TransliterationDistance.between(x, y, widest: 3)
  }

  private static let numberMask = 0x3FFF
  private static let widest = 64

  func letters(_ word: Int) -> ArraySlice<UInt8> { letters[words[word].letters] }

  /// For each word its places, in order.
  func placesByWord() -> [[Place]] {
    var byWord: [[Place]] = Array(repeating: [], count: words.count)
    for place in places where place.word >= 0 { byWord[place.word].append(place) }
    return byWord
  }
}

/// The pairs of similar words of a document. Most edits touch no name, and then those of the version before are still
/// right.
struct NamePairs {
  struct Pair {
    var first: Int
    var second: Int
    var distance: Int
  }

  /// All that the pairs depend on.
  private struct Source: Equatable {
    var key: WordKey
    var isFrequent: Bool
  }

  let all: [Pair]
  private let sources: [Source]

  init(_ names: NameWords, before: NamePairs?) {
    let sources = names.words.map { Source(key: $0.key, isFrequent: $0.count > NamePairJudge.frequent) }
    if let before, before.sources == sources { all = before.all } else { all = names.pairs() }
    self.sources = sources
  }
}
