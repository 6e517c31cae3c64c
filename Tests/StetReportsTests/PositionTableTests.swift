import StetLint
import StetText
import Testing

@testable import StetReports

@Suite struct PositionTableTests {
  /// The walk must agree with `LineIndex` at every byte, also inside characters.
  @Test(
    arguments: [
      Array("one\ntwo\r\n\r\nü 日 😀\rend\n".utf8), [], [0x0A], [0xEF, 0xBB, 0xBF] + Array("é\nx".utf8),
      [0xEF, 0xBB, 0xBF],
      [0x61, 0xFF, 0xC3, 0x0A, 0xF0, 0x9F, 0x98, 0x0D, 0x80, 0x80, 0x62], Array("\r\r\n\n\r".utf8),
    ] as [[UInt8]])
  func everyPlaceAgrees(bytes: [UInt8]) {
    var sample = Sample(bytes: bytes)
    for start in 0...bytes.count { sample.mark(ByteRange(start, min(bytes.count, start + 3))) }
    let lines = LineIndex(sample.file.source)
    let table = PositionTable(sample.file)
    let mark = sample.file.source.byteOrderMarkLength
    for offset in 0...bytes.count {
      let byte = lines.position(at: offset, in: .utf8)
      let expected = ReportedPosition(
        line: byte.line + 1, utf8Column: byte.column + 1,
        utf16Column: lines.position(at: offset, in: .utf16).column + 1,
        scalarColumn: lines.position(at: offset, in: .scalars).column + 1,
        utf16Offset: offset <= mark
          ? 0 : lines.units(to: offset, in: .utf16) - (mark > 0 ? 1 : 0))
      #expect(table[offset] == expected, "byte \(offset)")
    }
  }
}
