/// 128 bits that stand for bytes: equal bytes have equal digests on every machine and in every run.
///
/// MurmurHash3 by Austin Appleby, its form for 64-bit machines with 128 bits of result
/// (https://github.com/aappleby/smhasher, in the public domain). Not for keeping out an attacker. By the birthday
/// bound a million different texts share one with a probability below 10^-26.
package struct Digest: Sendable, Hashable, Comparable {
  package var first: UInt64
  package var second: UInt64

  package init(first: UInt64, second: UInt64) {
    self.first = first
    self.second = second
  }

  package init(_ bytes: [UInt8], seed: UInt32 = 0) {
    self = bytes.withUnsafeBytes { Digest($0, seed: seed) }
  }

  package init(_ bytes: UnsafeRawBufferPointer, seed: UInt32 = 0) {
    var mixer = Mixer(seed)
    var at = 0
    while at + 16 <= bytes.count {
      mixer.add(
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)),
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self)))
      at += 16
    }
    var tail: (UInt64, UInt64) = (0, 0)
    for index in at..<bytes.count {
      let shift = UInt64(index - at) % 8 * 8
      if index - at < 8 {
        tail.0 |= UInt64(bytes[index]) << shift
      } else {
        tail.1 |= UInt64(bytes[index]) << shift
      }
    }
    self = mixer.finish(tail, count: bytes.count)
  }

  package static func < (a: Digest, b: Digest) -> Bool {
    a.first != b.first ? a.first < b.first : a.second < b.second
  }

  /// 32 digits.
  package var hexadecimal: String {
    [first, second].map { value in
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

private struct Mixer {
  private var a: UInt64
  private var b: UInt64

  init(_ seed: UInt32) {
    a = UInt64(seed)
    b = UInt64(seed)
  }

  @inline(__always)
  private static func rotated(_ value: UInt64, _ bits: UInt64) -> UInt64 {
    value << bits | value >> (64 - bits)
  }

  @inline(__always)
  private static func first(_ word: UInt64) -> UInt64 {
    rotated(word &* 0x87c3_7b91_1142_53d5, 31) &* 0x4cf5_ad43_2745_937f
  }

  @inline(__always)
  private static func second(_ word: UInt64) -> UInt64 {
    rotated(word &* 0x4cf5_ad43_2745_937f, 33) &* 0x87c3_7b91_1142_53d5
  }

  @inline(__always)
  mutating func add(_ one: UInt64, _ two: UInt64) {
    a ^= Self.first(one)
    a = (Self.rotated(a, 27) &+ b) &* 5 &+ 0x52dc_e729
    b ^= Self.second(two)
    b = (Self.rotated(b, 31) &+ a) &* 5 &+ 0x3849_5ab5
  }

  mutating func finish(_ tail: (UInt64, UInt64), count: Int) -> Digest {
    b ^= Self.second(tail.1)
    a ^= Self.first(tail.0)
    a ^= UInt64(count)
    b ^= UInt64(count)
    a &+= b
    b &+= a
    a = Self.final(a)
    b = Self.final(b)
    a &+= b
    b &+= a
    return Digest(first: a, second: b)
  }

  private static func final(_ value: UInt64) -> UInt64 {
    var value = value
    value ^= value >> 33
    value &*= 0xff51_afd7_ed55_8ccd
    value ^= value >> 33
    value &*= 0xc4ce_b9fe_1a85_ec53
    return value ^ value >> 33
  }
}
