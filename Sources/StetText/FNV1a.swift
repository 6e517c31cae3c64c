/// The 64-bit hash FNV-1a (Fowler, Noll, Vo): the same on every machine and in every run, unlike `Hasher`, so it may
/// be written down.
package struct FNV1a: Sendable, Hashable {
  package var value: UInt64 = 0xcbf2_9ce4_8422_2325

  @inlinable
  package init() {}

  /// Starts elsewhere for each `salt`, so that equal bytes in different roles differ.
  @inlinable
  package init(salt: UInt64) { value ^= salt }

  @inlinable
  package mutating func add(_ byte: UInt8) { add(UInt64(byte)) }

  /// Takes a number as one unit.
  @inlinable
  package mutating func add(_ unit: UInt64) { value = (value ^ unit) &* 0x100_0000_01b3 }

  @inlinable
  package mutating func add(contentsOf bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  /// 16 digits.
  package var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
