import StetLanguage

/// Collects what a `CompactTable` holds.
struct CompactTableBuilder {
  private let valueBits: UInt32
  private var entries: [(hash: UInt64, value: UInt32)] = []

  init(valueBits: UInt32) { self.valueBits = valueBits }

  var count: Int { entries.count }

  mutating func add(_ hash: UInt64, _ value: UInt32) {
    precondition(value < 1 << valueBits, "a value does not fit into the table's slots")
    entries.append((hash, value))
  }

  /// The slots, filled in the order of adding; at most 17 of 20 are used.
  func slots() -> [UInt32] {
    var size = 64
    while size * 17 < entries.count * 20 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for (hash, value) in entries {
      var (slot, fingerprint) = CompactTable.place(of: hash, mask: size - 1, valueBits: valueBits)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = fingerprint << valueBits | value
    }
    return slots
  }
}
