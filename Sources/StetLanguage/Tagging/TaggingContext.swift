/// One token as the features see it.
package struct TaggedWord {
  package var word: FoldedWord
  package var lexical: TagDictionaryEntry
  /// Set in training to act as if the word had never been seen.
  package var isMasked = false

  @inline(__always)
  package init(word: FoldedWord, lexical: TagDictionaryEntry) {
    self.word = word
    self.lexical = lexical
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
