import StetLanguage

/// Rounds the trained weights to 8 bits and packs them.
struct FeatureTableWriter {
  /// Weights per unit: a weight of 1 becomes this number.
  var scale: Float = 24

  /// The two sections of a model file; rows without a weight of at least 1/scale are left out.
  func write(_ hashes: [UInt64], _ weights: WeightMatrix, to file: inout ModelWriter) -> (
    rows: Int, pairs: Int
  ) {
    var rows: [UInt8] = [0, 0]
    var places: [(hash: UInt64, place: UInt32)] = []
    var shared: [[UInt8]: UInt32] = [:]
    var pairs = 0
    for (number, hash) in hashes.enumerated() {
      let row = packed(weights.row(number))
      guard !row.isEmpty else { continue }
      pairs += row.count / 2
      if let place = shared[row] {
        places.append((hash, place))
      } else {
        let place = UInt32(rows.count / 2)
        precondition(place < 1 << 20, "more weights than 20 bits can address: raise the penalty")
        shared[row] = place
        places.append((hash, place))
        rows += row
      }
    }
    var size = 1024
    while size * 8 < places.count * 10 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for (hash, place) in places {
      var (slot, fingerprint) = FeatureTable.place(of: hash, mask: size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = fingerprint << 20 | place
    }
    file.add(ModelSection.featureSlots, slots)
    file.add(ModelSection.featureRows, rows)
    return (places.count, pairs)
  }

  private func packed(_ row: SIMD64<Float>) -> [UInt8] {
    var result: [UInt8] = []
    for tag in 0..<TagSet.capacity {
      let value = (row[tag] * scale).rounded()
      guard value != 0 else { continue }
      result.append(UInt8(tag))
      result.append(UInt8(bitPattern: Int8(max(-127, min(127, value)))))
    }
    if !result.isEmpty { result[result.count - 2] |= 0x80 }
    return result
  }
}
