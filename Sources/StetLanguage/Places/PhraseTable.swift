/// Phrases of words, looked up at a token: a hash of the first key, then the rest compared. The longest wins.
package struct PhraseTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    var words: [WordKey]
    var value: Value
  }

  private var byFirst: [UInt32: [Entry]] = [:]
  /// The first words: most tokens are none, and are turned away without a hash.
  private var firsts = WordSet()

  package init() {}

  package mutating func add(_ words: [WordKey], _ value: Value) {
    guard let first = words.first else { return }
    firsts.insert(first)
    let entry = Entry(words: words, value: value)
    guard let place = byFirst[first.number]?.firstIndex(where: { $0.words.count < words.count }) else {
      byFirst[first.number, default: []].append(entry)
      return
    }
    byFirst[first.number]?.insert(entry, at: place)
  }

  /// The longest phrase that starts with the token at `at`, and its length in tokens.
  package func match(_ tokens: [Token], at: Int, end: Int) -> (value: Value, count: Int)? {
    guard firsts.contains(tokens[at].key), let entries = byFirst[tokens[at].key.number] else { return nil }
    return entries.first { entry in
      guard at + entry.words.count <= end else { return false }
      for offset in 1..<max(1, entry.words.count) where tokens[at + offset].key != entry.words[offset] {
        return false
      }
      return true
    }.map { ($0.value, $0.words.count) }
  }

  package func starts(with key: WordKey) -> Bool { firsts.contains(key) }
}
