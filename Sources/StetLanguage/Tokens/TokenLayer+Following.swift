import StetDocument

/// The tokens that a version of a document shares with the one before it.
struct SharedTokens {
  /// Tokens at the head: the same in both versions.
  let head: Int
  /// The first token of the shared tail in the old version.
  let oldTail: Int

  init(_ old: TokenLayer, _ shared: SharedBlocks) {
    head = shared.head == 0 ? 0 : old.blocks[shared.head - 1].upperBound
    oldTail = shared.tail == 0 ? old.tokens.count : old.blocks[old.blocks.count - shared.tail].lowerBound
  }
}

extension Token {
  func moved(by bytes: Int) -> Token {
    var copy = self
    copy.start = UInt32(Int(start) + bytes)
    return copy
  }
}

extension TokenLayer {
  /// Cuts the blocks that a version of a document does not share with the one before it, and takes the tokens of the
  /// others from there.
  ///
  /// - Parameter words: the table that the tokens of `before` are numbered by.
  init(
    _ text: UnsafeBufferPointer<UInt8>, blocks: [Block], words: WordTable, lexicon: Lexicon,
    following before: TokenLayer, _ shared: SharedBlocks
  ) {
    let kept = SharedTokens(before, shared)
    var tokenizer = Tokenizer(text: text, words: words, lexicon: lexicon)
    tokenizer.tokens.reserveCapacity(before.tokens.count + 64)
    tokenizer.tokens.append(contentsOf: before.tokens[..<kept.head])
    self.blocks = []
    self.blocks.reserveCapacity(blocks.count)
    self.blocks.append(contentsOf: before.blocks[..<shared.head])
    for block in blocks[shared.head..<(blocks.count - shared.tail)] {
      let first = tokenizer.tokens.count
      tokenizer.scan(block.prose)
      self.blocks.append(first..<tokenizer.tokens.count)
    }
    let shift = tokenizer.tokens.count - kept.oldTail
    for range in before.blocks.suffix(shared.tail) {
      self.blocks.append(range.lowerBound + shift..<range.upperBound + shift)
    }
    for token in before.tokens[kept.oldTail...] {
      tokenizer.tokens.append(token.moved(by: shared.proseShift))
    }
    tokens = tokenizer.tokens
  }

  /// The sentences again, where only those of the blocks that are not shared are looked for.
  func sentences(
    in text: UnsafeBufferPointer<UInt8>, words: WordTable, lexicon: Lexicon, following before: [Sentence],
    _ old: TokenLayer, _ shared: SharedBlocks
  ) -> [Sentence] {
    let firstOfTail = old.blocks.count - shared.tail
    return tokens.withUnsafeBufferPointer { tokens in
      let splitter = SentenceSplitter(text: text, tokens: tokens, lexicon: lexicon, words: words)
      var sentences: [Sentence] = []
      sentences.reserveCapacity(before.count + 16)
      sentences.append(contentsOf: before.prefix { $0.block < shared.head })
      for block in shared.head..<(blocks.count - shared.tail) {
        splitter.append(block: block, blocks[block], to: &sentences)
      }
      let shift = tokens.count - old.tokens.count
      let blockShift = blocks.count - old.blocks.count
      for sentence in before.drop(while: { $0.block < firstOfTail }) {
        sentences.append(
          Sentence(
            first: sentence.first + shift, end: sentence.end + shift, block: sentence.block + blockShift))
      }
      return sentences
    }
  }
}
