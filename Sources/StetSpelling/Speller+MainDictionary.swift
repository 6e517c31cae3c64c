extension Speller {
  /// Whether the main dictionary alone, with its affixes and the rules for capitals, holds a word: what is to be
  /// compared with Hunspell. Our own words, word formation and the other dictionary are left out.
  package func isInMainDictionary(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { word in withNormalised(word) { isListed($0, .main) } }
  }

  /// Whether Stet reads the main dictionary itself; false when the Hunspell library must.
  package var readsMainDictionary: Bool {
    if case .index = dictionaries.source(1) { true } else { false }
  }
}
