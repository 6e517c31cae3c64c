import StetDocument
import StetLanguage

/// Tells words after which a sentence cannot end, from the counts of the language layer.
struct CutOff {
  private let transitions = TransitionModel()
  /// Classes whose words ask for something after them.
  private static let leading: WordClass = [
    .article, .possessive, .coordinator, .preposition, .subordinator, .relative, .auxiliary, .modal,
  ]

  init(_ lexicon: Lexicon) {}

  /// ln(expected / seen) from which a word is taken never to end a sentence; see `TransitionModel.Association`.
  private static let never = 3.2

  /// A small word that leads to something: an article, a preposition, an auxiliary. In running text without a
  /// stop it shows that the end is missing.
  func isDangling(_ at: Int, _ analysis: Analysis) -> Bool {
    let token = analysis.layer.tokens[at]
    return token.isLower && analysis.lexicon.has(token.key, Self.leading)
  }

  /// A small word that edited English never puts before a full stop: the, and, of, my.
  func neverEnds(_ at: Int, _ analysis: Analysis) -> Bool {
    guard isDangling(at, analysis) else { return false }
    let word = analysis.words.bytes(analysis.layer.tokens[at].key)
    guard let stop = word.withUnsafeBufferPointer({ transitions.association($0, .sentenceEnd) }) else {
      return false
    }
    return stop.avoidance >= Self.never
  }

  /// The beginning of a word: no dictionary knows it, and it is written in small letters.
  func isHalfWord(_ at: Int, _ analysis: Analysis) -> Bool {
    let token = analysis.layer.tokens[at]
    guard token.isWord, token.isLower, token.spaceBefore, token.length >= 2 else { return false }
    return analysis.document.prose.withUnsafeBufferPointer {
      let word = UnsafeBufferPointer(rebasing: $0[token.range.indices])
      return word.allSatisfy { $0 &- 0x61 < 26 } && !analysis.speller.isKnown(word)
    }
  }
}
