/// The trained weights: from a feature's hash to a short row of (tag, weight).
///
/// Open addressing over 8-byte slots. Bytes 6 and 7 are a fingerprint, 0 for an empty slot; bytes 0 to 5 are
/// three pairs of tag and signed weight. A longer row lies in a second section: byte 0 is then 255, byte 1 the
/// number of pairs and bytes 2 to 5 the offset of the row. Short rows in the slot cost no jump and one look at
/// memory; mispredicted jumps are what a tagger of this kind spends most of its time on.
package struct FeatureTable: @unchecked Sendable {
  private let slots: UnsafeRawPointer?
  private let rows: UnsafeRawPointer?
  private let mask: Int

  /// Tag of an unused pair: the number of no tag.
  package static let noTag: UInt8 = 63
  /// Byte 0 of a slot whose row lies elsewhere.
  package static let elsewhere: UInt8 = 255

  package init(_ file: ModelFile) {
    let table = file.section(ModelSection.featureSlots)
    slots = table.baseAddress
    rows = file.section(ModelSection.featureRows).baseAddress
    mask = table.count / 8 - 1
  }

  /// Slot where the search for a hash starts, and its fingerprint, in a table of `mask + 1` slots.
  @inline(__always)
  package static func place(of hash: UInt64, mask: Int) -> (slot: Int, fingerprint: UInt64) {
    (Int(truncatingIfNeeded: hash >> 32) & mask, hash & 0xFFFF | 1)
  }

  /// Adds the weights of the features to `scores`, which has a place for every tag number up to 63.
  ///
  /// Takes the hashes' slots before any of them is looked at, so that the reads do not wait for one another;
  /// the second half of `features` is room for them.
  @inline(__always)
  package func add(
    _ features: UnsafeMutablePointer<UInt64>, _ count: Int, to scores: UnsafeMutablePointer<Int32>
  ) {
    guard let slots, let rows, mask > 0 else { return }
    let first = features + TaggingFeatures.capacity
    for index in 0..<count {
      let (slot, _) = Self.place(of: features[index], mask: mask)
      first[index] = slots.loadUnaligned(fromByteOffset: slot &* 8, as: UInt64.self)
    }
    for index in 0..<count {
      var (slot, fingerprint) = Self.place(of: features[index], mask: mask)
      var value = first[index]
      while value >> 48 != fingerprint, value != 0 {
        slot = (slot &+ 1) & mask
        value = slots.loadUnaligned(fromByteOffset: slot &* 8, as: UInt64.self)
      }
      if value & 0xFF == UInt64(Self.elsewhere) {
        addRow(rows + Int(value >> 16 & 0xFFFF_FFFF), Int(value >> 8 & 0xFF), to: scores)
        continue
      }
      // An empty slot adds 0 to tag 0.
      scores[Int(value & 0x3F)] &+= Self.weight(value >> 8)
      scores[Int(value >> 16 & 0x3F)] &+= Self.weight(value >> 24)
      scores[Int(value >> 32 & 0x3F)] &+= Self.weight(value >> 40)
    }
  }

  @inline(__always)
  private static func weight(_ value: UInt64) -> Int32 {
    Int32(Int8(truncatingIfNeeded: value))
  }

  @inline(__always)
  private func addRow(_ row: UnsafeRawPointer, _ pairs: Int, to scores: UnsafeMutablePointer<Int32>) {
    for pair in 0..<pairs {
      let tag = row.loadUnaligned(fromByteOffset: pair &* 2, as: UInt8.self)
      let weight = row.loadUnaligned(fromByteOffset: pair &* 2 &+ 1, as: Int8.self)
      scores[Int(tag & 0x3F)] &+= Int32(weight)
    }
  }
}
