/// Where English glues a second word to the first: "don't", "Niger's", "they'll", "cannot".
package enum CliticSplit {
  /// The offset in bytes where the second word starts, or nil when the word is one. The apostrophe may be ' or ’.
  ///
  /// Universal Dependencies cut "n't" with its n, and "cannot" before "not".
  package static func offset(in word: UnsafeBufferPointer<UInt8>) -> Int? {
    let count = word.count
    guard count >= 3 else { return nil }
    // The apostrophe stands at most three bytes of letters before the end.
    var end = count
    while end > 0, count - end < 3, isLetter(word[end - 1]) { end -= 1 }
    guard end < count || isApostrophe(word, endingAt: end) > 0 else { return nil }
    let mark = isApostrophe(word, endingAt: end)
    guard mark > 0 else { return isCannot(word) ? 3 : nil }
    let start = end - mark
    guard start > 0 else { return nil }
    let tail = (word[end..<count]).reduce(UInt32(0)) { $0 << 8 | UInt32($1 | 0x20) }
    switch tail {
    case 0x74 where start >= 2 && word[start - 1] | 0x20 == 0x6E: return start > 1 ? start - 1 : nil
    case 0x73, 0x64, 0x6D, 0x6C6C, 0x7265, 0x7665: return start
    case 0 where word[start - 1] | 0x20 == 0x73: return start
    default: return nil
    }
  }

  /// Bytes of the apostrophe that ends at `end`: 1, 3 or 0.
  private static func isApostrophe(_ word: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> Int {
    if end >= 1, word[end - 1] == 0x27 { return 1 }
    if end >= 3, word[end - 3] == 0xE2, word[end - 2] == 0x80, word[end - 1] == 0x99 { return 3 }
    return 0
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }

  private static func isCannot(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count == 6 else { return false }
    return zip(word, "cannot".utf8).allSatisfy { $0 | 0x20 == $1 }
  }
}
