import StetText
import Testing

@Suite struct DigestTests {
  /// The check of SMHasher for MurmurHash3_x64_128: its digests of the keys {}, {0}, {0, 1}, … with seeds from 256
  /// down, hashed together, begin with these four bytes.
  @Test func itIsMurmurHash3() {
    var all: [UInt8] = []
    for length in 0..<256 {
      let digest = Digest((0..<length).map { UInt8($0) }, seed: UInt32(256 - length))
      for part in [digest.first, digest.second] {
        withUnsafeBytes(of: part.littleEndian) { all += $0 }
      }
    }
    #expect(UInt32(truncatingIfNeeded: Digest(all).first) == 0x6384_BA69)
  }

  @Test func everyByteAndTheLengthCount() {
    var seen: Set<Digest> = []
    for length in 0...40 {
      let zeros = [UInt8](repeating: 0, count: length)
      seen.insert(Digest(zeros))
      for at in 0..<length {
        var changed = zeros
        changed[at] = 1
        seen.insert(Digest(changed))
      }
    }
    #expect(seen.count == 41 + 40 * 41 / 2)
    #expect(Digest([]).hexadecimal.utf8.count == 32)
  }
}
