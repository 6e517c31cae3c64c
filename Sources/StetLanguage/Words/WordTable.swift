/// The number of a word form with its case folded. Equal keys mean equal folded words within one table.
package struct WordKey: Hashable, Sendable {
  package var number: UInt32

  @inlinable
  package init(_ number: UInt32) {
    self.number = number
  }

  // Written out so that other modules compare numbers in place; the synthesised ones are calls.
  @inlinable
  package static func == (a: WordKey, b: WordKey) -> Bool { a.number == b.number }

  @inlinable
  package func hash(into hasher: inout Hasher) { hasher.combine(number) }

  /// What punctuation and other tokens without letters carry.
  package static let none = WordKey(.max)

  @inlinable package var index: Int { Int(number) }
}

/// Numbers words: each folded form once. Keys below `Lexicon.count` are the same in every table, so that
/// rules compare a token's key with numbers they looked up once.
///
/// Folding: letters to lower case, ’ to ', invisible format characters (soft hyphen, zero-width space and
/// joiners, word joiner, byte order mark) dropped, so that a word with a fault of encoding inside is still
/// that word to every other rule.
package final class WordTable {
  /// Held through a pointer: a class's own properties are checked for overlapping access at every use.
  let storage: UnsafeMutablePointer<WordStorage>
  /// What the worker's tagger remembers.
  private(set) lazy var tagging = TaggingCache()
  private var sets: [UnsafePointer<UInt8>: WordSet] = [:]
  /// The phrases of the house dictionaries that the worker met, by the object that holds them.
  var housePhrases: [ObjectIdentifier: HousePhrases] = [:]

  init() {
    storage = .allocate(capacity: 1)
    storage.initialize(to: WordStorage())
  }

  /// A copy that goes on numbering where `base` stands.
  init(continuing base: WordTable) {
    storage = .allocate(capacity: 1)
    storage.initialize(to: WordStorage(copying: base.storage.pointee))
  }

  deinit {
    storage.pointee.deallocate()
    storage.deinitialize(count: 1)
    storage.deallocate()
  }

  package var count: Int { storage.pointee.count }

  /// The folded bytes of a word.
  package func bytes(_ key: WordKey) -> ArraySlice<UInt8> {
    key.index < count ? storage.pointee.bytes(key.index) : []
  }

  package func string(_ key: WordKey) -> String {
    String(decoding: bytes(key), as: UTF8.self)
  }

  package func intern(_ word: String) -> WordKey {
    var word = word
    return word.withUTF8 { intern($0) }
  }

  package func intern(_ word: UnsafeBufferPointer<UInt8>) -> WordKey {
    guard let start = word.baseAddress else { return intern("") }
    return storage.pointee.intern(start, count: word.count, readable: word.count)
  }

  /// The set of the words of a list separated by blanks; made once for each list.
  func set(_ list: StaticString) -> WordSet {
    if let known = sets[list.utf8Start] { return known }
    var set = WordSet()
    for word in list.description.fields(" ") { set.insert(intern(String(word))) }
    sets[list.utf8Start] = set
    return set
  }

  /// The key of a word that is already known, without numbering it.
  package func find(_ word: UnsafeBufferPointer<UInt8>) -> WordKey? {
    // Through the pointer as it is: a copy or an access of the property would write to it.
    storage.pointee.find(word)
  }

  package func find(_ word: String) -> WordKey? {
    var word = word
    return word.withUTF8 { find($0) }
  }
}
