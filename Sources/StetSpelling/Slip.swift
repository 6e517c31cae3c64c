/// What an unknown word was probably meant to be.
package struct Slip: Hashable, Sendable {
  /// The likeliest word, in the case of the one that was written.
  package var replacement: String
  /// How likely it is that the word is a slip of `replacement` and not simply one that no list holds (a
  /// coinage, a foreign word, a name): 0 to 1, if both were equally frequent beforehand. See `SlipEvidence`.
  ///
  /// It says nothing of capitalised words, which are mostly names: there, ask for more.
  package var likelihood: Double
  /// Other words that may have been meant, next likeliest first, at most two.
  package var alternatives: [String]

  package init(replacement: String, likelihood: Double, alternatives: [String]) {
    (self.replacement, self.likelihood, self.alternatives) = (replacement, likelihood, alternatives)
  }
}

extension Speller {
  /// The best candidate for an unknown word with its likelihood; nil when nothing is near, or nothing as likely
  /// as `threshold`. Judgements are kept, so that a word costs once, in whatever document.
  package func slip(for word: String, atLeast threshold: Double = 0) -> Slip? {
    var word = word
    return word.withUTF8 { slip(for: $0, atLeast: threshold) }
  }

  /// `slip(for:)` on UTF-8 bytes, which are read only during the call.
  package func slip(for word: UnsafeBufferPointer<UInt8>, atLeast threshold: Double = 0) -> Slip? {
    var hash = WordHash()
    for byte in word { hash.add(byte) }
    let slip = slips.slip(hash.value, atLeast: threshold) { findSlip(for: word, atLeast: threshold) }
    guard let slip, slip.likelihood >= threshold else { return nil }
    return slip
  }

  private func findSlip(for word: UnsafeBufferPointer<UInt8>, atLeast threshold: Double) -> Slip? {
    withNormalised(word) { word in
      let found = candidates(for: word, limit: 3, threshold: threshold)
      guard let best = found.first else { return nil }
      return Slip(
        replacement: String(decoding: best.word, as: UTF8.self),
        likelihood: evidence(for: word, found)?.likelihood ?? 0,
        alternatives: found.dropFirst().prefix(2).map { String(decoding: $0.word, as: UTF8.self) })
    }
  }
}
