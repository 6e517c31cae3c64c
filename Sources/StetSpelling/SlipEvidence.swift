import Glibc

/// What speaks for and against an unknown word being a slip of the best candidate.
package struct SlipEvidence: Sendable {
  /// Cost of the slips, see `SlipCost`.
  package var cost: Int
  /// How common the candidate is, see `FrequencyTable`, less what its entry makes it rarer.
  package var weight: Int
  /// Letters of the word: a short one has neighbours by chance.
  package var length: Int
  /// How far the second candidate is behind, at most 60.
  package var lead: Int
  /// Whether the candidate is two words, and none of the pairs that are habitually run together.
  package var isTwoWords: Bool
  /// How common the unknown word is itself: one in general use is a word that the lists lack.
  package var ownWeight: Int
  /// Whether the word is a listed one with an affix: a coinage sooner than a slip.
  package var isDerived: Bool
  /// Whether the word is the candidate with -s: a plural that the lists lack, if the candidate is rare.
  package var isPlural = false

  /// From a logistic regression over 900 misspellings of Wikipedia's editors, 900 of programmers, 150 of learners and 450
  /// that are in common use, against 373 words in small letters that edited news, encyclopaedias and blogs use and no
  /// list holds, misspellings among them taken out. At or above each threshold lie, of these:
  ///
  /// | likelihood | Wikipedia | programmers | in common use | unlisted words |
  /// |---|---|---|---|---|
  /// | 0.3 | 98 % | 92 % | 91 % | 29 % |
  /// | 0.4 | 96 % | 89 % | 86 % | 21 % |
  /// | 0.6 | 90 % | 80 % | 73 % | 12 % |
  /// | 0.8 | 75 % | 65 % | 52 % | 4 % |
  ///
  /// The plural was not in it: its figure was set by hand, and that of two words raised from 3.0, since compounds are
  /// written solid more often than sentences lose a blank between two nouns.
  package var likelihood: Double { 1 / (1 + exp(-logOdds)) }

  /// The natural logarithm of the odds.
  package var logOdds: Double {
    var sum = -4.106 - 0.0482 * Double(cost) + 0.0336 * Double(weight) + 0.6637 * Double(min(length, 14))
    sum += 0.0018 * Double(lead) - 0.0435 * Double(ownWeight)
    // A clear slip in a long word is one, however many make it.
    if cost <= 34, length >= 6, !isTwoWords { sum += 0.0249 * Double(ownWeight) }
    if isTwoWords { sum -= 4.6 }
    if isDerived { sum -= 1.2158 }
    if isPlural { sum -= 2.5 }
    return sum
  }

  /// The figures as a line of a table, for those who fit them anew.
  package var row: String {
    [cost, weight, length, lead, isTwoWords ? 1 : 0, ownWeight, isDerived ? 1 : 0].map(String.init)
      .joined(separator: "\t")
  }
}

extension Speller {
  /// The evidence on a word, for those who fit the figures anew; nil when nothing is near.
  package func evidence(for word: String) -> SlipEvidence? {
    var word = word
    return word.withUTF8 { word in
      withNormalised(word) { evidence(for: $0, candidates(for: $0, limit: 3)) }
    }
  }

  /// - Parameters:
  ///   - word: normalised.
  ///   - found: its candidates, likeliest first.
  func evidence(for word: UnsafeBufferPointer<UInt8>, _ found: [Candidate]) -> SlipEvidence? {
    guard let best = found.first else { return nil }
    var lead = 60
    if found.count > 1 { lead = min(lead, found[1].score - best.score) }
    if isAmbiguousPlace(found) { lead = -2000 }
    let isTwoWords = best.word.contains(0x20) && best.cost > SlipCost.habitualSpace
    return SlipEvidence(
      cost: best.cost, weight: best.weight, length: word.count, lead: lead, isTwoWords: isTwoWords,
      ownWeight: Int(frequency(word)), isDerived: !isTwoWords && isLooselyDerived(word),
      isPlural: word.count == best.word.count + 1 && word[word.count - 1] == 0x73
        && lowercased(UnsafeBufferPointer(rebasing: word[..<(word.count - 1)])).elementsEqual(
          best.word.withUnsafeBufferPointer { lowercased($0) })
    )
  }

  /// Two places or peoples near one misspelling: neither can be called likely. Words of one country, which begin alike,
  /// may be as near as they will.
  private func isAmbiguousPlace(_ found: [Candidate]) -> Bool {
    guard let best = found.first, found.count > 1, isPlace(best) else { return false }
    return found.dropFirst().contains { other in
      let lead = other.score - best.score
      let isElsewhere = !lowercasedStart(best.word).elementsEqual(lowercasedStart(other.word))
      return (lead < 20 || lead < 60 && isElsewhere) && isPlace(other)
    }
  }

  private func lowercasedStart(_ word: [UInt8]) -> [UInt8] {
    word.prefix(4).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
  }

  private func isPlace(_ candidate: Candidate) -> Bool {
    candidate.word.withUnsafeBufferPointer { dictionaries.isPlaceWord($0) }
  }
}
