/// The trained weights: from a feature's hash to its row of weights by tag.
///
/// Buckets of 32 bytes: four fingerprints of 2 bytes, 0 for an empty slot, then four rows of 6 bytes. A row is
/// three pairs of tag and signed weight. A longer row lies in a second section, 64 bytes, a weight + 128 for
/// each tag: bit 7 of the short row's first byte is then set and its bytes 2 to 5 are the offset of the row.
///
/// Nothing here jumps on data, nor lets the compiler make a jump: mispredicted jumps are what a tagger of this
/// kind spends its time on. Nor does a look-up wait for a sum: rows are found long before they are added.
package struct FeatureTable: @unchecked Sendable {
  private let table: UnsafeRawPointer?
  private let rows: UnsafeRawPointer?
  private let buckets: Int

  /// Tag of an unused pair: the number of no tag.
  package static let noTag: UInt8 = 63
  /// Set in byte 0 of a short row that points to a long one.
  package static let longRow: UInt8 = 0x80
  package static let slots = 4
  package static let bucketSize = 32
  package static let shortRowSize = 6
  package static let longRowSize = 64
  /// Numbers in a row of scores. Tags of even number lie in its first half, those of odd number in the second:
  /// bytes become lanes of 16 bits that way without being moved.
  package static let lanes = 64

  package init(_ file: ModelFile) {
    let section = file.section(ModelSection.featureSlots)
    table = section.baseAddress
    rows = file.section(ModelSection.featureRows).baseAddress
    buckets = section.count / Self.bucketSize
  }

  /// Number of a hash's bucket among `buckets`, and its fingerprint, which is never 0.
  @inline(__always)
  package static func place(of hash: UInt64, buckets: Int) -> (bucket: Int, fingerprint: UInt64) {
    (Int(truncatingIfNeeded: ((hash >> 32) &* UInt64(buckets)) >> 32), hash & 0xFFFF | 1)
  }

  /// The place of a tag in a row of scores.
  @inline(__always)
  package static func lane(_ tag: Int) -> Int { tag >> 1 | (tag & 1) << 5 }

  /// Replaces hashes of features by their rows, in place: 0 for a feature that has none.
  @inline(__always)
  func find(_ features: UnsafeMutablePointer<UInt64>, _ count: Int) {
    guard let table, buckets > 0 else { return features.update(repeating: 0, count: count) }
    for index in 0..<count {
      let (bucket, fingerprint) = Self.place(of: features[index], buckets: buckets)
      features[index] = Self.shortRow(table + bucket &* Self.bucketSize, fingerprint)
    }
  }

  /// Reads of each long row among rows found, so that the processor brings it near. The number is of no use.
  @inline(__always)
  func reach(_ found: UnsafePointer<UInt64>, _ count: Int) -> UInt64 {
    guard let rows else { return 0 }
    var all: UInt64 = 0
    for index in 0..<count {
      let row = found[index]
      let offset = Int(truncatingIfNeeded: (row >> 16) & (0 &- (row >> 7 & 1)))
      all ^= (rows + offset).loadUnaligned(as: UInt64.self)
    }
    return all
  }

  /// Sets `scores` to `base` and the sum of rows found, up to a number that is the same for all tags. Both are
  /// rows of `lanes` numbers and may be the same. The rows found are lost.
  ///
  /// - Parameter room: a place for `count` numbers and one more.
  @inline(__always)
  func add(
    _ found: UnsafeMutablePointer<UInt64>, _ count: Int, room: UnsafeMutablePointer<UInt64>,
    to base: UnsafePointer<Int16>, into scores: UnsafeMutablePointer<Int16>
  ) {
    guard let rows else { return scores.update(from: base, count: Self.lanes) }
    var longs = 0
    var shorts = 0
    for index in 0..<count {
      let row = found[index]
      let isLong = Int(truncatingIfNeeded: row >> 7 & 1)
      room[longs] = row >> 16
      longs &+= isLong
      found[shorts] = row
      // 1 for a row that is there and short.
      shorts &+= Int(truncatingIfNeeded: (row | (0 &- row)) >> 63) & (1 &- isLong)
    }
    Self.addLong(rows, room, longs, to: base, into: scores)
    for index in 0..<shorts {
      let pairs = found[index]
      scores[Self.lane(Int(pairs & 0x3F))] &+= Self.weight(pairs >> 8)
      scores[Self.lane(Int(pairs >> 16 & 0x3F))] &+= Self.weight(pairs >> 24)
      scores[Self.lane(Int(pairs >> 32 & 0x3F))] &+= Self.weight(pairs >> 40)
    }
  }

  /// The 6 bytes of the slot with this fingerprint, 0 when there is none.
  ///
  /// The fingerprints are compared as four lanes of a number (Mycroft's test for a zero lane; only lanes above
  /// a true one can be found by mistake). Bit 63 stands for "none": as the place of a lane it is the fourth,
  /// and its bit 3, which no lane's place has, shifts the row away.
  @inline(__always)
  private static func shortRow(_ bucket: UnsafeRawPointer, _ fingerprint: UInt64) -> UInt64 {
    let lanes: UInt64 = 0x0001_0001_0001_0001
    let difference = bucket.loadUnaligned(as: UInt64.self) ^ (fingerprint &* lanes)
    let equal = (difference &- lanes) & ~difference & (lanes << 15)
    let place = (equal >> 15 | 1 << 63).trailingZeroBitCount
    // The two bytes before the row come along, since a row is not 8 bytes long.
    let at = 6 &+ (place >> 4) &* shortRowSize
    let row = bucket.loadUnaligned(fromByteOffset: at, as: UInt64.self) >> 16
    let away = UInt64(truncatingIfNeeded: (place & 8) << 2)
    return (row &>> away) &>> away
  }

  @inline(__always)
  private static func weight(_ value: UInt64) -> Int16 {
    Int16(Int8(truncatingIfNeeded: value))
  }

  /// Adds rows of bytes in lanes of 16 bits: even tags are the low bytes of the lanes, odd tags the high ones.
  @inline(__always)
  private static func addLong(
    _ rows: UnsafeRawPointer, _ offsets: UnsafePointer<UInt64>, _ count: Int,
    to base: UnsafePointer<Int16>, into scores: UnsafeMutablePointer<Int16>
  ) {
    typealias Lanes = SIMD8<UInt16>
    let low = Lanes(repeating: 0xFF)
    let shift = Lanes(repeating: 8)
    let from = UnsafeRawPointer(base)
    @inline(__always) func part(_ number: Int) -> Lanes {
      from.loadUnaligned(fromByteOffset: number &* 16, as: Lanes.self)
    }
    var even = (part(0), part(1), part(2), part(3))
    var odd = (part(4), part(5), part(6), part(7))
    for index in 0..<count {
      let row = rows + Int(truncatingIfNeeded: offsets[index])
      let a = row.loadUnaligned(as: Lanes.self)
      let b = row.loadUnaligned(fromByteOffset: 16, as: Lanes.self)
      let c = row.loadUnaligned(fromByteOffset: 32, as: Lanes.self)
      let d = row.loadUnaligned(fromByteOffset: 48, as: Lanes.self)
      even = (even.0 &+ (a & low), even.1 &+ (b & low), even.2 &+ (c & low), even.3 &+ (d & low))
      odd = (odd.0 &+ (a &>> shift), odd.1 &+ (b &>> shift), odd.2 &+ (c &>> shift), odd.3 &+ (d &>> shift))
    }
    let sums = UnsafeMutableRawPointer(scores)
    sums.storeBytes(of: even.0, as: Lanes.self)
    sums.storeBytes(of: even.1, toByteOffset: 16, as: Lanes.self)
    sums.storeBytes(of: even.2, toByteOffset: 32, as: Lanes.self)
    sums.storeBytes(of: even.3, toByteOffset: 48, as: Lanes.self)
    sums.storeBytes(of: odd.0, toByteOffset: 64, as: Lanes.self)
    sums.storeBytes(of: odd.1, toByteOffset: 80, as: Lanes.self)
    sums.storeBytes(of: odd.2, toByteOffset: 96, as: Lanes.self)
    sums.storeBytes(of: odd.3, toByteOffset: 112, as: Lanes.self)
  }
}
