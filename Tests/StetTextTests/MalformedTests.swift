import StetText
import Testing

@Test(
  arguments: [
    ([], []),
    ([0x61, 0xC3, 0xA9], []),
    ([0x80], [0..<1]),
    ([0xC0, 0x80], [0..<1, 1..<2]),
    ([0xC3], [0..<1]),
    ([0xE2, 0x82], [0..<2]),
    ([0xE2, 0x82, 0x41], [0..<2]),
    ([0xED, 0xA0, 0x80], [0..<1, 1..<2, 2..<3]),
    ([0xF0, 0x9F, 0x98], [0..<3]),
    ([0xF0, 0x9F, 0x98, 0x41, 0xFF], [0..<3, 4..<5]),
    ([0xF4, 0x90, 0x80, 0x80], [0..<1, 1..<2, 2..<3, 3..<4]),
    ([0xE0, 0x80, 0x80], [0..<1, 1..<2, 2..<3]),
    ([0xF5], [0..<1]),
  ] as [([UInt8], [Range<Int>])])
func illFormedSequences(bytes: [UInt8], expected: [Range<Int>]) {
  #expect(SourceText(bytes).malformedRanges().map(\.indices) == expected)
}

/// Swift's decoder writes one U+FFFD for each maximal ill-formed subsequence as well.
@Test func countsAgreeWithTheStandardDecoder() {
  var state: UInt64 = 0x9E37_79B9_7F4A_7C15
  func random() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
  let interesting: [UInt8] = [
    0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF1,
    0xF4, 0xF5, 0xFF,
  ]
  var different: [[UInt8]] = []
  for _ in 0..<20_000 {
    let bytes = (0..<Int(random() % 12)).map { _ in interesting[Int(random() % 20)] }
    let replaced = String(decoding: bytes, as: UTF8.self).unicodeScalars.count { $0 == "\u{FFFD}" }
    let genuine = bytes.indices.count { bytes[$0...].starts(with: [0xEF, 0xBF, 0xBD]) }
    if SourceText(bytes).malformedRanges().count != replaced - genuine { different.append(bytes) }
  }
  #expect(different == [])
}
