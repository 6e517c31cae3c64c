/// UTF-16 offsets of the bytes of a text that is valid UTF-8, found without a walk from its head.
struct UTF16Positions: Sendable {
  private static let step = 1_024

  private let bytes: [UInt8]
  /// UTF-16 code units before every `step`th byte.
  private let marks: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var marks: [Int] = []
    var units = 0
    for at in bytes.indices {
      if at % Self.step == 0 { marks.append(units) }
      units += Self.units(bytes[at])
    }
    marks.append(units)
    self.marks = marks
  }

  /// UTF-16 code units before a byte that starts a character, or before the end.
  func offset(of byte: Int) -> Int {
    let mark = byte / Self.step
    guard mark < marks.count - 1 else { return tail(from: max(0, marks.count - 2), to: byte) }
    return tail(from: mark, to: byte)
  }

  private func tail(from mark: Int, to byte: Int) -> Int {
    var units = marks[mark]
    for at in min(mark * Self.step, byte)..<byte { units += Self.units(bytes[at]) }
    return units
  }

  /// Code units that begin with a byte: two for the first of four, none for those that continue a character.
  @inline(__always)
  private static func units(_ byte: UInt8) -> Int { byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1 }
}
