extension Speller {
  /// Whether an unknown word is a listed one of four letters or more with an affix, however unusual together:
  /// `servicers`, `misconfigure`. No proof that it is a word, but a slip is less likely.
  func isLooselyDerived(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count >= 5, word.allSatisfy(isASCIILetter) else { return false }
    return lowercased(word).withUnsafeBufferPointer { word in
      for suffix in WordFormation.looseSuffixes {
        let count = word.count - suffix.utf8CodeUnitCount
        guard count >= 4, word[count...].elementsEqual(letters(suffix)) else { continue }
        if isStem(UnsafeBufferPointer(rebasing: word[..<count]), beforeVowel: SlipCost.isVowel(word[count])) {
          return true
        }
      }
      for prefix in WordFormation.loosePrefixes where word.starts(with: letters(prefix)) {
        let rest = UnsafeBufferPointer(rebasing: word[prefix.utf8CodeUnitCount...])
        if rest.count >= 4, entry(of: rest, .all) != nil { return true }
      }
      return false
    }
  }

  /// A listed word, or one that lost its e, changed its y or doubled its last letter before a vowel.
  private func isStem(_ stem: UnsafeBufferPointer<UInt8>, beforeVowel: Bool) -> Bool {
    if entry(of: stem, .all) != nil { return true }
    guard beforeVowel else { return false }
    let last = stem[stem.count - 1]
    if stem.count > 4, last == stem[stem.count - 2],
      entry(of: UnsafeBufferPointer(rebasing: stem[..<(stem.count - 1)]), .all) != nil
    {
      return true
    }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: stem.count + 1) { copy in
      _ = copy.initialize(from: stem)
      for letter in [0x65, 0x79] as [UInt8] {
        copy[stem.count] = letter
        if entry(of: UnsafeBufferPointer(copy), .all) != nil { return true }
      }
      return false
    }
  }
}
