/// The features of one decision: hashes of (template, values), in a fixed order.
///
/// Templates follow Ratnaparkhi (1996) and Toutanova et al. (2003): word forms in a window of five, affixes and
/// shape of the word, tags to the left, and as a look ahead the ambiguity classes of the words to the right
/// (Giménez and Màrquez, 2004).
package enum TaggingFeatures {
  /// Upper bound of features of one token.
  package static let capacity = 64
  /// Tag number that stands before the first token.
  package static let startTag: UInt8 = 63

  @inline(__always)
  static func mix(_ template: UInt64, _ a: UInt64, _ b: UInt64 = 0) -> UInt64 {
    var h = (a ^ (template &* 0xD6E8_FEB8_6659_FD93)) &* 0x9E37_79B9_7F4A_7C15
    h ^= h >> 32
    h = (h &+ b) &* 0xC2B2_AE3D_27D4_EB4F
    return h ^ (h >> 29)
  }

  /// Writes the features of token `at` to `out` and returns their number.
  ///
  /// `words` has two boundary tokens before the sentence and two after it; `at` counts from the first of them.
  @inline(__always)
  package static func write(
    _ words: UnsafePointer<TaggedWord>, at: Int, _ history: TaggingHistory, casing: Casing,
    into out: UnsafeMutablePointer<UInt64>
  ) -> Int {
    let this = words[at]
    var n = 0
    @inline(__always) func add(_ template: UInt64, _ a: UInt64, _ b: UInt64 = 0) {
      out[n] = mix(template, a, b)
      n += 1
    }
    let w = this.word
    let l1 = words[at - 1].word.hash
    let l2 = words[at - 2].word.hash
    let r1 = words[at + 1].word.hash
    let r2 = words[at + 2].word.hash
    let c0 = this.classKey
    let c1 = words[at + 1].classKey
    let c2 = words[at + 2].classKey
    let t1 = UInt64(history.previous)
    let upper: UInt64 = w.shape.contains(.startsUpper) ? 1 : 0
    let form =
      upper | (w.isAllUpper ? 2 : 0) | (history.isFirst ? 4 : 0) | UInt64(casing.rawValue) << 3
    let verbs = UInt64(history.lastVerb) << 8 | UInt64(this.nextFinite)
    let hint = UInt64(this.lexical.hint)

    add(1, form)
    add(2, t1, form)
    add(4, c0, form)
    add(5, t1, c0)
    add(10, c1, c2)
    add(11, l1)
    add(12, r1)
    add(13, l2)
    add(14, r2)
    add(17, UInt64(history.beforePrevious))
    add(18, verbs, c0)
    if !this.isMasked {
      add(20, w.hash)
      add(21, w.hash, form)
      add(22, w.hash, l1)
      add(23, w.hash, r1)
      add(24, w.hash, t1)
      add(27, w.hash, c1)
    }
    if !this.lexical.isClosed || this.isMasked {
      add(30, w.tail & 0xFF, form)
      add(31, w.tail & 0xFFFF, UInt64(min(w.count, 2)))
      add(32, w.tail & 0xFF_FFFF, UInt64(min(w.count, 3)))
      if w.count > 4 { add(33, w.tail & 0xFFFF_FFFF) }
      if w.count > 5 { add(34, w.tail & 0xFF_FFFF_FFFF) }
      add(35, w.head >> (w.count >= 4 ? 16 : 0), UInt64(min(w.count, 4)))
      if w.count > 3 { add(36, w.head >> 8) }
      if w.count > 4 { add(37, w.head) }
      add(38, w.shapeKey)
      add(39, w.shapeKey, UInt64(casing.rawValue) << 1 | (history.isFirst ? 1 : 0))
      add(40, w.tail & 0xFFFF, t1)
      add(41, w.tail & 0xFF_FFFF, c1)
      add(42, hint, form)
      add(43, hint, t1)
      let around =
        UInt64(words[at - 1].word.shape.rawValue & 0x81) << 8
        | UInt64(words[at + 1].word.shape.rawValue & 0x81)
      add(46, around, form)
      add(47, w.tail & 0xFFFF, verbs)
      add(48, mix(0, w.tail & 0xFFFF, verbs), t1)
    }
    if w.tail & 0xFF == 0x22 || w.tail & 0xFF == 0x27 { add(51, w.hash, history.openQuotes ? 1 : 0) }
    return n
  }
}
