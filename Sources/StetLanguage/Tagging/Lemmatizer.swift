/// The dictionary form of a word, from the word and its class: a table of exceptions, then the rule of the
/// longest ending that the table of endings has. Where a rule makes no word of the dictionary, other ways to
/// undo the inflection are tried.
package struct Lemmatizer: @unchecked Sendable {
  private let exceptions: CompactTable
  private let rules: CompactTable
  private let strings: UnsafeRawBufferPointer
  private let lexicon: WordClassTable

  package static let placeBits: UInt32 = 18
  /// Bytes of the longest ending that has a rule.
  package static let longestEnding = 6

  /// How the letters of a lemma relate to those of the form.
  package enum LetterCase: UInt8, Sendable { case small, asWritten, capitalised }

  /// The lemmatizer that the program carries.
  package init() { self.init(ModelFile(embedded: Tagger.modelPath) ?? .empty) }

  package init(_ file: ModelFile) {
    exceptions = CompactTable(file.section(ModelSection.lemmaSlots), valueBits: Self.placeBits)
    rules = CompactTable(file.section(ModelSection.lemmaRules), valueBits: Self.placeBits)
    strings = file.section(ModelSection.lemmaStrings)
    lexicon = WordClassTable(file)
  }

  /// The lemma's bytes. A word without any rule is its own lemma.
  package func lemma(of word: UnsafeBufferPointer<UInt8>, _ tag: TagPair) -> [UInt8] {
    switch tag.universal {
    case .punctuation, .symbol: return Self.plainMarks(word)
    case .numeral where word.contains(where: Self.isDigit): return Self.withoutGrouping(word)
    default: break
    }
    let group = Self.group(word, tag)
    let form = Self.normalised(word)
    if let place = exception(word, group) {
      return Array(strings[place + 1..<place + 1 + Int(strings[place])])
    }
    // An abbreviation, not a word that is shouted.
    if tag == TagPair(.noun, .singularNoun), group & 0xFF == 2, !isKnown(form) { return Self.unified(word) }
    for length in stride(from: min(Self.longestEnding, form.count), through: 0, by: -1) {
      guard let place = find(rules, Self.ruleKey(form.suffix(length), group)) else { continue }
      let lemma = apply(place, to: form, word)
      return isEntry(lemma) ? lemma : stem(of: form, tag) ?? lemma
    }
    return form
  }

  /// The entry of the dictionary that a regular form is made of: expel of “expelled”, defense of “defenses”.
  private func stem(of form: [UInt8], _ tag: TagPair) -> [UInt8]? {
    let ending: StaticString
    switch tag.penn {
    case .gerund: ending = "ing"
    case .pastVerb, .pastParticiple: ending = "ed"
    case .thirdPersonVerb, .pluralNoun: ending = "s"
    default: return nil
    }
    let bytes = UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount)
    guard form.count > bytes.count + 2, form.suffix(bytes.count).elementsEqual(bytes) else { return nil }
    let stem = Array(form.dropLast(bytes.count))
    if isEntry(stem) { return stem }
    let shorter = Array(stem.dropLast())
    if bytes.count == 1 { return stem.last == 0x65 && isEntry(shorter) ? shorter : nil }
    if isEntry(stem + [0x65]) { return stem + [0x65] }
    return stem.last == shorter.last && isEntry(shorter) ? shorter : nil
  }

  private func hints(_ word: [UInt8]) -> TagDictionaryEntry {
    word.withUnsafeBufferPointer { lexicon.find(FoldedWord($0).hash) }
  }

  /// Whether the treebanks or the dictionary of affixes have the word.
  private func isKnown(_ word: [UInt8]) -> Bool {
    let entry = hints(word)
    return entry.tags != 0 || entry.hint != 0
  }

  /// Whether the dictionary of affixes has the word itself, as the form that others are made of.
  private func isEntry(_ word: [UInt8]) -> Bool { hints(word).hint & 1 != 0 }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// A figure without the commas that group its digits by three; anything else as it is.
  private static func withoutGrouping(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let whole = word.prefix { $0 != 0x2E }
    let groups = whole.split(separator: 0x2C, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count), groups.count > 1,
      groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.joined().allSatisfy(isDigit)
    else { return Array(word) }
    return Array(groups.joined()) + word[whole.count...]
  }

  /// Marks as a typewriter has them: “ ” as ", ‘ ’ as ', dashes as -.
  private static func plainMarks(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard word.contains(0xE2) else { return Array(word) }
    var result: [UInt8] = []
    var at = 0
    while at < word.count {
      guard at + 2 < word.count, word[at] == 0xE2, word[at + 1] == 0x80, let mark = plainMark(word[at + 2])
      else {
        result.append(word[at])
        at += 1
        continue
      }
      result.append(mark)
      at += 3
    }
    return result
  }

  /// For U+2000 to U+203F, by the last byte of their encoding.
  private static func plainMark(_ last: UInt8) -> UInt8? {
    switch last {
    case 0x93, 0x94: 0x2D
    case 0x98, 0x99: 0x27
    case 0x9C, 0x9D: 0x22
    default: nil
    }
  }

  private func exception(_ word: UnsafeBufferPointer<UInt8>, _ group: UInt64) -> Int? {
    guard !word.contains(where: Self.isDigit) else { return nil }
    let hash = FoldedWord(word).hash
    if let place = find(exceptions, Self.exceptionKey(hash, group)) { return place }
    // A capital at the head of a sentence does not make another word of an irregular form.
    guard group & 0xFF != 0, group >> 16 != UInt64(PennTag.singularProperNoun.rawValue),
      group >> 16 != UInt64(PennTag.pluralProperNoun.rawValue)
    else { return nil }
    return find(exceptions, Self.exceptionKey(hash, group & ~0xFF))
  }

  /// The place of an entry's text; an entry starts with a byte of its hash, against mistaken slots.
  private func find(_ table: CompactTable, _ hash: UInt64) -> Int? {
    guard let place = table.value(hash), strings[Int(place)] == Self.check(hash) else { return nil }
    return Int(place) + 1
  }

  package static func check(_ hash: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: hash >> 8) }

  package func lemma(of word: some StringProtocol, _ tag: TagPair) -> String {
    var word = String(word)
    return word.withUTF8 { String(decoding: lemma(of: $0, tag), as: UTF8.self) }
  }

  /// A rule is: bytes to strip, case, number of bytes to append, those bytes.
  private func apply(_ place: Int, to form: [UInt8], _ word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let strip = Int(strings[place])
    guard let letterCase = LetterCase(rawValue: strings[place + 1]), strip <= form.count else { return form }
    let added = strings[place + 3..<place + 3 + Int(strings[place + 2])]
    return Self.edited(form, Self.unified(word), strip: strip, add: added, letterCase)
  }

  package static func edited(
    _ form: [UInt8], _ written: [UInt8], strip: Int, add: some Sequence<UInt8>, _ letterCase: LetterCase
  ) -> [UInt8] {
    switch letterCase {
    case .small: return form.dropLast(strip) + add
    case .asWritten: return written.dropLast(strip) + add
    case .capitalised:
      var lemma = Array(form.dropLast(strip) + add)
      if let first = lemma.first, (0x61...0x7A).contains(first) { lemma[0] = first & 0xDF }
      return lemma
    }
  }

  /// What besides the letters chooses a rule: the tags and the use of capitals.
  package static func group(_ word: UnsafeBufferPointer<UInt8>, _ tag: TagPair) -> UInt64 {
    let capitals: UInt64
    switch tag.penn {
    case .singularNoun, .pluralNoun, .singularProperNoun, .pluralProperNoun, .adjective, .foreignWord,
      .address, .cardinal:
      let folded = FoldedWord(word)
      capitals = folded.isAllUpper ? 2 : folded.shape.contains(.hasUpper) ? 1 : 0
    // In other words a capital is the sentence's, not the word's.
    default: capitals = 0
    }
    return UInt64(tag.penn.rawValue) << 16 | UInt64(tag.universal.rawValue) << 8 | capitals
  }

  package static func exceptionKey(_ hash: UInt64, _ group: UInt64) -> UInt64 {
    combinedHash(hash, group)
  }

  package static func ruleKey(_ ending: some Collection<UInt8>, _ group: UInt64) -> UInt64 {
    var packed: UInt64 = 0
    for byte in ending { packed = packed << 8 | UInt64(byte) }
    return combinedHash(packed, group, UInt64(ending.count) + 1)
  }

  /// The word with ASCII apostrophes.
  package static func unified(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard word.contains(0xE2) else { return Array(word) }
    var result: [UInt8] = []
    var at = 0
    while at < word.count {
      if at + 2 < word.count, word[at] == 0xE2, word[at + 1] == 0x80, (0x98...0x99).contains(word[at + 2]) {
        result.append(0x27)
        at += 3
      } else {
        result.append(word[at])
        at += 1
      }
    }
    return result
  }

  /// The word with ASCII apostrophes and, in ASCII, small letters.
  package static func normalised(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    unified(word).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}
