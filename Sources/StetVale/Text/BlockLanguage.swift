import StetDocument
import StetLanguage
import StetSpelling
import StetText

/// Sentences and word classes of blocks, by the layers that all of Stet's rules use.
final class BlockLanguage {
  /// A word of a sentence.
  struct Word {
    var range: Range<Int>
    var text: String
    /// Penn Treebank: `NN`, `VBZ`.
    var tag: String
    /// Universal: `NOUN`, `VERB`.
    var universal: String
  }

  private let words: WordTable
  private let language: Language
  private let speller: Speller
  private var last: (text: [UInt8], analysis: Analysis)?

  init(_ analysis: Analysis) {
    words = analysis.words
    language = analysis.language
    speller = analysis.speller
  }

  /// Bytes of the block's text.
  func sentences(_ block: TextBlock) -> [Range<Int>] {
    let analysis = analysis(block)
    return analysis.sentences.map { analysis.range(of: $0).indices }
  }

  /// The words and marks of each sentence.
  func tagged(_ block: TextBlock) -> [[Word]] {
    let analysis = analysis(block)
    let (tokens, tags) = (analysis.tokens, analysis.tags)
    return analysis.sentences.map { sentence in
      sentence.tokens.map { index in
        Word(
          range: tokens[index].range.indices, text: analysis.string(tokens[index]),
          tag: tags[index].penn.code,
          universal: tags[index].universal.code)
      }
    }
  }

  private func analysis(_ block: TextBlock) -> Analysis {
    if let last, last.text == block.text { return last.analysis }
    var blocks: [Block] = []
    var start = 0
    var at = 0
    let text = block.text
    while at <= text.count {
      let isGap = at + 1 < text.count && text[at] == 0x0A && text[at + 1] == 0x0A
      if isGap || at == text.count {
        let range = block.trimmed(start..<at)
        if !range.isEmpty {
          blocks.append(Block(kind: .paragraph, prose: ProseRange(range.lowerBound, range.upperBound)))
        }
        start = at
      }
      at += 1
    }
    let document = Document(
      path: "", format: .plain, source: SourceText(text), prose: text, blocks: blocks, map: .identity,
      malformed: [])
    let made = Analysis(document, words: words, language: language, speller: speller, kind: .other)
    last = (text, made)
    return made
  }
}

/// The dictionary behind `spelling` rules: the system's English one.
final class ValeSpeller {
  private let speller: Speller

  init(_ analysis: Analysis) { speller = analysis.speller }

  func isKnown(_ word: String) -> Bool { speller.isKnown(word) }
  func suggestions(_ word: String) -> [String] { speller.suggestions(for: word) }
}
