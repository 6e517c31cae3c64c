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
        value = UInt64(FeatureTable.longRow) | UInt64(rows.count) << 16
        rows += row.map { UInt8(bitPattern: $0 ^ -128) }
      } else {
        for tag in used.reversed() {
          value = value << 16 | UInt64(UInt8(bitPattern: row[tag])) << 8 | UInt64(tag)
        }
        for pair in used.count..<3 { value |= UInt64(FeatureTable.noTag) << UInt64(pair * 16) }
      }
      features.append((hash, value, used.reduce(0) { $0 + abs(Int(row[$1])) }))
    }
    features.sort { $0.size != $1.size ? $0.size > $1.size : $0.hash < $1.hash }
    // Half full: fuller, more buckets run over; emptier, fewer of them fit into the processor's caches.
    let buckets = max(1, features.count * 2 / FeatureTable.slots)
    var table = [UInt8](repeating: 0, count: buckets * FeatureTable.bucketSize)
    var dropped = 0
    for feature in features where !insert(feature.hash, feature.value, buckets, &table) { dropped += 1 }
    file.add(ModelSection.featureSlots, table)
    file.add(ModelSection.featureRows, rows)
    return (features.count, count, dropped)
  }

  /// Puts a short row into the first free slot of its bucket, if there is one and none has its fingerprint.
  private func insert(_ hash: UInt64, _ value: UInt64, _ buckets: Int, _ table: inout [UInt8]) -> Bool {
    let (bucket, fingerprint) = FeatureTable.place(of: hash, buckets: buckets)
    let start = bucket * FeatureTable.bucketSize
    for slot in 0..<FeatureTable.slots {
      let at = start + slot * 2
      let found = UInt64(table[at]) | UInt64(table[at + 1]) << 8
      if found == fingerprint { return false }
      guard found == 0 else { continue }
      (table[at], table[at + 1]) = (UInt8(fingerprint & 0xFF), UInt8(fingerprint >> 8))
      let row = start + FeatureTable.slots * 2 + slot * FeatureTable.shortRowSize
      for byte in 0..<FeatureTable.shortRowSize {
        table[row + byte] = UInt8(truncatingIfNeeded: value >> UInt64(byte * 8))
      }
      return true
    }
    return false
  }

  private func rounded(_ row: UnsafeBufferPointer<Float>) -> [Int8] {
    var result = row.map { Int8(max(-127, min(127, ($0 * scale).rounded()))) }
    result[Int(FeatureTable.noTag)] = 0
    return result
  }
}
