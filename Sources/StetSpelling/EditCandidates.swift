/// Every string one edit away from a word: a letter dropped, two neighbours swapped, a letter replaced, a
/// letter put in (Damerau 1964: four in five misspellings are one of these).
enum EditCandidates {
  /// The letters tried, and the apostrophe.
  private static let alphabet: StaticString = "abcdefghijklmnopqrstuvwxyz'"

  /// Calls `visit` with each candidate until it returns true; says whether it did. The word is in lower case
  /// and ASCII, or letters outside ASCII are kept as they are. Some candidates come twice.
  static func visit(
    _ word: UnsafeBufferPointer<UInt8>, _ visit: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    let count = word.count
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + 1) { buffer in
      let alphabet = UnsafeBufferPointer(start: alphabet.utf8Start, count: alphabet.utf8CodeUnitCount)
      _ = buffer.initialize(from: word)
      buffer.initializeElement(at: count, to: 0)
      let same = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer)[..<count])
      for at in 0..<count {
        let old = word[at]
        if old >= 0x80 { continue }
        if at + 1 < count, word[at + 1] != old, word[at + 1] < 0x80 {
          buffer[at] = word[at + 1]
          buffer[at + 1] = old
          if visit(same) { return true }
          buffer[at + 1] = word[at + 1]
        }
        for letter in alphabet where letter != old {
          buffer[at] = letter
          if visit(same) { return true }
        }
        buffer[at] = old
      }
      let longer = UnsafeBufferPointer(buffer)
      for at in stride(from: count, through: 0, by: -1) {
        if at < count { buffer[at + 1] = word[at] }
        if at < count, word[at] & 0xC0 == 0x80 { continue }
        for letter in alphabet {
          // Before an equal letter it would make the same word as after it.
          if at < count, word[at] == letter { continue }
          buffer[at] = letter
          if visit(longer) { return true }
        }
      }
      let shorter = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer)[..<(count - 1)])
      for at in 0..<count { buffer[at] = word[at] }
      for at in stride(from: count - 1, through: 0, by: -1) {
        // The buffer holds the word without the letter at `at`.
        if at < count - 1 { buffer[at] = word[at + 1] }
        if at + 1 < count, word[at] == word[at + 1] { continue }
        if count > 1, visit(shorter) { return true }
      }
      return false
    }
  }
}

extension Speller {
  /// Whether a listed word is one edit away, so that the word itself may be a slip of it.
  func hasListedNeighbour(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    EditCandidates.visit(word) { isListed($0, .near) }
  }
}
