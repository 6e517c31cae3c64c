import StetDocument
import StetSpelling

/// The version of a document that an analysis follows, and what the two share.
struct Lineage {
  let before: Analysis
  let blocks: SharedBlocks

  /// nil when there is nothing to take over.
  init?(_ before: Analysis, _ document: Document, _ words: WordTable, _ speller: Speller) {
    // Keys of another table mean other words; another speller knows other words.
    guard before.words === words, before.speller === speller else { return nil }
    let shared = SharedBlocks(from: before.document, to: document)
    guard shared.head + shared.tail > 0 else { return nil }
    self.before = before
    blocks = shared
  }

  var tokens: SharedTokens { SharedTokens(before.layer, blocks) }

  /// How many sentences at the head and at the end stand in blocks that are shared, as are their neighbours: a word at
  /// the end of a sentence may have been judged by the first of the next block.
  func sentences(_ analysis: Analysis) -> (head: Int, tail: Int) {
    let (new, old) = (analysis.sentences, before.sentences)
    let head = old.prefix { $0.block < blocks.head - 1 }.count
    let last = analysis.document.blocks.count - blocks.tail
    let tail = new.reversed().prefix { $0.block > last }.count
    return (head, tail)
  }
}

extension Analysis {
  /// How many sentences at the head and at the end are the same in the version before, as are their neighbours.
  package var sharedSentences: (head: Int, tail: Int) { lineage?.sentences(self) ?? (0, 0) }

  func findTokens() -> TokenLayer {
    let before = lineage.map { ($0.before.layer, $0.blocks) }
    return document.prose.withUnsafeBufferPointer { text in
      guard let (old, shared) = before else {
        return TokenLayer(text, blocks: document.blocks, words: words, lexicon: lexicon)
      }
      return TokenLayer(
        text, blocks: document.blocks, words: words, lexicon: lexicon, following: old, shared)
    }
  }

  func findSentences() -> [Sentence] {
    let layer = layer
    let before = lineage.map { ($0.before.sentences, $0.before.layer, $0.blocks) }
    return document.prose.withUnsafeBufferPointer { text in
      guard let (sentences, old, shared) = before else {
        return layer.sentences(in: text, words: words, lexicon: lexicon)
      }
      return layer.sentences(
        in: text, words: words, lexicon: lexicon, following: sentences, old, shared)
    }
  }
}
