/// Collects the listed words near one misspelling.
struct CandidateSearch {
  let speller: Speller
  /// Whether the misspelling had a capital letter, so that a name may have been meant.
  let isCapitalised: Bool
  /// How many candidates are kept.
  let kept: Int
  /// Candidates with less likelihood than this (see `Slip`) are of no use to the caller.
  let threshold: Double
  /// The misspelling names a medicine, so that another one near it is no candidate.
  private var medicine: MedicineName?
  /// Likeliest first.
  private(set) var best: [Candidate] = []

  /// A best score above this sends the search on to two edits.
  static let good = 0

  /// A best score above this sends it on to three.
  static let poor = 60
  private var isPoor: Bool { (best.first?.score ?? .max) > Self.poor }

  /// Whoever asks for this likelihood does without words three edits away; see `severalEdits`.
  static let likely = 0.5

  /// The secondary dictionary is searched when the others hold nothing good.
  private static let secondary = Speller.Reach.near.numbers.upperBound..<Speller.Reach.all.numbers.upperBound

  init(speller: Speller, isCapitalised: Bool, keeping kept: Int, threshold: Double) {
    self.speller = speller
    self.isCapitalised = isCapitalised
    self.kept = kept
    self.threshold = threshold
    best.reserveCapacity(kept + 1)
  }

  /// Searches around a word in lower case.
  mutating func run(_ word: UnsafeBufferPointer<UInt8>) {
    medicine = MedicineName(word)
    oneEdit(word, Speller.Reach.near.numbers)
    otherSpellings(word)
    twoWords(word)
    if (best.first?.score ?? .max) > Self.good { oneEdit(word, Self.secondary) }
    if (best.first?.score ?? .max) > Self.good { severalEdits(word) }
  }

  private mutating func oneEdit(_ word: UnsafeBufferPointer<UInt8>, _ numbers: Range<Int>) {
    for number in numbers {
      guard let order = speller.order(number) else { continue }
      _ = FormSearch.visit(order, near: word, within: 1) { form, _ in
        if let edit = Edit(from: word, to: form), edit.letter == 0x27 || edit.letter == 0 || isLetter(edit) {
          let cost = SlipCost.cost(edit, in: word)
          consider(form, atLeast: cost) { cost }
        }
        return false
      }
    }
  }

  /// Whether the edit takes out any byte, or puts in a letter.
  private func isLetter(_ edit: Edit) -> Bool {
    edit.kind == .delete || isASCIILetter(edit.letter) || edit.letter >= 0x80
  }

  /// Forms two edits away; three for a long word to which nothing is near, if an unlikely candidate is of use. The
  /// secondary dictionary is searched when the others hold nothing near, and never for three edits.
  private mutating func severalEdits(_ word: UnsafeBufferPointer<UInt8>) {
    guard word.count >= 4 else { return }
    let most = word.count >= 8 && threshold < Self.likely ? 3 : 2
    for bound in 2...most where bound == 2 || isPoor {
      for number in Speller.Reach.all.numbers {
        if Self.secondary.contains(number), bound > 2 || !isPoor { continue }
        guard let order = speller.order(number) else { continue }
        _ = FormSearch.visit(order, near: word, within: bound) { form, edits in
          guard edits > 1, form.count > 2, !isPossessive(form), abs(form.count - word.count) <= bound,
            EditDistance.isWithin(bound, word, form)
          else { return false }
          let others = SlipCost.second * (edits - 1)
          let least = min(SlipCost.leastOfTwo, SlipCost.least * edits + others)
          consider(form, atLeast: least) {
            let apart = SlipCost.cost(of: word, for: form) + others
            return edits == 2 ? min(apart, SlipCost.costAtOnce(of: word, for: form) ?? apart) : apart
          }
          return false
        }
      }
    }
  }

  private func isPossessive(_ form: UnsafeBufferPointer<UInt8>) -> Bool {
    form[form.count - 1] == 0x73 && form[form.count - 2] == 0x27
  }

  private mutating func otherSpellings(_ word: UnsafeBufferPointer<UInt8>) {
    for (wrong, right, cost) in SlipCost.spellings {
      let old = letters(wrong)
      let new = letters(right)
      guard word.count >= old.count else { continue }
      for at in 0...(word.count - old.count) where word[at] == old[0] && holds(word, at, old) {
        let rest = word.count - at - old.count
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: at + new.count + rest) { candidate in
          _ = candidate[..<at].initialize(from: word[..<at])
          _ = candidate[at..<(at + new.count)].initialize(from: new)
          _ = candidate[(at + new.count)...].initialize(from: word[(at + old.count)...])
          let cost = cost + (at == 0 ? 15 : 0)
          consider(UnsafeBufferPointer(candidate), atLeast: cost) { cost }
        }
      }
    }
  }

  @inline(__always)
  private func holds(
    _ word: UnsafeBufferPointer<UInt8>, _ at: Int, _ part: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for index in 0..<part.count where word[at + index] != part[index] { return false }
    return true
  }

  /// A forgotten space: both parts must be common words, and a single letter can only be `a` or `I`.
  private mutating func twoWords(_ word: UnsafeBufferPointer<UInt8>) {
    guard word.count >= 4 else { return }
    for at in 1..<(word.count - 1) {
      let left = UnsafeBufferPointer(rebasing: word[..<at])
      let right = UnsafeBufferPointer(rebasing: word[at...])
      if left.count == 1, left[0] != 0x61, left[0] != 0x69 { continue }
      let isHabitual = SlipCost.habitualPairs.contains { first, second in
        first.utf8CodeUnitCount == left.count && second.utf8CodeUnitCount == right.count
          && holds(word, 0, letters(first)) && holds(word, at, letters(second))
      }
      let least = left.count < 3 || right.count < 3 ? 130 : 85
      var weight = Int(speller.frequency(left))
      guard isHabitual || weight >= least else { continue }
      weight = min(weight, Int(speller.frequency(right)))
      guard isHabitual || weight >= least, let first = spelled(left), let second = spelled(right) else {
        continue
      }
      let cost = isHabitual ? SlipCost.habitualSpace : SlipCost.space
      keep(Candidate(word: first.word + [0x20] + second.word, cost: cost, weight: weight))
    }
  }

  /// Keeps a candidate if it is good enough; `least` is what it costs at the least. The dictionaries are asked last,
  /// since that takes the longest.
  @inline(__always)
  private mutating func consider(
    _ candidate: UnsafeBufferPointer<UInt8>, atLeast least: Int, _ cost: () -> Int
  ) {
    let weight = Int(speller.frequency(candidate))
    let worst = best.count < kept ? Int.max : best[kept - 1].score
    guard least - weight / 2 < worst else { return }
    let cost = cost()
    guard cost - weight / 2 < worst, let found = spelled(candidate) else { return }
    if let medicine, medicine.isAnother(candidate) { return }
    keep(Candidate(word: found.word, cost: cost, weight: weight - found.rarity))
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
    guard place < kept else { return }
    best.insert(candidate, at: place)
    if best.count > kept { best.removeLast() }
  }
}
