extension SlipCost {
  /// The cost of two edits that come from one slip; nil when they do not: a letter that moved (`yaers`), letters
  /// doubled in the wrong place (`tobbaco`), two neighbouring letters left out (`goverent`).
  static func costAtOnce(
    of wrong: UnsafeBufferPointer<UInt8>, for right: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    if isDoubledOtherwise(wrong, right) { return doubledOtherwise }
    if wrong.count == right.count, haveSameLetters(wrong, right) {
      return moved + (wrong.first == right.first ? 0 : 20)
    }
    if right.count == wrong.count + 2 {
      var at = 0
      while at < wrong.count, wrong[at] == right[at] { at += 1 }
      if at > 0, wrong[at...].elementsEqual(right[(at + 2)...]) { return twoLeftOut }
    }
    return nil
  }

  // Tried out on 2,000 misspellings, like the other costs.
  private static let moved = 60
  private static let doubledOtherwise = leastOfTwo
  private static let twoLeftOut = 58

  /// Whether both words are the same when every run of one letter is written once.
  private static func isDoubledOtherwise(
    _ wrong: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var (at, to) = (0, 0)
    while at < wrong.count, to < right.count {
      let byte = wrong[at]
      guard byte == right[to] else { return false }
      while at < wrong.count, wrong[at] == byte { at += 1 }
      while to < right.count, right[to] == byte { to += 1 }
    }
    return at == wrong.count && to == right.count
  }

  private static func haveSameLetters(
    _ wrong: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for (at, byte) in wrong.enumerated() where !wrong[..<at].contains(byte) {
      var balance = 0
      for other in wrong where other == byte { balance += 1 }
      for other in right where other == byte { balance -= 1 }
      if balance != 0 { return false }
    }
    return true
  }
}
