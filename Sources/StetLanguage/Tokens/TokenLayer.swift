import StetDocument
import StetText

/// The tokens of a document, block by block.
package struct TokenLayer: Sendable {
  package var tokens: [Token]
  /// Per block of the document the range of its tokens.
  package var blocks: [Range<Int>]

  init(tokens: [Token], blocks: [Range<Int>]) {
    self.tokens = tokens
    self.blocks = blocks
  }

  /// Cuts the blocks of a document.
  ///
  /// - Parameters:
  ///   - text: the document's prose.
  ///   - words: the worker's table, made from `lexicon`.
  package init(
    _ text: UnsafeBufferPointer<UInt8>, blocks: [Block], words: WordTable, lexicon: Lexicon
  ) {
    var tokenizer = Tokenizer(text: text, words: words, lexicon: lexicon)
    tokenizer.tokens.reserveCapacity(blocks.reduce(0) { $0 + $1.prose.count } / 4)
    self.blocks = []
    self.blocks.reserveCapacity(blocks.count)
    for block in blocks {
      let first = tokenizer.tokens.count
      tokenizer.scan(block.prose)
      self.blocks.append(first..<tokenizer.tokens.count)
    }
    tokens = tokenizer.tokens
  }

  /// The sentences of the blocks, in order; every token of a block is in one.
  package func sentences(
    in text: UnsafeBufferPointer<UInt8>, words: WordTable, lexicon: Lexicon
  ) -> [Sentence] {
    tokens.withUnsafeBufferPointer { tokens in
      let splitter = SentenceSplitter(text: text, tokens: tokens, lexicon: lexicon, words: words)
      var sentences: [Sentence] = []
      sentences.reserveCapacity(tokens.count / 20)
      for (block, range) in blocks.enumerated() { splitter.append(block: block, range, to: &sentences) }
      return sentences
    }
  }

  /// The block that a token stands in.
  package func block(of token: Int) -> Int? {
    let low = blocks.partitioningIndex { $0.upperBound > token }
    return low < blocks.count && blocks[low].contains(token) ? low : nil
  }
}
