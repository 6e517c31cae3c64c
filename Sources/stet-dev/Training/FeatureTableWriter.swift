import StetLanguage

/// Rounds the trained weights to 8 bits and packs them.
struct FeatureTableWriter {
  /// Weights per unit: a weight of 1 becomes this number.
  var scale: Float = 24

  /// The two sections of a model file; features without a weight of at least 1/(2 · scale) are left out, and
  /// those with the smallest weights of a bucket that runs over.
  func write(
    _ hashes: [UInt64], _ weights: WeightMatrix, to file: inout ModelWriter
  ) -> (features: Int, weights: Int, dropped: Int) {
    var rows: [UInt8] = []
    var features: [(hash: UInt64, value: UInt64, size: Int)] = []
    var count = 0
    for (number, hash) in hashes.enumerated() {
      let row = rounded(weights.row(number))
      let used = row.indices.filter { row[$0] != 0 }
      guard !used.isEmpty else { continue }
      count += used.count
      var value: UInt64 = 0
      if used.count > 3 {
        value = UInt64(FeatureTable.elsewhere) | UInt64(rows.count) << 16
        rows += row.map { UInt8(bitPattern: $0 ^ -128) }
      } else {
        for tag in used.reversed() { value = value << 16 | UInt64(UInt8(bitPattern: row[tag])) << 8 | UInt64(tag) }
        for pair in used.count..<3 { value |= UInt64(FeatureTable.noTag) << UInt64(pair * 16) }
      }
      features.append((hash, value, used.reduce(0) { $0 + abs(Int(row[$1])) }))
    }
    features.sort { $0.size != $1.size ? $0.size > $1.size : $0.hash < $1.hash }
    var buckets = 256
    while buckets * FeatureTable.bucket * 6 < features.count * 10 { buckets *= 2 }
    var slots = [UInt64](repeating: 0, count: buckets * FeatureTable.bucket)
    var dropped = 0
    for feature in features {
      let (bucket, fingerprint) = FeatureTable.place(of: feature.hash, mask: buckets - 1)
      let places = bucket * FeatureTable.bucket..<(bucket + 1) * FeatureTable.bucket
      // Two features with one fingerprint would be added up bit by bit.
      guard let free = places.first(where: { slots[$0] == 0 }),
        !places.contains(where: { slots[$0] >> 48 == fingerprint })
      else {
        dropped += 1
        continue
      }
      slots[free] = fingerprint << 48 | feature.value
    }
    file.add(ModelSection.featureSlots, slots.withUnsafeBytes { Array($0) })
    file.add(ModelSection.featureRows, rows)
    return (features.count, count, dropped)
  }

  private func rounded(_ row: UnsafeBufferPointer<Float>) -> [Int8] {
    var result = row.map { Int8(max(-127, min(127, ($0 * scale).rounded()))) }
    result[Int(FeatureTable.noTag)] = 0
    return result
  }
}
