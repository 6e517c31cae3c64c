import Synchronization

/// A house dictionary: one `.dic` file with the words of a site, read.
///
/// Two forms. A list of words, one a line, with `word/Example` for one that inflects as another does, `*word` and
/// `*wrong = right` for what is never right, and comments after `#`. Or a word list of Hunspell, with the number
/// of its entries in the first line and flags after a slash: `hunspell(5)`.
package final class HouseDictionary: Sendable {
  /// As shown to people.
  package let path: String
  package let entries: [HouseEntry]
  /// Whether the file is a word list of Hunspell, so that what follows a slash are flags.
  package let hasFlags: Bool
  private let found: Mutex<[HouseFault]>
  /// Of the bytes of the file.
  private let hash: UInt64

  package init(_ bytes: [UInt8], path: String) {
    var reader = HouseDictionaryReader()
    reader.read(bytes)
    self.path = path
    entries = reader.entries
    hasFlags = reader.hasFlags
    found = Mutex(reader.faults)
    var hash = WordHash()
    for byte in bytes { hash.add(byte) }
    self.hash = hash.value
  }

  /// What is wrong with it, by line: the reading, and what came up when the words met a language's dictionaries.
  package var faults: [HouseFault] { found.withLock { $0.sorted { $0.line < $1.line } } }

  /// Adds a fault that only a dictionary of the language can show; the same one counts once.
  func report(_ fault: HouseFault) {
    found.withLock { if !$0.contains(fault) { $0.append(fault) } }
  }
}

/// Whoever keeps results by what is in the settings needs to see what is in the file.
extension HouseDictionary: CustomReflectable {
  package var customMirror: Mirror {
    Mirror(self, children: ["path": path, "hash": hash], displayStyle: .struct)
  }
}

/// Two are equal when they are the same object: each file is read once in a run.
extension HouseDictionary: Hashable {
  package static func == (a: HouseDictionary, b: HouseDictionary) -> Bool { a === b }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
