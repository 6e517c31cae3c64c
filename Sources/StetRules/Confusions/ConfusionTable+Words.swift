import StetDocument
import StetLanguage
import StetSpelling

extension ConfusionTable {
  /// The table that the program carries.
  package static var carried: UnsafeBufferPointer<UInt8>? {
    EmbeddedData.bytes(named: "Dictionaries/en/confusions.txt")
  }

  /// Reads a table; names its words, so it must be made before the first document.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon) throws(ConfusionTableFault) {
    self = try ConfusionTableReader.read(bytes, lexicon)
  }

  /// For measuring: how much better the meant word of a pair would fit at a token that holds the written one.
  package func advantage(ofPair pair: Int, at: Int, _ analysis: Analysis) -> Double? {
    let slip = slips[pair]
    let layer = analysis.layer
    let tags = analysis.tags
    guard let sentence = analysis.sentences.first(where: { $0.tokens.contains(at) }) else { return nil }
    return analysis.document.prose.withUnsafeBufferPointer { text in
      layer.tokens.withUnsafeBufferPointer { tokens in
        tags.withUnsafeBufferPointer { tags in
          let context = FrameContext(text: text, tokens: tokens, tags: tags, sentence: sentence.tokens)
          let slot = at..<at + 1 + slip.rest.count
          guard isOrdinary(at, context), isWritten(slip, slot, context), isFree(slot, context),
            !slip.exceptions.contains(where: { $0.contains { matches(self.frames[$0], slot, context) } })
          else { return nil }
          return advantage(slip, neighbours(slot, context), atLeast: 3)
        }
      }
    }
  }

  /// The word of a set that stands at a token and is no part of a name or a hyphenated word, and its tokens.
  package func word(at: Int, _ sentence: Sentence, _ analysis: Analysis) -> (text: String, length: Int)? {
    let layer = analysis.layer
    guard gate.contains(layer.tokens[at].key), let candidates = slipsOfWord[layer.tokens[at].key] else {
      return nil
    }
    return analysis.document.prose.withUnsafeBufferPointer { text in
      layer.tokens.withUnsafeBufferPointer { tokens in
        let context = FrameContext(
          text: text, tokens: tokens, tags: UnsafeBufferPointer(start: nil, count: 0),
          sentence: sentence.tokens)
        guard isOrdinary(at, context) else { return nil }
        // The longest: “it's” before “it”.
        let written = candidates.map { slips[$0] }.sorted { $0.rest.count > $1.rest.count }.first {
          let slot = at..<at + 1 + $0.rest.count
          return isWritten($0, slot, context) && isFree(slot, context)
        }
        return written.map { ($0.written, $0.rest.count + 1) }
      }
    }
  }
}
