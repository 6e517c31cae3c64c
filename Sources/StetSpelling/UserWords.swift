/// Words that a user's configuration and house dictionaries accept or forbid, with the cases in which they are meant:
/// `stet` also as “Stet” and “STET”, `Tchiani` not as “tchiani”. May be shared by any number of spellers.
package final class UserWords: Sendable {
  /// Word lists under the rules of the dictionaries that their flags come from.
  let indexes: [AffixDictionary]
  /// The accepted words once more, for a language whose dictionary the library reads.
  let additions: [Addition]
  /// What is looked for in texts as it stands; the forms of a nearer dictionary come later.
  package let forms: [HouseForm]
  /// Hashes of all spellings of forbidden forms.
  private let forbidden: Set<UInt64>

  /// A word for a handle of the library.
  struct Addition: Sendable {
    var word: String
    /// The word that it inflects like.
    var example: String?
    /// Flags of the language's affix file.
    var flags: String?
  }

  /// - Parameters:
  ///   - words: entries of a Hunspell word list, with or without flags of Stet's own list (`/S` for a plural in -s,
  ///     `/M` for a possessive, `/D` and `/G` for a verb's -ed and -ing). Blanks at either end do not count.
  ///   - house: from the root to the text, so that a later one counts more.
  ///   - dictionaries: those of the text's language, in which words are found that others inflect like. What is not
  ///     found becomes a fault of the house dictionary.
  ///
  /// Nil when nothing is left.
  package init?(
    _ words: [String], _ house: [HouseDictionary] = [], in dictionaries: SpellingDictionaries? = nil
  ) {
    var lists = WordLists()
    for word in words { lists.own.append(word) }
    var additions = words.map { Addition(word: String($0.prefix { $0 != "/" })) }
    // By their text, with the number of the dictionary: what a nearer one says of a form is what counts.
    var byText: [String: (order: Int, form: HouseForm)] = [:]
    for (order, dictionary) in house.enumerated() {
      for entry in dictionary.entries {
        if entry.isForbidden || HouseForm.isPhrase(entry.text) {
          byText[entry.text] = (order, HouseForm(entry, path: dictionary.path))
        } else if !byText.isEmpty {
          byText[entry.text] = nil
        }
        guard !entry.isForbidden else { continue }
        lists.add(entry, of: dictionary, dictionaries)
        additions.append(Addition(entry))
      }
    }
    forms = byText.values.sorted { ($0.order, $0.form.line) < ($1.order, $1.form.line) }.map(\.form)
    indexes = lists.indexes(dictionaries)
    self.additions = additions.filter { !$0.word.isEmpty }
    forbidden = Set(forms.lazy.filter(\.isForbidden).flatMap(\.spellings).map(Self.hash))
    if indexes.isEmpty, forms.isEmpty { return nil }
  }

  /// Whether a house dictionary forbids a word as it is written. ’ must be '.
  func forbids(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !forbidden.isEmpty else { return false }
    var hash = WordHash()
    for byte in word { hash.add(byte) }
    return forbidden.contains(hash.value)
  }

  private static func hash(_ text: String) -> UInt64 {
    var hash = WordHash()
    for byte in text.utf8 { hash.add(byte) }
    return hash.value
  }
}

extension UserWords.Addition {
  init(_ entry: HouseEntry) {
    word = entry.text
    switch entry.meaning {
    case .inflected(let example): self.example = example
    case .flagged(let flags): self.flags = flags
    case .accepted, .forbidden: break
    }
  }
}

/// Accepted words by the dictionary whose rules their flags follow.
private struct WordLists {
  /// Lines of Stet's own list, as `words:` has them.
  var own: [String] = []
  /// Lines by the number of the dictionary: 0 own words, 1 main, 2 secondary.
  private var lines: [[UInt8]] = [[], [], []]

  mutating func add(_ entry: HouseEntry, of house: HouseDictionary, _ dictionaries: SpellingDictionaries?) {
    let word = Array(entry.text.utf8)
    switch entry.meaning {
    case .forbidden: return
    case .accepted: lines[0] += word + [0x0A]
    case .flagged(let flags):
      if case .index = dictionaries?.source(1) { lines[1] += word + [0x2F] + flags.utf8 + [0x0A] }
    case .inflected(let example):
      guard let dictionaries, dictionaries.kind == .english else {
        lines[0] += word + [0x0A]
        return
      }
      switch dictionaries.flags(of: example) {
      case .found(let number, let flags):
        lines[number] += word + [0x2F] + flags + [0x0A]
        addListedForms(word, like: example, dictionaries)
      case .plain:
        lines[0] += word + [0x0A]
        addListedForms(word, like: example, dictionaries)
      case .form:
        lines[0] += word + [0x0A]
        house.report(
          HouseFault(
            line: entry.line,
            message: "“\(example)” is a form of another word; name the word as a dictionary lists it"))
      case .missing:
        lines[0] += word + [0x0A]
        house.report(
          HouseFault(
            line: entry.line,
            message:
              "no dictionary has “\(example)”, so “\(entry.text)” cannot inflect like it; name another word"))
      }
    }
  }

  /// A dictionary may list a form by itself instead of giving its word a flag: en_US has “Nigerien/M”, and we
  /// “Nigeriens”. Such forms follow, too, by the regular endings of Stet's own list.
  private mutating func addListedForms(
    _ word: [UInt8], like example: String, _ dictionaries: SpellingDictionaries
  ) {
    guard case .index(let own) = dictionaries.source(0) else { return }
    let flags = Set(own.rules.options.map(\.flag)).sorted().filter { flag in
      var hasForms = false
      var areAllKnown = true
      let bytes = Array(example.utf8)
      AffixDictionary(rules: own.rules, lines: bytes + [0x2F, flag, 0x0A])?.forEachForm { form in
        guard !form.elementsEqual(bytes) else { return }
        hasForms = true
        if !dictionaries.lists(form) { areAllKnown = false }
      }
      return hasForms && areAllKnown
    }
    if !flags.isEmpty { lines[0] += word + [0x2F] + flags + [0x0A] }
  }

  func indexes(_ dictionaries: SpellingDictionaries?) -> [AffixDictionary] {
    var found: [AffixDictionary] = []
    var ownLines = lines[0]
    for word in own {
      let bytes = word.utf8.drop { $0 <= 0x20 }
      guard !bytes.isEmpty else { continue }
      ownLines += bytes
      while let last = ownLines.last, last <= 0x20 { ownLines.removeLast() }
      ownLines.append(0x0A)
    }
    if !ownLines.isEmpty, let affixes = EmbeddedData.bytes(named: "Dictionaries/en/stet.aff"),
      let rules = AffixRules(affixes), let index = AffixDictionary(rules: rules, lines: ownLines)
    {
      found.append(index)
    }
    for number in 1..<3 where !lines[number].isEmpty {
      guard case .index(let source) = dictionaries?.source(number),
        let index = AffixDictionary(rules: source.rules, lines: lines[number])
      else { continue }
      found.append(index)
    }
    return found
  }
}

extension SpellingDictionaries {
  /// What is known of how a word inflects.
  enum Inflection {
    /// The flags of its entry, and the number of the dictionary that has it.
    case found(Int, [UInt8])
    /// An entry without flags.
    case plain
    /// No entry, but a form that an entry makes.
    case form
    case missing
  }

  /// Whether any of them has a word as it stands.
  func lists(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    (0..<3).contains { number in
      if case .index(let index) = source(number) { index.find(word, .exact) != nil } else { false }
    }
  }

  /// Main dictionary, own words, secondary dictionary; the first that has flags for the word.
  func flags(of example: String) -> Inflection {
    var result = Inflection.missing
    var example = example
    return example.withUTF8 { word in
      for number in [1, 0, 2] {
        guard case .index(let index) = source(number), let match = index.find(word, .exact) else { continue }
        guard match.isBare else {
          if case .missing = result { result = .form }
          continue
        }
        let flags = index.flags(after: match.entry + match.length)
        if !flags.isEmpty { return .found(number, Array(index.bytes[flags])) }
        result = .plain
      }
      return result
    }
  }
}
