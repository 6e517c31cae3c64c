/// Which three letters may follow each other in a listed word, its ends included.
///
/// Most strings one or two edits away from a word hold three letters that no English word has; asking these
/// 22,000 bits first spares them a look into the dictionaries. The set allows more than it must where a suffix
/// meets a stem, never less.
struct TrigramSet: Sendable {
  private var bits = [UInt64](repeating: 0, count: (28 * 28 * 28 + 63) / 64)

  /// Letters are 1 to 26, the edge of a word 0, anything else 27.
  @inline(__always)
  static func code(_ byte: UInt8) -> Int {
    let letter = byte | 0x20
    return letter &- 0x61 < 26 ? Int(letter &- 0x60) : 27
  }

  @inline(__always)
  private static func index(_ a: Int, _ b: Int, _ c: Int) -> Int { (a * 28 + b) * 28 + c }

  @inline(__always)
  func allows(_ a: Int, _ b: Int, _ c: Int) -> Bool {
    let index = Self.index(a, b, c)
    return bits[index >> 6] >> UInt64(index & 63) & 1 == 1
  }

  /// Windows over a word: window `i` holds the letters `i - 1`, `i` and `i + 1`, for `i` in `0..<count`.
  /// Calls `body` for the windows that are not allowed, until it returns false.
  @inline(__always)
  func disallowed(_ word: UnsafeBufferPointer<UInt8>, in range: Range<Int>, _ body: (Int) -> Bool) {
    let windows = range.clamped(to: 0..<word.count)
    for at in windows {
      let before = at > 0 ? Self.code(word[at - 1]) : 0
      let after = at + 1 < word.count ? Self.code(word[at + 1]) : 0
      if !allows(before, Self.code(word[at]), after), !body(at) { return }
    }
  }

  /// Whether every window that touches the letters around `at` is allowed.
  @inline(__always)
  func allows(_ word: UnsafeBufferPointer<UInt8>, around at: Int) -> Bool {
    var allowed = true
    disallowed(word, in: (at - 2)..<(at + 3)) { _ in
      allowed = false
      return false
    }
    return allowed
  }

  /// Adds the words that a dictionary can form.
  mutating func add(_ dictionary: AffixDictionary) {
    // Which two letters end a stem after `cut` letters were taken off, and which begin one: 784 pairs a cut.
    var ends = [Bool](repeating: false, count: 6 * 784)
    var starts = [Bool](repeating: false, count: 3 * 784)
    bits.withUnsafeMutableBufferPointer { bits in
      ends.withUnsafeMutableBufferPointer { ends in
        starts.withUnsafeMutableBufferPointer { starts in
          dictionary.forEachWord { word in
            let count = word.count
            var before = 0
            var code = Self.code(word[0])
            for at in 0..<count {
              let after = at + 1 < count ? Self.code(word[at + 1]) : 0
              let index = Self.index(before, code, after)
              bits[index >> 6] |= 1 << UInt64(index & 63)
              if at < 3 { starts[at * 784 + code * 28 + after] = true }
              if count - 1 - at < 6 { ends[(count - 1 - at) * 784 + before * 28 + code] = true }
              (before, code) = (code, after)
            }
          }
        }
      }
    }
    dictionary.forEachAffix { added, removed, isPrefix in
      let first = isPrefix ? min(removed, 2) * 784 : min(removed, 5) * 784
      let letters = added.map(Self.code)
      for pair in 0..<784 where isPrefix ? starts[first + pair] : ends[first + pair] {
        let stem = [pair / 28, pair % 28]
        // The letters of the affix, two of the stem, and the edge of the word.
        insert(isPrefix ? [0] + letters + stem : stem + letters + [0])
      }
    }
  }

  private mutating func insert(_ codes: [Int]) {
    for at in 0..<(codes.count - 2) {
      let index = Self.index(codes[at], codes[at + 1], codes[at + 2])
      bits[index >> 6] |= 1 << UInt64(index & 63)
    }
  }
}
