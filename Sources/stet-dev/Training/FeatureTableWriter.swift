import StetLanguage

/// Rounds the trained weights to 8 bits and packs them.
struct FeatureTableWriter {
  /// Weights per unit: a weight of 1 becomes this number.
  var scale: Float = 24

  /// The two sections of a model file; features without a weight of at least 1/(2 · scale) are left out.
  func write(
    _ hashes: [UInt64], _ weights: WeightMatrix, to file: inout ModelWriter
  ) -> (features: Int, weights: Int) {
    var rows: [UInt8] = [0, 0]
    var values: [(hash: UInt64, value: UInt64)] = []
    var places: [[UInt8]: Int] = [:]
    var count = 0
    for (number, hash) in hashes.enumerated() {
      var row = packed(weights.row(number))
      guard !row.isEmpty else { continue }
      count += row.count / 2
      var value: UInt64 = 0
      if row.count > 6 {
        let place = places[row] ?? rows.count
        if place == rows.count {
          places[row] = place
          rows += row
        }
        value = UInt64(FeatureTable.elsewhere) | UInt64(row.count / 2) << 8 | UInt64(place) << 16
      } else {
        while row.count < 6 { row += [FeatureTable.noTag, 0] }
        for byte in row.reversed() { value = value << 8 | UInt64(byte) }
      }
      values.append((hash, value))
    }
    var size = 1024
    while size * 2 < values.count * 3 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    for (hash, value) in values {
      var (slot, fingerprint) = FeatureTable.place(of: hash, mask: size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = fingerprint << 48 | value
    }
    file.add(ModelSection.featureSlots, slots.withUnsafeBytes { Array($0) })
    file.add(ModelSection.featureRows, rows)
    return (values.count, count)
  }

  /// Pairs of tag and weight, without the weights that round to 0.
  private func packed(_ row: UnsafeBufferPointer<Float>) -> [UInt8] {
    var result: [UInt8] = []
    for tag in 0..<TagSet.capacity {
      let value = (row[tag] * scale).rounded()
      guard value != 0 else { continue }
      result.append(UInt8(tag))
      result.append(UInt8(bitPattern: Int8(max(-127, min(127, value)))))
    }
    return result
  }
}
