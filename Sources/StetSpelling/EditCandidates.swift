/// One slip of the hand or of memory: what must be done to a misspelled word to undo it.
struct Edit {
  enum Kind { case swap, replace, insert, delete }

  var kind: Kind
  /// Index of the byte where the edit is made.
  var at: Int
  /// The letter put in, for `replace` and `insert`.
  var letter: UInt8
}

/// Every string one edit away from a word: two neighbours swapped, a letter replaced, put in or dropped
/// (Damerau 1964: four in five misspellings are one of these).
enum EditCandidates {
  /// The letters tried, and the apostrophe.
  private static let alphabet: StaticString = "etaoinsrhldcumfpgwybvkxjqz'"

  /// Calls `visit` with each candidate until it returns true; says whether it did.
  ///
  /// `word` is in lower case; letters outside ASCII stay as they are. Only edits at the bytes in `range` are
  /// made (`word.count` is the place behind the last letter). The candidate is valid during the call only.
  @inline(__always)
  static func visit(
    _ word: UnsafeBufferPointer<UInt8>, at range: Range<Int>,
    _ visit: (UnsafeBufferPointer<UInt8>, Edit) -> Bool
  ) -> Bool {
    let count = word.count
    guard let first = range.first, let last = range.last, last <= count else { return false }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + 1) { buffer in
      let alphabet = letters(alphabet)
      _ = buffer.initialize(from: word)
      buffer.initializeElement(at: count, to: 0)
      let longer = UnsafeBufferPointer(buffer)
      let same = UnsafeBufferPointer(rebasing: longer[..<count])
      for at in range where at < count && word[at] < 0x80 {
        let old = word[at]
        if at + 1 < count, word[at + 1] != old, word[at + 1] < 0x80 {
          (buffer[at], buffer[at + 1]) = (word[at + 1], old)
          if visit(same, Edit(kind: .swap, at: at, letter: 0)) { return true }
          (buffer[at], buffer[at + 1]) = (old, word[at + 1])
        }
        for letter in alphabet where letter != old {
          buffer[at] = letter
          if visit(same, Edit(kind: .replace, at: at, letter: letter)) { return true }
        }
        buffer[at] = old
      }
      // From the end, so that each step moves one letter to the right.
      for at in stride(from: count, through: first, by: -1) {
        if at < count { buffer[at + 1] = word[at] }
        if at > last || at < count && word[at] & 0xC0 == 0x80 { continue }
        for letter in alphabet {
          // Before an equal letter it would make the same word as after it.
          if at < count, word[at] == letter { continue }
          buffer[at] = letter
          if visit(longer, Edit(kind: .insert, at: at, letter: letter)) { return true }
        }
      }
      guard count > 1 else { return false }
      for at in 0..<count { buffer[at] = word[at] }
      let shorter = UnsafeBufferPointer(rebasing: longer[..<(count - 1)])
      for at in stride(from: count - 1, through: first, by: -1) {
        if at < count - 1 { buffer[at] = word[at + 1] }
        if at > last || word[at] >= 0x80 || at + 1 < count && word[at] == word[at + 1] { continue }
        if visit(shorter, Edit(kind: .delete, at: at, letter: word[at])) { return true }
      }
      return false
    }
  }
}

extension Speller {
  /// Whether a listed word is one edit away, so that the word itself may be a slip of it.
  func hasListedNeighbour(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    EditCandidates.visit(word, at: 0..<(word.count + 1)) { candidate, _ in isListed(candidate, .near) }
  }
}
