import StetDocument
import StetText

extension Analysis {
  /// The analysis as if the document had some of its blocks only. Its tokens are numbered from the first of them;
  /// offsets stay as they are. What is known block by block is the same as in the whole; what is known of the whole
  /// document (its mentions, its antecedents) is not.
  package func window(_ range: Range<Int>) -> Analysis {
    let window = Analysis(
      document.window(range), words: words, language: language, speller: speller, kind: kind)
    let rows = layer.blocks[range]
    let tokens = (rows.first?.lowerBound ?? 0)..<(rows.last?.upperBound ?? 0)
    let shift = tokens.lowerBound
    window.layer = TokenLayer(
      tokens: Array(layer.tokens[tokens]),
      blocks: rows.map { $0.lowerBound - shift..<$0.upperBound - shift })
    window.sentences = sentences[firstSentence(of: range.lowerBound)..<firstSentence(of: range.upperBound)]
      .map {
        Sentence(first: $0.first - shift, end: $0.end - shift, block: $0.block - range.lowerBound)
      }
    window.tags = Array(tags[tokens])
    window.quotations = quotations.window(tokens)
    return window
  }

  /// The blocks that differ from the version before, in their words or in whether these are quoted, and all between
  /// them; nil when no version is known.
  package var changedBlocks: Range<Int>? {
    guard let lineage else { return nil }
    let (shared, old) = (lineage.blocks, lineage.before)
    let (head, tail) = quotations.sharing(old.quotations, lineage.tokens)
    let blocks = layer.blocks
    var first = shared.head
    while first > 0, blocks[first - 1].upperBound > head { first -= 1 }
    var end = blocks.count - shared.tail
    while end < blocks.count, blocks[end].lowerBound < layer.tokens.count - tail { end += 1 }
    return first..<end
  }

  /// The index of the first sentence in a block or behind it.
  private func firstSentence(of block: Int) -> Int {
    sentences.partitioningIndex { $0.block >= block }
  }
}
