extension Analysis {
  /// The words in small letters that no dictionary knows, by the number of their tokens, in order. What they mean
  /// (a slip, a lost or a stray blank, a coinage, a foreign word) is for rules to say.
  func findUnknownWords() -> [Int] {
    let tokens = layer.tokens
    let lexicon = lexicon
    let house = shared(HousePlaces.init)
    func find(_ range: Range<Int>) -> [Int] {
      range.filter { isUnknown($0) }
    }
    func isUnknown(_ at: Int) -> Bool {
      let token = tokens[at]
      return token.isWord && token.isLower && token.length > 1 && !lexicon.has(token.key, .functionWord)
        && !isKnown(token) && !house.covers(at)
    }
    guard let lineage else { return find(tokens.indices) }
    let (kept, old) = (lineage.tokens, lineage.before)
    let shift = tokens.count - old.layer.tokens.count
    return old.unknownWords.prefix { $0 < kept.head } + find(kept.head..<kept.oldTail + shift)
      + old.unknownWords.drop { $0 < kept.oldTail }.map { $0 + shift }
  }
}
