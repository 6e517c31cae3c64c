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
    // What is shared with the version before has the same sentences, and so the same classes.
    let old = lineage.map { (tags: $0.before.tags, kept: $0.tokens) }
    let end = old.map { tokens.count - ($0.tags.count - $0.kept.oldTail) } ?? tokens.count
    if let old { tags.append(contentsOf: old.tags[..<old.kept.head]) }
    var ofSentence: [TagPair] = []
    document.prose.withUnsafeBufferPointer { text in
      for sentence in sentences where sentence.first >= tags.count && sentence.first < end {
        let ranges = tokens[sentence.tokens].lazy.map { ByteRange(Int($0.start), Int($0.end)) }
        tagger.tag(sentence: ranges, in: text, cache: cache, into: &ofSentence)
        tags.append(contentsOf: ofSentence)
      }
    }
    if let old { tags.append(contentsOf: old.tags[old.kept.oldTail...]) }
    // A program without its model tags nothing; the layer still has an entry a token.
    let missing = tokens.count - tags.count
    if missing > 0 { tags.append(contentsOf: repeatElement(TagPair(.other, .other), count: missing)) }
    return tags
  }
}
