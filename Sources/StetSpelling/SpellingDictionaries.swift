import FoundationEssentials
import Synchronization

/// The word lists that all spellers of a process share: our own, the system's dictionary, and a second one
/// for the other side of the Atlantic. Each is read when the first word needs it, once.
package final class SpellingDictionaries: Sendable {
  /// The main dictionary; it must be installed.
  package let primary: DictionaryLocation
  /// A dictionary asked about words that the main one does not know; nil when it is not installed.
  package let secondary: DictionaryLocation?
  package let kind: Kind
  package let language: LanguageTag
  /// The English ones, beside those of another language: its texts borrow English words.
  private let english: SpellingDictionaries?
  private let own = ReadOnce<Source>()
  private let main = ReadOnce<Source>()
  private let other = ReadOnce<Source>()
  private let ownOrder = ReadOnce<EntryOrder?>()
  private let mainOrder = ReadOnce<EntryOrder?>()
  private let otherOrder = ReadOnce<EntryOrder?>()
  private let places = ReadOnce<Set<[UInt8]>>()

  /// What the words of a text are asked of.
  package enum Kind: Sendable {
    /// English: our own list, two dictionaries, word formation.
    case english
    /// Another language: its dictionary, which the Hunspell library reads.
    case foreign
    /// A language without a dictionary: every word counts as known.
    case absent
  }

  /// What answers for a dictionary.
  enum Source: Sendable {
    case index(AffixDictionary)
    /// Only the library can read it: each speller makes a handle of its own.
    case library(DictionaryLocation)
    /// It was there when the run began and cannot be read any more.
    case none
  }

  /// Finds the dictionaries; reads only enough of them to know that they are ones.
  ///
  /// Throws when the main dictionary is missing, unreadable or malformed. A secondary one in such a state is
  /// left out: it is optional.
  package init(
    primary name: String = "en_US", secondary other: String? = "en_GB",
    in folders: [String] = DictionaryLocation.searchFolders()
  ) throws(SpellingError) {
    kind = .english
    language = .english
    english = nil
    primary = try .find(name, in: folders)
    try primary.check()
    if let other, let location = try? DictionaryLocation.find(other, in: folders),
      (try? location.check()) != nil
    {
      secondary = location
    } else {
      secondary = nil
    }
  }

  /// The files outside of the program that verdicts depend on: results are kept by what is in them.
  package var paths: [String] {
    [primary, secondary].compactMap(\.self).flatMap { [$0.affixPath, $0.wordsPath] }
  }

  /// The dictionary of a language other than English.
  ///
  /// Throws when it is missing, unreadable or malformed, or in an encoding that the system does not know.
  package init(
    of language: LanguageTag, in folders: [String], beside english: SpellingDictionaries? = nil
  ) throws(SpellingError) {
    kind = .foreign
    self.language = language
    self.english = english
    primary = try .find(language, in: folders)
    try primary.check()
    try primary.checkEncoding()
    secondary = nil
  }

  /// For a language without a dictionary.
  package init(without language: LanguageTag) {
    kind = .absent
    self.language = language
    english = nil
    primary = DictionaryLocation(name: language.text, folder: "")
    secondary = nil
  }

  /// The entries of a dictionary (0 own words, 1 main, 2 secondary) for searches; made on first use. Nil for a
  /// dictionary that only the library can read.
  func order(_ number: Int) -> EntryOrder? {
    let order = number == 0 ? ownOrder : number == 1 ? mainOrder : otherOrder
    return order.value {
      guard case .index(let index) = source(number) else { return nil }
      return EntryOrder(index)
    }
  }

  /// Whether a text in another language may have a word, in small letters, from English.
  package func isEnglish(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let english, case .index(let index) = english.primarySource else { return false }
    return index.find(word, .exact) != nil
  }

  /// Whether a word names a country, a people or a capital (`Dictionaries/en/places.txt`), in any case.
  func isPlaceWord(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    placeWords.contains(lowercased(word))
  }

  private var placeWords: Set<[UInt8]> {
    places.value {
      let lines = EmbeddedData.bytes(named: "Dictionaries/en/places.txt")?.split(separator: 0x0A) ?? []
      return Set(lines.map { lowercased(UnsafeBufferPointer(rebasing: $0)) })
    }
  }

  /// Stet's own words, from `Dictionaries/en/stet.aff` and `stet.dic`.
  var ownWords: Source {
    own.value {
      if let affixes = EmbeddedData.bytes(named: "Dictionaries/en/stet.aff"),
        let words = EmbeddedData.bytes(named: "Dictionaries/en/stet.dic"),
        let index = AffixDictionary(affixes: affixes, words: words)
      {
        return .index(index)
      }
      return .none
    }
  }

  /// Reads what nearly every text needs, unless that is done or being done: the main dictionary first, then what the first
  /// word asks for that it does not know, which is mostly a name. Slips are seldom looked for in the secondary one.
  package func prepare() {
    guard case .english = kind else { return }
    for number in [1, 0, 2] { _ = source(number) }
    for number in [1, 0] { _ = order(number) }
  }

  /// Own words, main dictionary, secondary dictionary.
  func source(_ number: Int) -> Source {
    guard case .english = kind else { return number == 1 && kind == .foreign ? .library(primary) : .none }
    switch number {
    case 0: return ownWords
    case 1: return primarySource
    default: return secondarySource
    }
  }

  var primarySource: Source { main.value { primary.load() } }

  var secondarySource: Source { other.value { secondary?.load() ?? .none } }
}

/// Something that is read on first use, once; whoever needs it meanwhile waits. Each has a lock of its own, so that a reader
/// of one does not wait for another.
private final class ReadOnce<Value: Sendable>: Sendable {
  private let state = Mutex<Value?>(nil)

  func value(_ read: () -> Value) -> Value {
    state.withLock { state in
      if let known = state { return known }
      let value = read()
      state = .some(value)
      return value
    }
  }
}

extension DictionaryLocation {
  /// Throws when a file cannot be read, or does not begin as a Hunspell file does.
  fileprivate func check() throws(SpellingError) {
    let affixes = try Self.head(of: affixPath)
    if affixes.isEmpty { throw .malformed(path: affixPath, reason: "it is empty") }
    let words = try Self.head(of: wordsPath)
    let afterMark = words.starts(with: [0xEF, 0xBB, 0xBF]) ? words.dropFirst(3) : words[...]
    guard let first = afterMark.first else { throw .malformed(path: wordsPath, reason: "it is empty") }
    guard isASCIIDigit(first) else {
      throw .malformed(path: wordsPath, reason: "its first line is not the number of its entries")
    }
    guard let lineEnd = afterMark.firstIndex(of: 0x0A), lineEnd + 1 < afterMark.endIndex else {
      throw .malformed(path: wordsPath, reason: "it has no entries")
    }
  }

  /// The first bytes of a file, at most 64.
  private static func head(of path: String) throws(SpellingError) -> [UInt8] {
    do {
      let data = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
      return Array(data.prefix(64))
    } catch {
      throw .unreadable(path: path)
    }
  }

  fileprivate func load() -> SpellingDictionaries.Source {
    guard let affixes = try? Data(contentsOf: URL(filePath: affixPath)),
      let words = try? Data(contentsOf: URL(filePath: wordsPath))
    else { return .none }
    let index = affixes.withUnsafeBytes { affixes in
      words.withUnsafeBytes { words in
        AffixDictionary(
          affixes: affixes.assumingMemoryBound(to: UInt8.self),
          copying: words.assumingMemoryBound(to: UInt8.self))
      }
    }
    return index.map { .index($0) } ?? .library(self)
  }
}
