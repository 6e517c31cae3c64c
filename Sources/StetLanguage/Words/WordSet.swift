/// A set of words that a rule or a layer names: one bit a key, so that a look-up costs an index.
package struct WordSet: Sendable {
  @usableFromInline var bits: [UInt64] = []

  package init() {}

  /// The words of a list separated by blanks.
  package init(_ words: String, _ lexicon: Lexicon) {
    for word in words.fields(" ") { insert(lexicon.key(String(word))) }
  }

  package mutating func insert(_ key: WordKey) {
    let slot = key.index >> 6
    while bits.count <= slot { bits.append(0) }
    bits[slot] |= 1 << UInt64(key.index & 63)
  }

  @inlinable
  package func contains(_ key: WordKey) -> Bool {
    let slot = key.index >> 6
    return slot < bits.count && bits[slot] & (1 << UInt64(key.index & 63)) != 0
  }
}
