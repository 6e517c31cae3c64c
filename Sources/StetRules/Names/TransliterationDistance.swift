/// How far two spellings of a name lie apart, when the spellings may come from two systems of transliteration.
///
/// A weighted Damerau–Levenshtein distance on the letters a to z. What systems of transliteration disagree about
/// costs 2 (k/q, i/y, ou/u, a doubled letter, a silent h), what they seldom disagree about 3, a slip of the pen
/// (another letter, one too few, two in the wrong order) 4.
struct TransliterationDistance {
  /// Beyond this the distance is not computed to its end.
  static let limit = 8
  static let system = 2
  static let slip = 4

  private let a: ArraySlice<UInt8>
  private let b: ArraySlice<UInt8>

  /// The distance, or nil when it is above the limit.
  ///
  /// - Parameter widest: where the spellings differ, at most so many letters of the shorter one may stand between
  ///   what both begin and end with; a cheap way to turn most pairs away.
  static func between(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>, widest: Int = 14) -> Int? {
    guard abs(a.count - b.count) <= 3, !a.isEmpty, !b.isEmpty else { return nil }
    return TransliterationDistance(a: a, b: b).value(widest)
  }

  /// The part between what both begin and end with, one letter more on either side, since a rule may need it.
  private func value(_ widest: Int) -> Int? {
    var head = 0
    while head < min(a.count, b.count), a[a.startIndex + head] == b[b.startIndex + head] { head += 1 }
    if head == a.count, head == b.count { return 0 }
    var tail = 0
    while tail < min(a.count, b.count) - head, a[a.endIndex - 1 - tail] == b[b.endIndex - 1 - tail] {
      tail += 1
    }
    guard min(a.count, b.count) - head - tail <= widest else { return nil }
    head = max(0, head - 1)
    tail = max(0, tail - 1)
    let rows = a.count - head - tail
    let columns = b.count - head - tail
    guard rows <= 14, columns <= 14 else { return nil }
    let result = withUnsafeTemporaryAllocation(of: Int.self, capacity: (rows + 1) * (columns + 1)) { cost in
      let width = columns + 1
      for i in 0...rows {
        var least = Int.max
        for j in 0...columns {
          let value = i == 0 && j == 0 ? 0 : step(i, j, head, width, cost)
          cost[i * width + j] = value
          least = min(least, value)
        }
        if least > Self.limit { return least }
      }
      return cost[rows * width + columns]
    }
    return result <= Self.limit ? result : nil
  }

  private func step(_ i: Int, _ j: Int, _ head: Int, _ width: Int, _ cost: UnsafeMutableBufferPointer<Int>)
    -> Int
  {
    let x = a.startIndex + head + i
    let y = b.startIndex + head + j
    var best = Int.max / 2
    if i > 0 { best = min(best, cost[(i - 1) * width + j] + Self.dropped(a, x - 1)) }
    if j > 0 { best = min(best, cost[i * width + j - 1] + Self.dropped(b, y - 1)) }
    guard i > 0, j > 0 else { return best }
    let (p, q) = (a[x - 1], b[y - 1])
    best = min(best, cost[(i - 1) * width + j - 1] + Self.replaced(p, q))
    if i > 1, j > 1, p == b[y - 2], q == a[x - 2], p != q {
      best = min(best, cost[(i - 2) * width + j - 2] + Self.slip)
    }
    if i > 1, let price = Self.pair(a[x - 2], p, q) {
      best = min(best, cost[(i - 2) * width + j - 1] + price)
    }
    if j > 1, let price = Self.pair(b[y - 2], q, p) {
      best = min(best, cost[(i - 1) * width + j - 2] + price)
    }
    return best
  }

  /// What it costs that one spelling has a letter and the other nothing.
  private static func dropped(_ word: ArraySlice<UInt8>, _ at: Int) -> Int {
    let letter = word[at]
    let before = at > word.startIndex ? word[at - 1] : 0
    let after = at + 1 < word.endIndex ? word[at + 1] : 0
    if letter == before || letter == after || letter == UInt8(ascii: "h") { return system }
    if isVowel(letter) { return isVowel(before) || isVowel(after) ? system : 3 }
    switch letter {
    case UInt8(ascii: "k"):
      return before == UInt8(ascii: "c") || after == UInt8(ascii: "h") ? system : slip
    case UInt8(ascii: "c"):
      if after == UInt8(ascii: "k") || before == UInt8(ascii: "k") { return system }
      return after == UInt8(ascii: "h") ? 3 : slip
    case UInt8(ascii: "t"):
      return after == UInt8(ascii: "c") || after == UInt8(ascii: "s") || after == UInt8(ascii: "z")
        ? system : slip
    case UInt8(ascii: "d"):
      return after == UInt8(ascii: "j") || after == UInt8(ascii: "z") ? system : slip
    case UInt8(ascii: "s"): return after == UInt8(ascii: "c") ? system : slip
    case UInt8(ascii: "j"), UInt8(ascii: "w"): return isVowel(before) || isVowel(after) ? 3 : slip
    default: return slip
    }
  }

  private static func replaced(_ p: UInt8, _ q: UInt8) -> Int {
    if p == q { return 0 }
    let (low, high) = p < q ? (p, q) : (q, p)
    if isVowel(p), isVowel(q) {
      switch (low, high) {
      case (UInt8(ascii: "a"), UInt8(ascii: "e")), (UInt8(ascii: "a"), UInt8(ascii: "o")),
        (UInt8(ascii: "e"), UInt8(ascii: "i")), (UInt8(ascii: "i"), UInt8(ascii: "y")),
        (UInt8(ascii: "o"), UInt8(ascii: "u")):
        return system
      default: return 3
      }
    }
    switch (low, high) {
    case (UInt8(ascii: "k"), UInt8(ascii: "q")), (UInt8(ascii: "c"), UInt8(ascii: "k")),
      (UInt8(ascii: "c"), UInt8(ascii: "q")), (UInt8(ascii: "s"), UInt8(ascii: "z")),
      (UInt8(ascii: "v"), UInt8(ascii: "w")), (UInt8(ascii: "f"), UInt8(ascii: "v")),
      (UInt8(ascii: "i"), UInt8(ascii: "j")), (UInt8(ascii: "j"), UInt8(ascii: "y")),
      (UInt8(ascii: "u"), UInt8(ascii: "w")):
      return system
    case (UInt8(ascii: "g"), UInt8(ascii: "k")), (UInt8(ascii: "g"), UInt8(ascii: "q")),
      (UInt8(ascii: "g"), UInt8(ascii: "j")), (UInt8(ascii: "b"), UInt8(ascii: "p")),
      (UInt8(ascii: "d"), UInt8(ascii: "t")), (UInt8(ascii: "b"), UInt8(ascii: "v")),
      (UInt8(ascii: "f"), UInt8(ascii: "p")), (UInt8(ascii: "c"), UInt8(ascii: "s")),
      (UInt8(ascii: "h"), UInt8(ascii: "k")), (UInt8(ascii: "g"), UInt8(ascii: "h")),
      (UInt8(ascii: "h"), UInt8(ascii: "j")):
      return 3
    default: return slip
    }
  }

  /// Two letters of one system for one of another: ph and f.
  private static func pair(_ first: UInt8, _ second: UInt8, _ one: UInt8) -> Int? {
    switch (first, second, one) {
    case (UInt8(ascii: "p"), UInt8(ascii: "h"), UInt8(ascii: "f")),
      (UInt8(ascii: "k"), UInt8(ascii: "s"), UInt8(ascii: "x")),
      (UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "w")),
      (UInt8(ascii: "o"), UInt8(ascii: "o"), UInt8(ascii: "u")),
      (UInt8(ascii: "e"), UInt8(ascii: "e"), UInt8(ascii: "i")),
      (UInt8(ascii: "c"), UInt8(ascii: "h"), UInt8(ascii: "k")),
      (UInt8(ascii: "z"), UInt8(ascii: "h"), UInt8(ascii: "j")),
      (UInt8(ascii: "t"), UInt8(ascii: "s"), UInt8(ascii: "c")),
      (UInt8(ascii: "q"), UInt8(ascii: "u"), UInt8(ascii: "k")),
      (UInt8(ascii: "i"), UInt8(ascii: "j"), UInt8(ascii: "y")),
      (UInt8(ascii: "k"), UInt8(ascii: "v"), UInt8(ascii: "q")),
      (UInt8(ascii: "t"), UInt8(ascii: "h"), UInt8(ascii: "s")),
      (UInt8(ascii: "d"), UInt8(ascii: "h"), UInt8(ascii: "z")):
      return system
    case (UInt8(ascii: "c"), UInt8(ascii: "h"), UInt8(ascii: "j")),
      (UInt8(ascii: "c"), UInt8(ascii: "h"), UInt8(ascii: "t")):
      return 3
    default: return nil
    }
  }

  static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "y"):
      true
    default: false
    }
  }
}

/// What kind of difference lies between two spellings, apart from its size.
struct SpellingDifference {
  /// One is the other with the ending of an adjective, a plural or a feminine: Goita and Goitas, Ibrahima.
  var isEnding: Bool
  var isFirstLetter: Bool

  init(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) {
    isFirstLetter = a.first != b.first
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    var head = 0
    while head < short.count, short[short.startIndex + head] == long[long.startIndex + head] { head += 1 }
    let rest = (short.dropFirst(head), long.dropFirst(head))
    // “Cairo”, “Cairro”: alike again at the end.
    if let x = rest.0.last, x == rest.1.last {
      isEnding = false
      return
    }
    isEnding = Self.isEnding(short.dropLast(short.count - head), rest.0, rest.1)
  }

  private static let endings: [StaticString] = [
    "s", "es", "n", "an", "ian", "ean", "i", "ish", "ese", "ic", "ism", "ist", "ists", "er", "ers", "ite",
    "ites",
    "y", "ia", "land", "a", "o", "e", "u", "ns", "ans", "ians", "in", "ina", "ine", "son", "sen", "ov", "ova",
    "ev", "eva",
  ]

  /// The ends that are left behind the common beginning.
  private static func isEnding(
    _ common: ArraySlice<UInt8>, _ short: ArraySlice<UInt8>, _ long: ArraySlice<UInt8>
  ) -> Bool {
    if short.isEmpty {
      // “Zelensky”, “Zelenskyy”: a doubled letter is no ending.
      if long.count == 1, long.first == common.last { return false }
      if long.count == 1, long.first == UInt8(ascii: "h") { return false }
      if let last = common.last, TransliterationDistance.isVowel(last), long.count == 1,
        long.first == UInt8(ascii: "i") || long.first == UInt8(ascii: "y")
      {
        return false
      }
      return endings.contains { equals($0, long) }
    }
    // Mario and Maria, Julian and Juliana differ in sex; Tchiani and Tchiany do not.
    guard short.count == 1, long.count <= 2, let x = short.first, let y = long.last else { return false }
    let isIY =
      (x == UInt8(ascii: "i") || x == UInt8(ascii: "y")) && (y == UInt8(ascii: "i") || y == UInt8(ascii: "y"))
    return !isIY && (ends(x) && ends(y))
  }

  private static func ends(_ letter: UInt8) -> Bool {
    TransliterationDistance.isVowel(letter) || letter == UInt8(ascii: "s") || letter == UInt8(ascii: "n")
  }

  private static func equals(_ ending: StaticString, _ letters: ArraySlice<UInt8>) -> Bool {
    ending.utf8CodeUnitCount == letters.count
      && letters.elementsEqual(UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount))
  }
}
