/// Values by word: open addressing over the numbers of keys, for what is asked once a token or a phrase. A
/// dictionary's hash alone costs more there than everything else.
struct WordMap<Value> {
  private var entries: [(key: WordKey, value: Value)] = []
  /// Index of an entry + 1; 0 is empty.
  private var slots: [UInt32] = []

  subscript(key: WordKey) -> Value? {
    get {
      guard !slots.isEmpty else { return nil }
      let index = slots[slot(of: key)]
      return index == 0 ? nil : entries[Int(index) - 1].value
    }
    set {
      guard let newValue else { preconditionFailure("a word's value can be replaced, but not removed") }
      if entries.count * 2 >= slots.count { grow() }
      let slot = slot(of: key)
      if slots[slot] != 0 {
        entries[Int(slots[slot]) - 1].value = newValue
      } else {
        entries.append((key, newValue))
        slots[slot] = UInt32(entries.count)
      }
    }
  }

  /// The slot of a key, or the empty one that it may take.
  @inline(__always)
  private func slot(of key: WordKey) -> Int {
    // The high bits of the product are well mixed (Fibonacci hashing).
    let mixed = UInt64(key.number) &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: mixed >> 32) & (slots.count - 1)
    while slots[slot] != 0, entries[Int(slots[slot]) - 1].key != key { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: max(32, slots.count * 2))
    for (index, entry) in entries.enumerated() { slots[slot(of: entry.key)] = UInt32(index + 1) }
  }
}
