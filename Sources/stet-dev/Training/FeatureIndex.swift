/// Numbers the features that occur at least a given number of times: open addressing over 64-bit hashes.
struct FeatureIndex {
  private var keys: [UInt64]
  private var values: [Int32]
  private(set) var count = 0

  init(capacityBits: Int) {
    keys = [UInt64](repeating: 0, count: 1 << capacityBits)
    values = [Int32](repeating: 0, count: 1 << capacityBits)
  }

  /// Counts one occurrence, while counting.
  mutating func tally(_ hash: UInt64) {
    let slot = slot(of: hash)
    if keys[slot] == 0 {
      keys[slot] = hash
      count += 1
      precondition(count < keys.count / 10 * 9, "too many features for the table: raise its capacity")
    }
    values[slot] += 1
  }

  /// Ends the counting: features seen `least` times or more get numbers from 0, the others are forgotten.
  func numbered(least: Int32) -> FeatureIndex {
    var bits = 10
    let kept = values.reduce(0) { $0 + ($1 >= least ? 1 : 0) }
    while 1 << bits < kept * 2 { bits += 1 }
    var result = FeatureIndex(capacityBits: bits)
    for index in keys.indices where values[index] >= least {
      let slot = result.slot(of: keys[index])
      result.keys[slot] = keys[index]
      result.values[slot] = Int32(result.count)
      result.count += 1
    }
    return result
  }

  /// The number of a feature, or -1.
  @inline(__always)
  func number(_ hash: UInt64) -> Int32 {
    let slot = slot(of: hash)
    return keys[slot] == 0 ? -1 : values[slot]
  }

  /// All features by number.
  func hashes() -> [UInt64] {
    var result = [UInt64](repeating: 0, count: count)
    for index in keys.indices where keys[index] != 0 { result[Int(values[index])] = keys[index] }
    return result
  }

  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash >> 20) & (keys.count - 1)
    while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }
}
