extension Analysis {
  /// The words in small letters that no dictionary knows, by the number of their tokens, in order. What they mean
  /// (a slip, a lost or a stray blank, a coinage, a foreign word) is for rules to say.
  func findUnknownWords() -> [Int] {
    let tokens = layer.tokens
    let lexicon = lexicon
    let house = shared(HousePlaces.init)
    return tokens.indices.filter { at in
      let token = tokens[at]
      return token.isWord && token.isLower && token.length > 1 && !lexicon.has(token.key, .functionWord)
        && !isKnown(token) && !house.covers(at)
    }
  }
}
