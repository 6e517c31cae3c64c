/// The dictionary form of a word, from the word and its class: a table of exceptions, then the rule of the
/// longest ending that the table of endings has.
package struct Lemmatizer: @unchecked Sendable {
  private let exceptions: CompactTable
  private let rules: CompactTable
  private let strings: UnsafeRawBufferPointer

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
  }

  /// The lemma's bytes. A word without any rule is its own lemma.
  package func lemma(of word: UnsafeBufferPointer<UInt8>, _ tag: TagPair) -> [UInt8] {
    switch tag.universal {
    case .punctuation, .symbol: return Array(word)
    case .numeral where word.contains(where: { (0x30...0x39).contains($0) }): return Array(word)
    default: break
    }
    let group = Self.group(word, tag)
    let form = Self.normalised(word)
    if let place = exception(word, group) {
      return Array(strings[place + 1..<place + 1 + Int(strings[place])])
    }
    for length in stride(from: min(Self.longestEnding, form.count), through: 0, by: -1) {
      guard let place = find(rules, Self.ruleKey(form.suffix(length), group)) else { continue }
      return apply(place, to: form, word)
    }
    return form
  }

  private func exception(_ word: UnsafeBufferPointer<UInt8>, _ group: UInt64) -> Int? {
    guard !word.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
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
