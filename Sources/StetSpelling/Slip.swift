/// What an unknown word was probably meant to be.
package struct Slip: Hashable, Sendable {
  /// The likeliest word, in the case of the one that was written.
  package var replacement: String
  /// How likely it is that the word is a slip of `replacement` and not simply one that no list holds (a
  /// coinage, a foreign word, a name): 0 to 1, if both were equally frequent beforehand.
  ///
  /// From a logistic regression over the cost of the slips, how common the replacement is, the length of the
  /// word (a short word has neighbours by chance) and the lead over the second candidate. It was fitted to
  /// 2,000 common misspellings against 1,955 words of modern vocabulary of which the lists were kept from
  /// knowing. At or above each threshold lie, of 2,000 other misspellings and of the same unlisted words:
  ///
  /// | likelihood | misspellings | unlisted words |
  /// |---|---|---|
  /// | 0.3 | 92 % | 24 % |
  /// | 0.5 | 84 % | 12 % |
  /// | 0.7 | 68 % | 5 % |
  /// | 0.9 | 30 % | 1 % |
  ///
  /// In edited news, unlisted words outnumber misspellings: ask for 0.7 or more before calling a word wrong.
  /// It says nothing of capitalised words, which are mostly names: there, ask for more.
  package var likelihood: Double
  /// Other words that may have been meant, next likeliest first, at most two.
  package var alternatives: [String]
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
    let found = withNormalised(word) { candidates(for: $0, limit: 3, threshold: threshold) }
    guard let best = found.first else { return nil }
    var lead = 60
    if found.count > 1 { lead = min(lead, found[1].score - best.score) }
    // Two places or peoples near one misspelling: neither can be called likely.
    if found.count > 1, lead < 20, isPlace(best), isPlace(found[1]) { lead = -200 }
    let isSplit = best.word.contains(0x20)
    let exponent =
      -2.245 - 0.0346 * Double(best.cost) + 0.0309 * Double(best.weight) + 0.466 * Double(min(word.count, 14))
      + 0.0064 * Double(lead) - (isSplit ? 2.747 : 0)
    return Slip(
      replacement: String(decoding: best.word, as: UTF8.self), likelihood: logistic(exponent),
      alternatives: found.dropFirst().prefix(2).map { String(decoding: $0.word, as: UTF8.self) })
  }

  private func isPlace(_ candidate: Candidate) -> Bool {
    candidate.word.withUnsafeBufferPointer { dictionaries.isPlaceWord($0) }
  }
}

/// The logistic function by the rational approximation of tanh, y(27 + y²) / (27 + 9y²), which is at most 0.012
/// off: FoundationEssentials has no `exp`.
private func logistic(_ value: Double) -> Double {
  let half = max(-3, min(3, value / 2))
  return 0.5 + half * (27 + half * half) / (54 + 18 * half * half)
}
