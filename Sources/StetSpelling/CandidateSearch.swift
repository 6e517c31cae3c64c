/// Collects the listed words near one misspelling.
struct CandidateSearch {
  let speller: Speller
  /// Whether the misspelling had a capital letter, so that a name may have been meant.
  let isCapitalised: Bool
  private let trigrams: TrigramSet
  /// Likeliest first.
  private(set) var best: [Candidate] = []

  /// How many candidates are kept.
  private static let kept = 8
  /// A best score above this sends the search on to two edits.
  static let good = -10

  init(speller: Speller, isCapitalised: Bool) {
    self.speller = speller
    self.isCapitalised = isCapitalised
    trigrams = speller.dictionaries.trigrams
  }

  /// Searches around a word in lower case.
  mutating func run(_ word: UnsafeBufferPointer<UInt8>) {
    oneEdit(word)
    otherSpellings(word)
    twoWords(word)
    if (best.first?.score ?? .max) > Self.good { severalEdits(word) }
  }

  private mutating func oneEdit(_ word: UnsafeBufferPointer<UInt8>) {
    let places = repairs(of: word)
    _ = EditCandidates.visit(word, at: places) { candidate, edit in
      if allows(candidate, edit, whole: places.count <= word.count) {
        consider(candidate) { SlipCost.cost(edit, in: word) }
      }
      return false
    }
  }

  /// Forms two edits away; three for a long word to which nothing is nearer.
  private mutating func severalEdits(_ word: UnsafeBufferPointer<UInt8>) {
    guard word.count >= 4 else { return }
    let forms = speller.dictionaries.forms
    for bound in word.count >= 9 ? [2, 3] : [2] where bound == 2 || best.isEmpty {
      forms.near(word, within: bound) { candidate, edits in
        guard edits > 1 else { return }
        consider(candidate) { SlipCost.cost(of: word, for: candidate) + SlipCost.second * (edits - 1) }
      }
    }
  }

  /// Where an edit can remove every sequence that no English word has: everywhere when there is none.
  private func repairs(of word: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var first = -1
    var last = -1
    trigrams.disallowed(word, in: 0..<word.count) { window in
      if first < 0 { first = window }
      last = window
      return true
    }
    guard first >= 0 else { return 0..<(word.count + 1) }
    // An edit at a letter touches the windows of the letter and its neighbours; a swap one more.
    let low = max(0, last - 2)
    let high = min(word.count, first + 1)
    return low <= high ? low..<(high + 1) : 0..<0
  }

  @inline(__always)
  private func allows(_ candidate: UnsafeBufferPointer<UInt8>, _ edit: Edit, whole: Bool) -> Bool {
    guard trigrams.allows(candidate, around: edit.at) else { return false }
    guard whole else { return true }
    var allowed = true
    trigrams.disallowed(candidate, in: 0..<candidate.count) { _ in
      allowed = false
      return false
    }
    return allowed
  }

  private mutating func otherSpellings(_ word: UnsafeBufferPointer<UInt8>) {
    for (wrong, right, cost) in SlipCost.spellings {
      let old = letters(wrong)
      let new = letters(right)
      guard word.count >= old.count else { continue }
      for at in 0...(word.count - old.count)
      where word[at] == old[0] && word[at..<(at + old.count)].elementsEqual(old) {
        let candidate = word[..<at] + Array(new) + word[(at + old.count)...]
        candidate.withUnsafeBufferPointer { candidate in
          consider(candidate) { cost + (at == 0 ? 15 : 0) }
        }
      }
    }
  }

  /// A forgotten space: both parts must be common words, and a single letter can only be `a` or `I`.
  private mutating func twoWords(_ word: UnsafeBufferPointer<UInt8>) {
    guard word.count >= 4 else { return }
    for at in 1..<(word.count - 1) {
      let left = UnsafeBufferPointer(rebasing: word[..<at])
      let right = UnsafeBufferPointer(rebasing: word[at...])
      if left.count == 1, left[0] != 0x61, left[0] != 0x69 { continue }
      let isHabitual = SlipCost.habitualPairs.contains {
        left.elementsEqual(letters($0.first)) && right.elementsEqual(letters($0.second))
      }
      let weight = min(Int(speller.frequency(left)), Int(speller.frequency(right)))
      guard isHabitual || weight >= (left.count < 3 || right.count < 3 ? 70 : 40),
        let first = spelled(left), let second = spelled(right)
      else { continue }
      let cost = isHabitual ? SlipCost.habitualSpace : SlipCost.space
      keep(Candidate(word: first.word + [0x20] + second.word, cost: cost, weight: weight))
    }
  }

  private mutating func consider(_ candidate: UnsafeBufferPointer<UInt8>, _ cost: () -> Int) {
    guard let found = spelled(candidate) else { return }
    keep(Candidate(word: found.word, cost: cost(), weight: Int(speller.frequency(candidate)) - found.rarity))
  }

  /// A listed word in the case of its entry, and how much rarer its entry makes it; nil when it is not listed
  /// or not to be proposed.
  private func spelled(_ word: UnsafeBufferPointer<UInt8>) -> (word: [UInt8], rarity: Int)? {
    guard let (number, index, match) = speller.entry(of: word, .all), !match.isHidden else { return nil }
    var result = Array(word)
    var rarity = number == 1 ? 0 : 20
    if !match.isLowercase {
      let entry = index.bytes(of: match)
      var previous: UInt8 = 0
      for (at, byte) in entry.enumerated() where match.prefix + at < result.count {
        if lowercased(byte, after: previous) == result[match.prefix + at] { result[match.prefix + at] = byte }
        previous = byte
      }
      if !isCapitalised { rarity += 25 }
    }
    if word.count <= 2 { rarity += 20 }
    return (result, rarity)
  }

  private mutating func keep(_ candidate: Candidate) {
    if let same = best.firstIndex(where: { $0.word == candidate.word }) {
      if best[same].score <= candidate.score { return }
      best.remove(at: same)
    }
    let place = best.firstIndex { $0.score > candidate.score } ?? best.count
    guard place < Self.kept else { return }
    best.insert(candidate, at: place)
    if best.count > Self.kept { best.removeLast() }
  }
}
