/// One token as the features see it.
package struct TaggedWord {
  package var word: FoldedWord
  package private(set) var lexical: TagDictionaryEntry
  /// The ambiguity class of the word: its tags and the most frequent one, or a guess from its form.
  package private(set) var classKey: UInt64
  /// The likeliest tag of the nearest word to the right that is mostly a finite verb; when there is
  /// none, 62 in a sentence that ends with a full stop and 63 in another.
  package var nextFinite: UInt8 = 63
  /// Set in training to act as if the word had never been seen.
  package private(set) var isMasked = false

  @inline(__always)
  package init(word: FoldedWord, lexical: TagDictionaryEntry) {
    self.word = word
    self.lexical = lexical
    classKey = Self.classKey(word, lexical)
  }

  @inline(__always)
  private static func classKey(_ word: FoldedWord, _ lexical: TagDictionaryEntry) -> UInt64 {
    if lexical.tags != 0 { return lexical.tags &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(lexical.best) }
    if word.count == 0 { return 1 }
    let shape = UInt64(word.shape.rawValue & 0x3F)
    let end = word.shape.contains(.hasLower) ? word.tail & 0xFFFF : 0
    return (end << 24 | shape << 8 | UInt64(lexical.hint) << 44) &+ 2
  }

  /// The same token as if its word stood in no lexicon of tags.
  package func masked() -> TaggedWord {
    var copy = TaggedWord(
      word: word, lexical: TagDictionaryEntry(tags: 0, best: 255, flags: 0, hint: lexical.hint))
    copy.isMasked = true
    return copy
  }

  /// Stands for the places before and after the sentence.
  package static let boundary = TaggedWord(
    word: FoldedWord(UnsafeBufferPointer(start: nil, count: 0)),
    lexical: TagDictionaryEntry(tags: 0, best: 254, flags: 0, hint: 0))
}

/// How a whole sentence uses capitals: what a capital tells depends on it.
package enum Casing: UInt8, Sendable {
  case sentence
  case lower
  case title
  case upper

  /// Judges a sentence by its words; one to three words tell nothing unless all are capitals.
  @inline(__always)
  package init(_ words: UnsafeBufferPointer<TaggedWord>) {
    var letters = 0
    var upperStart = 0
    var upper = 0
    var long = 0
    var longSmall = 0
    for index in words.indices {
      let word = words[index].word
      guard word.hasLetter else { continue }
      letters += 1
      if word.shape.contains(.startsUpper) { upperStart += 1 }
      if !word.shape.contains(.hasLower) { upper += 1 }
      if word.count >= 4, index > 0 {
        long += 1
        if word.shape.contains(.startsLower) { longSmall += 1 }
      }
    }
    if letters >= 2, upper == letters {
      self = .upper
    } else if letters >= 3, upperStart == 0 {
      self = .lower
    } else if long >= 2, longSmall * 5 <= long, upperStart * 2 >= letters {
      self = .title
    } else {
      self = .sentence
    }
  }
}
