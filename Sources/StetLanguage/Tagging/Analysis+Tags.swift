import StetText

extension Analysis {
  /// The word class of every token, sentence by sentence: how a sentence uses capitals is judged on its own,
  /// so a headline does not make the text under it look like names.
  func tagTokens() -> [TagPair] {
    let tagger = language.tagger
    let cache = words.tagging
    let tokens = layer.tokens
    var tags: [TagPair] = []
    tags.reserveCapacity(tokens.count)
    var ofSentence: [TagPair] = []
    document.prose.withUnsafeBufferPointer { text in
      for sentence in sentences {
        let ranges = tokens[sentence.tokens].lazy.map { ByteRange(Int($0.start), Int($0.end)) }
        tagger.tag(sentence: ranges, in: text, cache: cache, into: &ofSentence)
        tags.append(contentsOf: ofSentence)
      }
    }
    // A program without its model tags nothing; the layer still has an entry a token.
    let missing = tokens.count - tags.count
    if missing > 0 { tags.append(contentsOf: repeatElement(TagPair(.other, .other), count: missing)) }
    return tags
  }
}
