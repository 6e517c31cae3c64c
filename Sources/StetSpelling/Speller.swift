/// Says whether a word is known, and what was meant by one that is not.
///
/// A speller belongs to one task: it keeps a cache, a buffer and, in the rare case that one is needed, a
/// Hunspell handle. Make one for each worker from the same `SpellingDictionaries`; that costs nothing but the
/// cache's 128 KB.
package final class Speller {
  package let dictionaries: SpellingDictionaries
  /// Words that the user accepts beside those of the dictionaries.
  package let userWords: UserWords?
  /// How common a word form is: the logarithm of its count, 0 for a form never seen. The bytes are the form
  /// in lower case.
  package let frequency: (UnsafeBufferPointer<UInt8>) -> UInt8
  private var cache = VerdictCache()
  private var sources: [SpellingDictionaries.Source?] = [nil, nil, nil]
  private var handles: [HunspellHandle?] = [nil, nil, nil]
  private var orders: [EntryOrder?] = [nil, nil, nil]
  /// Judgements on unknown words; see `slip(for:atLeast:)`.
  var slips = SlipCache()
  /// What was proposed for words of another language; see `foreignSuggestions(for:)`.
  var foreign: [String: [ForeignSuggestion]] = [:]

  /// Without `frequency`, the table in `Dictionaries/en/frequency.bin` is asked.
  package init(
    _ dictionaries: SpellingDictionaries, accepting userWords: UserWords? = nil,
    frequency: ((UnsafeBufferPointer<UInt8>) -> UInt8)? = nil
  ) {
    self.dictionaries = dictionaries
    self.userWords = userWords
    self.frequency = frequency ?? FrequencyTable.embedded.weight
  }

  /// Whether a house dictionary forbids a word as it is written.
  package func isForbidden(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let userWords else { return false }
    return withNormalised(word) { userWords.forbids($0) }
  }

  /// Finds the dictionaries and makes a speller of its own.
  package convenience init() throws(SpellingError) {
    self.init(try SpellingDictionaries())
  }

  /// Whether a word, in its own case, is one.
  ///
  /// Known are: what our own list, the main or the secondary dictionary holds, under Hunspell's rules for
  /// capitals (`Desk` and `DESK` for `desk`, but not `nasa` for `NASA`); numbers and what is commonly made of
  /// them; possessives of known words; compounds with hyphens whose parts are known; and words made of a known
  /// one with a productive prefix or suffix (`WordFormation`). ’ counts as '. `word` is UTF-8 without
  /// surrounding punctuation; it is read only during the call. Longer than 100 bytes is unknown.
  package func isKnown(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !word.isEmpty, word.count <= AffixDictionary.longest else { return false }
    var hash = WordHash()
    for byte in word { hash.add(byte) }
    let key = hash.value
    if let verdict = cache.verdict(key) { return verdict }
    let verdict = withNormalised(word) { word in
      switch dictionaries.kind {
      case .english: isFormed(word, .near) || (dictionaries.secondary != nil && isFormed(word, .all))
      case .foreign: isForeignWord(word)
      case .absent: userWords?.forbids(word) != true
      }
    }
    cache.set(key, verdict)
    return verdict
  }

  /// `isKnown` for a string.
  package func isKnown(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { isKnown($0) }
  }

  /// Which dictionaries to ask. The secondary one costs as much again and more to read, so it
  /// comes last.
  enum Reach {
    /// The main dictionary alone.
    case main
    /// Our own words and the main dictionary.
    case near
    case all

    /// Numbers of the dictionaries.
    var numbers: Range<Int> {
      switch self {
      case .main: 1..<2
      case .near: 0..<2
      case .all: 0..<3
      }
    }
  }

  /// Whether a dictionary holds the word as it stands, affixes of its own entries included.
  ///
  /// `word` is normalised; its bytes must be followed by nothing in particular.
  func isListed(_ word: UnsafeBufferPointer<UInt8>, _ reach: Reach) -> Bool {
    let pattern = LetterCase(word)
    if let userWords {
      if userWords.forbids(word) { return false }
      for index in userWords.indexes where holds(index, word, pattern) { return true }
    }
    for number in reach.numbers where holds(number, word, pattern) { return true }
    return false
  }

  /// The entry that a lower-case word stands for, whatever the entry's case.
  ///
  /// With it comes the dictionary and its number: 0 own words, 1 main, 2 secondary.
  func entry(of word: UnsafeBufferPointer<UInt8>, _ reach: Reach) -> Entry? {
    if userWords?.forbids(word) == true { return nil }
    var found: Entry?
    for number in Self.searchOrder.prefix(reach == .all ? 3 : 2) {
      guard case .index(let index) = source(number), let match = index.find(word, .any) else { continue }
      if match.isLowercase { return (number, index, match) }
      if found == nil { found = (number, index, match) }
    }
    return found
  }

  typealias Entry = (number: Int, dictionary: AffixDictionary, match: AffixDictionary.Match)
  private static let searchOrder = [1, 0, 2]

  private func holds(_ number: Int, _ word: UnsafeBufferPointer<UInt8>, _ pattern: LetterCase) -> Bool {
    switch source(number) {
    case .none: return false
    case .index(let index): return holds(index, word, pattern)
    case .library(let location):
      guard let handle = handle(number, location) else { return false }
      return handle.accepts(word)
    }
  }

  private func holds(
    _ index: AffixDictionary, _ word: UnsafeBufferPointer<UInt8>, _ pattern: LetterCase
  ) -> Bool {
    switch pattern {
    case .lower, .mixed: index.find(word, .exact) != nil
    case .initial: lowercased(word).withUnsafeBufferPointer { index.find($0, .initial) != nil }
    case .upper: lowercased(word).withUnsafeBufferPointer { index.find($0, .any) != nil }
    }
  }

  /// Own words, main dictionary, secondary dictionary.
  private func source(_ number: Int) -> SpellingDictionaries.Source {
    if let source = sources[number] { return source }
    let source = dictionaries.source(number)
    sources[number] = source
    return source
  }

  /// The entries of a dictionary for searches; nil when there is none, or the library reads it.
  func order(_ number: Int) -> EntryOrder? {
    if let order = orders[number] { return order }
    orders[number] = dictionaries.order(number)
    return orders[number]
  }

  /// This speller's own handle of a dictionary, made on first use.
  private func handle(_ number: Int, _ location: DictionaryLocation) -> HunspellHandle? {
    if let handle = handles[number] { return handle }
    handles[number] = HunspellHandle(location)
    if case .foreign = dictionaries.kind, let userWords { handles[number]?.add(userWords.additions) }
    return handles[number]
  }

  /// What Hunspell itself proposes: slow, see `HunspellHandle`.
  func librarySuggestions(_ word: String) -> [String] {
    handle(1, dictionaries.primary)?.suggestions(word) ?? []
  }

  /// Calls `body` with the word after ’ became '.
  func withNormalised<Result>(
    _ word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard word.contains(0xE2) else { return body(word) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count) { copy in
      var count = 0
      var at = 0
      while at < word.count {
        if word[at] == 0xE2, at + 2 < word.count, word[at + 1] == 0x80, word[at + 2] == 0x99 {
          copy.initializeElement(at: count, to: 0x27)
          at += 3
        } else {
          copy.initializeElement(at: count, to: word[at])
          at += 1
        }
        count += 1
      }
      return body(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(copy)[..<count]))
    }
  }
}
