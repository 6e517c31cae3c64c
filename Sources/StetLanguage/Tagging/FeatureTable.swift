/// The trained weights: from a feature's hash to a short row of (tag, weight).
///
/// Open addressing over 4-byte slots: 12 bits fingerprint, 20 bits place of the row in units of 2 bytes, 0 for
/// empty. A row is pairs of bytes, tag and signed weight; bit 7 of the tag marks the last pair.
package struct FeatureTable: @unchecked Sendable {
  private let slots: UnsafeRawPointer?
  private let rows: UnsafeRawPointer?
  private let mask: Int

  package init(_ file: ModelFile) {
    let table = file.section(ModelSection.featureSlots)
    slots = table.baseAddress
    rows = file.section(ModelSection.featureRows).baseAddress
    mask = table.count / 4 - 1
  }

  /// Slot where the search for a hash starts, and its fingerprint, in a table of `mask + 1` slots.
  @inline(__always)
  package static func place(of hash: UInt64, mask: Int) -> (slot: Int, fingerprint: UInt32) {
    (Int(truncatingIfNeeded: hash >> 32) & mask, UInt32(truncatingIfNeeded: hash >> 12) & 0xFFF)
  }

  /// Adds the weights of the features to `scores`, which has a place for every tag.
  @inline(__always)
  package func add(
    _ features: UnsafePointer<UInt64>, _ count: Int, to scores: UnsafeMutablePointer<Int32>
  ) {
    guard let slots, let rows else { return }
    for index in 0..<count {
      var (slot, fingerprint) = Self.place(of: features[index], mask: mask)
      while true {
        let value = slots.loadUnaligned(fromByteOffset: slot &* 4, as: UInt32.self)
        if value == 0 { break }
        if value >> 20 == fingerprint {
          var row = rows + Int(value & 0xF_FFFF) &* 2
          while true {
            let tag = row.loadUnaligned(as: UInt8.self)
            let weight = row.loadUnaligned(fromByteOffset: 1, as: Int8.self)
            scores[Int(tag & 0x3F)] &+= Int32(weight)
            if tag & 0x80 != 0 { break }
            row += 2
          }
          break
        }
        slot = (slot &+ 1) & mask
      }
    }
  }
}
