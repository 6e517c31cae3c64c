/// The features of one decision: hashes of (template, values), in a fixed order: those of the word first, so that
/// their sum can be kept, then in two steps those of what stands around it.
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

  /// What the features see of a word's capitals, its place and its sentence's use of capitals.
  @inline(__always)
  static func form(_ word: FoldedWord, isFirst: Bool, casing: Casing) -> UInt64 {
    let upper: UInt64 = word.shape.contains(.startsUpper) ? 1 : 0
    return upper | (word.isAllUpper ? 2 : 0) | (isFirst ? 4 : 0) | UInt64(casing.rawValue) << 3
  }

  /// Writes the features of token `at` to `out` and returns their number.
  ///
  /// `words` has two boundary tokens before the sentence and two after it; `at` counts from the first of them.
  @inline(__always)
  package static func write(
    _ words: UnsafePointer<TaggedWord>, at: Int, _ history: TaggingHistory, casing: Casing,
    into out: UnsafeMutablePointer<UInt64>
  ) -> Int {
    let form = form(words[at].word, isFirst: history.isFirst, casing: casing)
    var n = ofWord(words[at], form, into: out)
    n += ofNeighbours(words, at: at, into: out + n)
    n += ofTag(words, at: at, history, form, into: out + n)
    return n + ofRest(words, at: at, history, form, into: out + n)
  }

  /// The features that depend on the word and its form alone.
  @inline(__always)
  static func ofWord(_ this: TaggedWord, _ form: UInt64, into out: UnsafeMutablePointer<UInt64>) -> Int {
    var n = 0
    @inline(__always) func add(_ template: UInt64, _ a: UInt64, _ b: UInt64 = 0) {
      out[n] = mix(template, a, b)
      n += 1
    }
    let w = this.word
    add(1, form)
    add(4, this.classKey, form)
    if !this.isMasked {
      add(20, w.hash)
      add(21, w.hash, form)
    }
    guard !this.lexical.isClosed || this.isMasked else { return n }
    add(30, w.tail & 0xFF, form)
    add(31, w.tail & 0xFFFF, UInt64(min(w.count, 2)))
    add(32, w.tail & 0xFF_FFFF, UInt64(min(w.count, 3)))
    if w.count > 4 { add(33, w.tail & 0xFFFF_FFFF) }
    if w.count > 5 { add(34, w.tail & 0xFF_FFFF_FFFF) }
    add(35, w.head >> (w.count >= 4 ? 16 : 0), UInt64(min(w.count, 4)))
    if w.count > 3 { add(36, w.head >> 8) }
    if w.count > 4 { add(37, w.head) }
    add(38, w.shapeKey)
    // The casing and whether the word is the first.
    add(39, w.shapeKey, (form >> 3) << 1 | form >> 2 & 1)
    add(42, UInt64(this.lexical.hint), form)
    return n
  }

  /// Most features that `ofNeighbours` writes.
  static let neighbours = 4

  /// The features of the words next to the token, whatever their tags.
  @inline(__always)
  static func ofNeighbours(
    _ words: UnsafePointer<TaggedWord>, at: Int, into out: UnsafeMutablePointer<UInt64>
  ) -> Int {
    let c1 = words[at + 1].classKey
    out[0] = mix(10, c1, words[at + 2].classKey)
    out[1] = mix(11, words[at - 1].word.hash)
    out[2] = mix(12, words[at + 1].word.hash)
    guard !words[at].isMasked else { return 3 }
    out[3] = mix(27, words[at].word.hash, c1)
    return neighbours
  }

  /// The features of the tag before the token. With those of the word and its neighbours they decide most cases.
  @inline(__always)
  static func ofTag(
    _ words: UnsafePointer<TaggedWord>, at: Int, _ history: TaggingHistory, _ form: UInt64,
    into out: UnsafeMutablePointer<UInt64>
  ) -> Int {
    let this = words[at]
    let t1 = UInt64(history.previous)
    out[0] = mix(2, t1, form)
    out[1] = mix(5, t1, this.classKey)
    var n = 2
    if !this.isMasked {
      out[n] = mix(24, this.word.hash, t1)
      n += 1
    }
    if this.word.tail & 0xFF == 0x22 || this.word.tail & 0xFF == 0x27 {
      out[n] = mix(51, this.word.hash, history.openQuotes ? 1 : 0)
      n += 1
    }
    return n
  }

  /// The other features: what stands farther off, and pairs.
  @inline(__always)
  static func ofRest(
    _ words: UnsafePointer<TaggedWord>, at: Int, _ history: TaggingHistory, _ form: UInt64,
    into out: UnsafeMutablePointer<UInt64>
  ) -> Int {
    let this = words[at]
    let verbs = UInt64(history.lastVerb) << 8 | UInt64(this.nextFinite)
    out[0] = mix(13, words[at - 2].word.hash)
    out[1] = mix(14, words[at + 2].word.hash)
    out[2] = mix(17, UInt64(history.beforePrevious))
    out[3] = mix(18, verbs, this.classKey)
    var n = 4
    if !this.isMasked {
      out[4] = mix(22, this.word.hash, words[at - 1].word.hash)
      out[5] = mix(23, this.word.hash, words[at + 1].word.hash)
      n = 6
    }
    guard !this.lexical.isClosed || this.isMasked else { return n }
    let tail = this.word.tail & 0xFFFF
    let t1 = UInt64(history.previous)
    let around =
      UInt64(words[at - 1].word.shape.rawValue & 0x81) << 8
      | UInt64(words[at + 1].word.shape.rawValue & 0x81)
    out[n] = mix(40, tail, t1)
    out[n + 1] = mix(41, this.word.tail & 0xFF_FFFF, words[at + 1].classKey)
    out[n + 2] = mix(43, UInt64(this.lexical.hint), t1)
    out[n + 3] = mix(46, around, form)
    out[n + 4] = mix(47, tail, verbs)
    out[n + 5] = mix(48, mix(0, tail, verbs), t1)
    return n + 6
  }
}
