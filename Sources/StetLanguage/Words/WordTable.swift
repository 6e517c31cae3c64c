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
  private var arena: [UInt8] = []
  private var starts: [UInt32] = [0]
  private var hashes: [UInt32] = []
  /// Open addressing, number + 1; 0 is empty.
  private var slots: [UInt32]
  private var scratch: [UInt8] = []

  init() {
    slots = Array(repeating: 0, count: 4096)
  }

  /// A copy that goes on numbering where `base` stands.
  init(continuing base: WordTable) {
    arena = base.arena
    starts = base.starts
    hashes = base.hashes
    slots = base.slots
  }

  package var count: Int { hashes.count }

  /// The folded bytes of a word.
  package func bytes(_ key: WordKey) -> ArraySlice<UInt8> {
    guard key.index < count else { return [] }
    return arena[Int(starts[key.index])..<Int(starts[key.index + 1])]
  }

  package func string(_ key: WordKey) -> String {
    String(decoding: bytes(key), as: UTF8.self)
  }

  package func intern(_ word: String) -> WordKey {
    var word = word
    return word.withUTF8 { intern($0) }
  }

  package func intern(_ word: UnsafeBufferPointer<UInt8>) -> WordKey {
    scratch.removeAll(keepingCapacity: true)
    var plain = true
    var hash: UInt32 = 2_166_136_261  // FNV-1a, 32 bits
    for byte in word {
      if byte >= 0x80 {
        plain = false
        break
      }
      let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
      scratch.append(folded)
      hash = (hash ^ UInt32(folded)) &* 16_777_619
    }
    if !plain {
      scratch.removeAll(keepingCapacity: true)
      CaseFolding.append(word, to: &scratch)
      hash = scratch.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
    }
    return insert(hash)
  }

  /// The key of a word that is already known, without numbering it.
  package func find(_ word: UnsafeBufferPointer<UInt8>) -> WordKey? {
    var folded: [UInt8] = []
    CaseFolding.append(word, to: &folded)
    let hash = folded.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot] - 1)
      if hashes[number] == hash, arena[Int(starts[number])..<Int(starts[number + 1])].elementsEqual(folded) {
        return WordKey(UInt32(number))
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  package func find(_ word: String) -> WordKey? {
    var word = word
    return word.withUTF8 { find($0) }
  }

  private func insert(_ hash: UInt32) -> WordKey {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot] - 1)
      if hashes[number] == hash, isScratch(number) { return WordKey(UInt32(number)) }
      slot = (slot + 1) & mask
    }
    let number = UInt32(hashes.count)
    slots[slot] = number + 1
    hashes.append(hash)
    arena.append(contentsOf: scratch)
    starts.append(UInt32(arena.count))
    if hashes.count * 2 > slots.count { grow() }
    return WordKey(number)
  }

  private func isScratch(_ number: Int) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == scratch.count else { return false }
    for offset in 0..<scratch.count where arena[start + offset] != scratch[offset] { return false }
    return true
  }

  private func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number) + 1
    }
  }
}
