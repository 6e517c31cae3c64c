import CHunspell

/// Hunspell itself, to be compared with.
final class HunspellOracle {
  private let handle: OpaquePointer

  /// - Parameter base: path of the dictionary without .aff and .dic. Nil when the library cannot read it.
  init?(_ base: String) {
    guard let handle = Hunspell_create(base + ".aff", base + ".dic") else { return nil }
    self.handle = handle
  }

  deinit { Hunspell_destroy(handle) }

  func accepts(_ word: String) -> Bool { Hunspell_spell(handle, word) != 0 }

  func suggestions(_ word: String) -> [String] {
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    let count = Hunspell_suggest(handle, &list, word)
    defer { Hunspell_free_list(handle, &list, count) }
    guard let list else { return [] }
    return (0..<Int(count)).compactMap { list[$0].map { String(cString: $0) } }
  }
}
