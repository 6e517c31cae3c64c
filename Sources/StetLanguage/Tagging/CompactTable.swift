/// From 64-bit hashes to small numbers: open addressing over 4-byte slots, fingerprint above, value below.
/// A hash that was never stored finds a value by mistake about once in 2^(31 - bits of the value) looks.
package struct CompactTable: @unchecked Sendable {
  private let slots: UnsafeRawBufferPointer
  private let mask: Int
  private let valueBits: UInt32

  package init(_ slots: UnsafeRawBufferPointer, valueBits: UInt32) {
    self.slots = slots
    self.valueBits = valueBits
    mask = slots.count / 4 - 1
  }

  /// Slot where the search for a hash starts, and its fingerprint, in a table of `mask + 1` slots.
  @inline(__always)
  package static func place(of hash: UInt64, mask: Int, valueBits: UInt32) -> (slot: Int, fingerprint: UInt32)
  {
    (Int(truncatingIfNeeded: hash >> 36) & mask, (UInt32(truncatingIfNeeded: hash) >> valueBits) | 1)
  }

  @inline(__always)
  package func value(_ hash: UInt64) -> UInt32? {
    guard mask >= 0 else { return nil }
    var (slot, fingerprint) = Self.place(of: hash, mask: mask, valueBits: valueBits)
    while true {
      let found = slots.loadUnaligned(fromByteOffset: slot * 4, as: UInt32.self)
      if found == 0 { return nil }
      if found >> valueBits == fingerprint { return found & (1 << valueBits - 1) }
      slot = (slot + 1) & mask
    }
  }
}

/// One hash of two or three numbers, for keys of the tables.
@inline(__always)
package func combinedHash(_ a: UInt64, _ b: UInt64, _ c: UInt64 = 0) -> UInt64 {
  var h = (a ^ (b &+ 1) &* 0xD6E8_FEB8_6659_FD93) &* 0x9E37_79B9_7F4A_7C15
  h ^= h >> 29
  h = (h &+ c &* 0xA076_1D64_78BD_642F) &* 0xC2B2_AE3D_27D4_EB4F
  return h ^ (h >> 32)
}
