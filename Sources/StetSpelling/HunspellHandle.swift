import CHunspell

/// One Hunspell handle. Not Sendable: helgrind finds data races in `spell` and `suggest` when a handle is
/// shared between threads.
///
/// Asked only for slow suggestions, and for dictionaries that `AffixDictionary` cannot read. Making one costs
/// 27 to 40 ms and 9 MB.
final class HunspellHandle {
  private let handle: OpaquePointer

  /// Nil when the library cannot make a handle. The files must have been found readable before: Hunspell
  /// itself only prints a complaint.
  init?(_ location: DictionaryLocation) {
    guard let handle = Hunspell_create(location.affixPath, location.wordsPath) else { return nil }
    self.handle = handle
  }

  deinit { Hunspell_destroy(handle) }

  /// Whether Hunspell accepts the word; `word` has a NUL at its end.
  func accepts(_ word: UnsafePointer<UInt8>) -> Bool {
    word.withMemoryRebound(to: CChar.self, capacity: 1) { Hunspell_spell(handle, $0) != 0 }
  }

  /// Hunspell's own proposals, best first; 25 ms in the median.
  func suggestions(_ word: String) -> [String] {
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    let count = Hunspell_suggest(handle, &list, word)
    defer { Hunspell_free_list(handle, &list, count) }
    guard let list else { return [] }
    return (0..<Int(count)).compactMap { list[$0].map { String(cString: $0) } }
  }
}
