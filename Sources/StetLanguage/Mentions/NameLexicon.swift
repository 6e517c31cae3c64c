/// What a word says about the name or the noun it stands in.
struct NameHints: OptionSet, Sendable {
  let rawValue: UInt16
  static let masculineName = NameHints(rawValue: 1)
  static let feminineName = NameHints(rawValue: 2)
  /// A given name of either gender.
  static let eitherName = NameHints(rawValue: 4)
  /// A family name that usually stands before the given name: Xi Jinping, Kim Yo-jong.
  static let familyFirst = NameHints(rawValue: 8)
  /// University, Bank: part of the name of a body.
  static let bodyWord = NameHints(rawValue: 16)
  /// River, Street: part of the name of a place.
  static let placeWord = NameHints(rawValue: 32)
  static let masculineNoun = NameHints(rawValue: 64)
  static let feminineNoun = NameHints(rawValue: 128)
  /// Written with a capital before a person's name.
  static let honorific = NameHints(rawValue: 256)
  static let timeNoun = NameHints(rawValue: 512)
  /// A plural that means persons.
  static let peopleNoun = NameHints(rawValue: 1024)
  /// A singular that means several persons: couple, crew.
  static let collectiveNoun = NameHints(rawValue: 2048)
  /// A place whose name is a family name, too: Lincoln, Austin.
  static let ambiguousPlace = NameHints(rawValue: 4096)

  static let givenName: NameHints = [.masculineName, .feminineName, .eitherName]

  fileprivate static let named: [Substring: NameHints] = [
    "masculine": .masculineName, "feminine": .feminineName, "either": .eitherName,
    "family-first": .familyFirst, "body-word": .bodyWord, "place-word": .placeWord,
    "masculine-noun": .masculineNoun, "feminine-noun": .feminineNoun, "honorific": .honorific,
    "time-noun": .timeNoun, "people-noun": .peopleNoun, "collective-noun": .collectiveNoun,
    "ambiguous-place": .ambiguousPlace,
  ]
}

/// Given names, words of bodies and places, and the places and bodies that the program knows by name.
package struct NameLexicon: Sendable {
  private let hints: [NameHints]
  /// Cities, regions, bodies; countries and capitals are in the gazetteer.
  let known: PhraseTable<Entity.Kind>

  init(_ lexicon: Lexicon) {
    var hints: [NameHints] = []
    var known = PhraseTable<Entity.Kind>()
    func add(_ hint: NameHints, _ word: Substring) {
      let keys = lexicon.keys(of: String(word))
      guard keys.count == 1, let key = keys.first, key != .none else { return }
      while hints.count <= key.index { hints.append([]) }
      hints[key.index].insert(hint)
    }
    for file in ["given-names", "world-places", "organisations", "mention-words"] {
      for line in EmbeddedText.lines("Dictionaries/en/\(file).tsv") {
        let fields = line.fields("\t", most: 1)
        guard fields.count == 2 else { continue }
        if let hint = NameHints.named[fields[0]] {
          for word in fields[1].fields(" ") { add(hint, word) }
        } else {
          let kind: Entity.Kind = fields[0] == "known-body" ? .organisation : .place
          for name in fields[1].fields(";") { known.add(lexicon.keys(of: String(name)), kind) }
        }
      }
    }
    self.hints = hints
    self.known = known
  }

  @inline(__always)
  func hints(_ key: WordKey) -> NameHints { key.index < hints.count ? hints[key.index] : [] }

  @inline(__always)
  func has(_ key: WordKey, _ any: NameHints) -> Bool { !hints(key).isDisjoint(with: any) }
}

extension Language {
  package func isGivenName(_ key: WordKey) -> Bool { names.has(key, .givenName) }

  /// A family name that usually stands before the given name: Xi, Kim.
  package func isFamilyFirst(_ key: WordKey) -> Bool { names.has(key, .familyFirst) }

  /// Whether the word alone is or begins the name of a place or a body in the lists.
  package func isListed(_ key: WordKey) -> Bool {
    names.known.starts(with: key) || gazetteer.phrases.starts(with: key)
  }

  /// Whether the tokens are the name of a body in the lists.
  package func isListedBody(_ tokens: [Token], at: Int, count: Int) -> Bool {
    guard let match = names.known.match(tokens, at: at, end: min(tokens.count, at + count)) else {
      return false
    }
    return match.count == count && match.value == .organisation
  }
}
