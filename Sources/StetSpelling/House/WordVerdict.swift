/// Why a word is known or not.
package enum WordVerdict: Sendable, Hashable {
  case forbidden(HouseForm)
  /// In a house dictionary: its path and line, and the entry when the word is a form of it.
  case house(path: String, line: Int, entry: String)
  /// Among the words of a configuration.
  case listed
  /// In a dictionary, by its name, and its entry.
  case dictionary(name: String, entry: String)
  /// A number, or figures with what commonly stands by them.
  case number
  /// Made of known parts: a possessive, a compound, a common affix.
  case formed
  /// The language has no dictionary.
  case unchecked
  case unknown(suggestions: [String])

  package var isKnown: Bool {
    switch self {
    case .forbidden, .unknown: false
    default: true
    }
  }
}

extension Speller {
  /// Why a word or phrase is known or not.
  ///
  /// - Parameters:
  ///   - words: those of the configuration, as given to `UserWords`.
  ///   - house: its house dictionaries, from the root to the text.
  package func verdict(on text: String, words: [String], house: [HouseDictionary]) -> WordVerdict {
    let text = text.replacing("\u{2019}", with: "'")
    if let form = userWords?.forms.last(where: { $0.spellings.contains(text) }) {
      if form.isForbidden { return .forbidden(form) }
      return .house(path: form.path, line: form.line, entry: form.text)
    }
    for dictionary in house.reversed() {
      guard let entry = entry(of: text, in: UserWords([], [dictionary], in: dictionaries)) else { continue }
      if let line = dictionary.entries.last(where: { $0.text == entry && !$0.isForbidden })?.line {
        return .house(path: dictionary.path, line: line, entry: entry)
      }
    }
    if entry(of: text, in: UserWords(words)) != nil { return .listed }
    if case .absent = dictionaries.kind { return .unchecked }
    for number in [1, 0, 2] {
      guard case .index(let index) = dictionaries.source(number), let entry = entry(of: text, in: index)
      else {
        continue
      }
      let name =
        [0: "Stet's own words", 1: dictionaries.primary.name][number] ?? dictionaries.secondary?.name
      return .dictionary(name: name ?? "", entry: entry)
    }
    var word = text
    if word.withUTF8({ isNumeric($0) }) { return .number }
    guard !isKnown(text) else {
      if case .foreign = dictionaries.kind {
        return .dictionary(name: dictionaries.primary.name, entry: text)
      }
      return .formed
    }
    if case .foreign = dictionaries.kind {
      return .unknown(suggestions: foreignSuggestions(for: text).prefix(3).map(\.word))
    }
    return .unknown(suggestions: suggestions(for: text))
  }

  private func entry(of text: String, in words: UserWords?) -> String? {
    words?.indexes.lazy.compactMap { self.entry(of: text, in: $0) }.first
  }

  /// The entry that accounts for a word, under the rules for capitals.
  private func entry(of text: String, in index: AffixDictionary) -> String? {
    var text = text
    return text.withUTF8 { word in
      let match =
        switch LetterCase(word) {
        case .lower, .mixed: index.find(word, .exact)
        case .initial: lowercased(word).withUnsafeBufferPointer { index.find($0, .initial) }
        case .upper: lowercased(word).withUnsafeBufferPointer { index.find($0, .any) }
        }
      return match.map { String(decoding: index.bytes(of: $0), as: UTF8.self) }
    }
  }
}
