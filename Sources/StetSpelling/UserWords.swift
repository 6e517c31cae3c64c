/// Words that a user's configuration accepts, with the cases in which they are right: `stet` also as “Stet” and
/// “STET”, `Tchiani` not as “tchiani”. May be shared by any number of spellers.
package struct UserWords: Sendable {
  let index: AffixDictionary

  /// - Parameter words: entries of a Hunspell word list, with or without flags of Stet's own list (`/S` for a
  ///   plural in -s, `/M` for a possessive, `/D` and `/G` for a verb's -ed and -ing). Blanks at either end do not
  ///   count. Nil when nothing is left, or when there are 16 MiB or more of them.
  package init?(_ words: [String]) {
    var list = Array("\(words.count)\n".utf8)
    var isEmpty = true
    for word in words {
      let bytes = word.utf8.drop { $0 <= 0x20 }
      guard !bytes.isEmpty else { continue }
      isEmpty = false
      list += bytes
      while let last = list.last, last <= 0x20 { list.removeLast() }
      list.append(0x0A)
    }
    guard !isEmpty, let affixes = EmbeddedData.bytes(named: "Dictionaries/en/stet.aff") else { return nil }
    let index = list.withUnsafeBufferPointer { AffixDictionary(affixes: affixes, copying: $0) }
    guard let index else { return nil }
    self.index = index
  }
}
