import StetDocument

/// What kind of thing a common noun means: by lexicon, by its singular, by its ending.
struct NounClassifier {
  struct Sense {
    var kind: Entity.Kind
    var gender: Entity.Gender = .unknown
    var isMeasure = false
    var isCollective = false
    /// Only the ending says so: a weaker sign.
    var byEnding = false
  }

  private let words: WordTable
  private let lexicon: Lexicon
  private let names: NameLexicon
  private var cache = WordMap<Sense>()

  init(_ analysis: Analysis) {
    words = analysis.words
    lexicon = analysis.lexicon
    names = analysis.language.names
  }

  /// The sense of a noun that is written small.
  mutating func sense(_ token: Token, isPlural: Bool) -> Sense {
    if let known = cache[token.key] { return known }
    var sense = look(token.key, isPlural: isPlural)
    sense.isCollective = names.has(token.key, .collectiveNoun)
    cache[token.key] = sense
    return sense
  }

  private func look(_ key: WordKey, isPlural: Bool) -> Sense {
    if let sense = listed(key) { return sense }
    let bytes = words.bytes(key)
    if isPlural, let singular = singular(bytes), let sense = listed(singular) { return sense }
    let stem = isPlural && bytes.last == UInt8(ascii: "s") ? bytes.dropLast() : bytes
    if stem.count >= 5, !lexicon.has(key, .thing), !isThing(stem) {
      for (ending, gender) in Self.endings where stem.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
        return Sense(kind: .person, gender: gender, byEnding: true)
      }
    }
    return Sense(kind: .other)
  }

  private static let endings: [(String, Entity.Gender)] = [
    ("woman", .feminine), ("women", .feminine), ("man", .masculine), ("men", .unknown), ("person", .unknown),
    ("er", .unknown), ("or", .unknown), ("ist", .unknown), ("ian", .unknown), ("eer", .unknown),
    ("ee", .unknown),
  ]

  private func isThing(_ stem: ArraySlice<UInt8>) -> Bool {
    guard let key = stem.withUnsafeBufferPointer({ words.find($0) }) else { return false }
    return lexicon.has(key, [.thing, .functionWord])
  }

  private func listed(_ key: WordKey) -> Sense? {
    let hints = names.hints(key)
    if hints.contains(.timeNoun) { return Sense(kind: .other, isMeasure: true) }
    if hints.contains(.masculineNoun) { return Sense(kind: .person, gender: .masculine) }
    if hints.contains(.feminineNoun) { return Sense(kind: .person, gender: .feminine) }
    let classes = lexicon.classes(key)
    if !classes.isDisjoint(with: [.person, .personRole]) || hints.contains(.peopleNoun) {
      return Sense(kind: .person)
    }
    if classes.contains(.organisation) { return Sense(kind: .organisation) }
    if classes.contains(.place) { return Sense(kind: .place) }
    if classes.contains(.vessel) { return Sense(kind: .other) }
    return nil
  }

  /// The key of the singular of a regular plural, when some text or list has it.
  private func singular(_ bytes: ArraySlice<UInt8>) -> WordKey? {
    guard bytes.count > 3 else { return nil }
    func find(_ word: some Sequence<UInt8>) -> WordKey? {
      Array(word).withUnsafeBufferPointer { words.find($0) }
    }
    if bytes.hasSuffix("ies"), let key = find(Array(bytes.dropLast(3)) + [UInt8(ascii: "y")]) { return key }
    if bytes.hasSuffix("men"), let key = find(Array(bytes.dropLast(3)) + Array("man".utf8)) { return key }
    if bytes.last == UInt8(ascii: "s"), let key = find(bytes.dropLast()) { return key }
    if bytes.hasSuffix("es"), let key = find(bytes.dropLast(2)) { return key }
    return nil
  }
}

extension ArraySlice<UInt8> {
  func hasSuffix(_ ending: StaticString) -> Bool {
    count >= ending.utf8CodeUnitCount
      && zip(
        suffix(ending.utf8CodeUnitCount),
        UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount)
      ).allSatisfy(==)
  }
}
