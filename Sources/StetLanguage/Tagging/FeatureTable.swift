/// The trained weights: from a feature's hash to its row of weights by tag.
///
/// Buckets of four 8-byte slots. Bytes 6 and 7 of a slot are a fingerprint, 0 for an empty slot; bytes 0 to 5 are
/// three pairs of tag and signed weight. A longer row lies in a second section, 64 bytes, a weight + 128 for
/// each tag: byte 0 of the slot is then 255 and bytes 2 to 5 are the offset of the row.
///
/// Nothing here jumps on data, since mispredicted jumps are what a tagger of this kind spends its time on.
package struct FeatureTable: @unchecked Sendable {
  private let slots: UnsafeRawPointer?
  private let rows: UnsafeRawPointer?
  private let mask: Int

  /// Tag of an unused pair: the number of no tag.
  package static let noTag: UInt8 = 63
  /// Byte 0 of a slot whose row lies elsewhere.
  package static let elsewhere: UInt8 = 255
  /// Slots in a bucket.
  package static let bucket = 4
  /// Bytes of a long row.
  package static let rowSize = 64

  package init(_ file: ModelFile) {
    let table = file.section(ModelSection.featureSlots)
    slots = table.baseAddress
    rows = file.section(ModelSection.featureRows).baseAddress
    mask = table.count / (8 * Self.bucket) - 1
  }

  /// Number of a hash's bucket in a table of `mask + 1` buckets, and its fingerprint.
  @inline(__always)
  package static func place(of hash: UInt64, mask: Int) -> (bucket: Int, fingerprint: UInt64) {
    (Int(truncatingIfNeeded: hash >> 32) & mask, hash & 0xFFFF | 1)
  }

  /// Sets `scores`, which has a place for every tag number up to 63, to the sum of the features' rows, up to a
  /// number that is the same for all tags.
  ///
  /// - Parameter room: a place for `count` numbers.
  @inline(__always)
  package func score(
    _ features: UnsafePointer<UInt64>, _ count: Int, room: UnsafeMutablePointer<UInt64>,
    into scores: UnsafeMutablePointer<Int32>
  ) {
    scores.update(repeating: 0, count: 64)
    guard let slots, let rows, mask >= 0 else { return }
    var long = 0
    for index in 0..<count {
      let (bucket, fingerprint) = Self.place(of: features[index], mask: mask)
      let at = slots + bucket &* (8 &* Self.bucket)
      var value: UInt64 = 0
      for slot in 0..<Self.bucket {
        let found = at.loadUnaligned(fromByteOffset: slot &* 8, as: UInt64.self)
        // All ones when the fingerprints agree, else 0.
        let agrees = 0 &- (((found >> 48 ^ fingerprint) &- 1) >> 63)
        value |= found & agrees
      }
      let isLong = value & 0xFF == UInt64(Self.elsewhere)
      room[long] = value >> 16 & 0xFFFF_FFFF
      long &+= isLong ? 1 : 0
      // Without a row of its own a feature adds 0 to tag 0.
      let pairs = isLong ? 0 : value
      scores[Int(pairs & 0x3F)] &+= Self.weight(pairs >> 8)
      scores[Int(pairs >> 16 & 0x3F)] &+= Self.weight(pairs >> 24)
      scores[Int(pairs >> 32 & 0x3F)] &+= Self.weight(pairs >> 40)
    }
    addRows(rows, room, long, to: scores)
  }

  @inline(__always)
  private static func weight(_ value: UInt64) -> Int32 {
    Int32(Int8(truncatingIfNeeded: value))
  }

  /// Adds rows of bytes in lanes of 16 bits: even tags are the low bytes of the lanes, odd tags the high ones.
  @inline(__always)
  private func addRows(
    _ rows: UnsafeRawPointer, _ offsets: UnsafePointer<UInt64>, _ count: Int,
    to scores: UnsafeMutablePointer<Int32>
  ) {
    typealias Lanes = SIMD8<UInt16>
    let low = Lanes(repeating: 0xFF)
    let shift = Lanes(repeating: 8)
    var even = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
    var odd = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
    for index in 0..<count {
      let row = rows + Int(offsets[index])
      let a = row.loadUnaligned(as: Lanes.self)
      let b = row.loadUnaligned(fromByteOffset: 16, as: Lanes.self)
      let c = row.loadUnaligned(fromByteOffset: 32, as: Lanes.self)
      let d = row.loadUnaligned(fromByteOffset: 48, as: Lanes.self)
      even = (even.0 &+ (a & low), even.1 &+ (b & low), even.2 &+ (c & low), even.3 &+ (d & low))
      odd = (odd.0 &+ (a &>> shift), odd.1 &+ (b &>> shift), odd.2 &+ (c &>> shift), odd.3 &+ (d &>> shift))
    }
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 64) { sums in
      guard let sums = sums.baseAddress else { return }
      let raw = UnsafeMutableRawPointer(sums)
      raw.storeBytes(of: even.0, as: Lanes.self)
      raw.storeBytes(of: even.1, toByteOffset: 16, as: Lanes.self)
      raw.storeBytes(of: even.2, toByteOffset: 32, as: Lanes.self)
      raw.storeBytes(of: even.3, toByteOffset: 48, as: Lanes.self)
      raw.storeBytes(of: odd.0, toByteOffset: 64, as: Lanes.self)
      raw.storeBytes(of: odd.1, toByteOffset: 80, as: Lanes.self)
      raw.storeBytes(of: odd.2, toByteOffset: 96, as: Lanes.self)
      raw.storeBytes(of: odd.3, toByteOffset: 112, as: Lanes.self)
      for lane in 0..<32 {
        scores[lane &* 2] &+= Int32(sums[lane])
        scores[lane &* 2 &+ 1] &+= Int32(sums[lane &+ 32])
      }
    }
  }
}
