/// Verdicts on words, by a 64-bit hash of their bytes; bounded, and emptied when it is full.
///
/// Two words with one hash would share a verdict: with 12,000 words kept, the odds are below one in 10^11.
struct VerdictCache {
  private var slots: [UInt64]
  private var count = 0

  /// Slots, a power of two; three quarters of them are used before all is forgotten. 128 KB.
  private static let capacity = 16_384

  init() {
    slots = [UInt64](repeating: 0, count: Self.capacity)
  }

  /// The verdict of a word seen before.
  func verdict(_ hash: UInt64) -> Bool? {
    let slot = slots[slot(of: hash)]
    return slot == 0 ? nil : slot & 1 == 1
  }

  mutating func set(_ hash: UInt64, _ verdict: Bool) {
    if count >= Self.capacity / 4 * 3 {
      slots = [UInt64](repeating: 0, count: Self.capacity)
      count = 0
    }
    let slot = slot(of: hash)
    if slots[slot] == 0 { count += 1 }
    slots[slot] = key(hash) | (verdict ? 1 : 0)
  }

  private func key(_ hash: UInt64) -> UInt64 { (hash | 2) & ~1 }

  /// The slot that holds the hash, or the free one where it belongs.
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash >> 8) & (Self.capacity - 1)
    while slots[slot] != 0, slots[slot] & ~1 != key(hash) { slot = (slot + 1) & (Self.capacity - 1) }
    return slot
  }
}
