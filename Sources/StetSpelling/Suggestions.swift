/// A listed word that a misspelling may stand for.
struct Candidate {
  /// The word in the case of its entry.
  var word: [UInt8]
  /// Sum of the slips, see `SlipCost`.
  var cost: Int
  /// How common the word is, see `FrequencyTable`.
  var weight: Int

  /// Lower is likelier.
  var score: Int { cost - weight / 2 }
}

extension Speller {
  /// What was probably meant by an unknown word, likeliest first; empty when nothing is near.
  ///
  /// The order is that of a noisy channel: the cost of the slips less the weight of the word. The case of the
  /// word is kept: capitalised and all-capital words get such proposals. The name of a country, a people or a
  /// capital gets none, since a neighbour of it would be another one. With `allowSlow`, the Hunspell library is
  /// asked when nothing was found, which takes 25 ms and the time to make a handle.
  package func suggestions(for word: String, limit: Int = 3, allowSlow: Bool = false) -> [String] {
    var word = word
    let found = word.withUTF8 { word in
      withNormalised(word) { word in
        candidates(for: word, limit: limit).map { String(decoding: $0.word, as: UTF8.self) }
      }
    }
    if found.isEmpty, allowSlow { return Array(librarySuggestions(word).prefix(limit)) }
    return found
  }

  /// The candidates for a normalised word, likeliest first.
  func candidates(for word: UnsafeBufferPointer<UInt8>, limit: Int, threshold: Double = 0) -> [Candidate] {
    guard limit > 0, word.count > 1, word.count <= 40, !dictionaries.isPlaceWord(word) else { return [] }
    let count = word.count
    if count > 3, word[count - 2] == 0x27, word[count - 1] | 0x20 == 0x73 {
      let stem = UnsafeBufferPointer(rebasing: word[..<(count - 2)])
      return candidates(for: stem, limit: limit, threshold: threshold).map { candidate in
        var candidate = candidate
        candidate.word += word[(count - 2)...]
        return candidate
      }
    }
    if word.contains(0x2D) { return compoundCandidates(for: word, limit: limit, threshold: threshold) }
    let pattern = LetterCase(word)
    var search = CandidateSearch(
      speller: self, isCapitalised: pattern != .lower, keeping: limit, threshold: threshold)
    lowercased(word).withUnsafeBufferPointer { search.run($0) }
    return search.best.map { candidate in
      var candidate = candidate
      candidate.word = applying(pattern, to: candidate.word)
      return candidate
    }
  }

  /// Candidates for a compound with one unknown part: that part's, put in its place.
  private func compoundCandidates(
    for word: UnsafeBufferPointer<UInt8>, limit: Int, threshold: Double
  ) -> [Candidate] {
    var unknown: Range<Int>?
    var start = 0
    for end in 0...word.count where end == word.count || word[end] == 0x2D {
      let part = UnsafeBufferPointer(rebasing: word[start..<end])
      if !part.isEmpty, !isFormed(part, .all) {
        guard unknown == nil else { return [] }
        unknown = start..<end
      }
      start = end + 1
    }
    guard let unknown else { return [] }
    return candidates(for: UnsafeBufferPointer(rebasing: word[unknown]), limit: limit, threshold: threshold)
      .map { candidate in
        var candidate = candidate
        candidate.word = word[..<unknown.lowerBound] + candidate.word + word[unknown.upperBound...]
        return candidate
      }
  }
}
