import StetText
import Testing

/// The examples of malformed-utf8 are bytes, which a page cannot show.
@Suite struct MalformedUTF8Tests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var ranges: [Range<Int>]
    var testDescription: String { name }
  }

  private static func ascii(_ text: String) -> [UInt8] { Array(text.utf8) }

  static let cases = [
    Case(name: "ISO 8859-1", bytes: ascii("The caf") + [0xE9] + ascii(" is open."), ranges: [7..<8]),
    Case(
      name: "a continuation byte alone", bytes: ascii("It is ") + [0x80] + ascii(" here."), ranges: [6..<7]),
    Case(name: "cut short at the end", bytes: ascii("Zo") + [0xC3], ranges: [2..<3]),
    Case(
      name: "an overlong slash", bytes: ascii("a ") + [0xC0, 0xAF] + ascii(" b"), ranges: [2..<3, 3..<4]),
    Case(name: "two places", bytes: [0xFF] + ascii(" and ") + [0xFE], ranges: [0..<1, 6..<7]),
    Case(name: "accents in UTF-8", bytes: ascii("The café in Łódź is open."), ranges: []),
    Case(name: "four bytes", bytes: ascii("A 🦉 and 𐍈."), ranges: []),
    Case(name: "a byte order mark", bytes: [0xEF, 0xBB, 0xBF] + ascii("The café."), ranges: []),
    Case(name: "the replacement character", bytes: ascii("The caf\u{FFFD}."), ranges: []),
    Case(name: "empty", bytes: [], ranges: []),
  ]

  @Test(arguments: cases, [false, true])
  func findsTheBytes(_ item: Case, markdown: Bool) {
    let found = Desk.shared.lint(item.bytes, markdown: markdown, only: "malformed-utf8")
    #expect(found.map(\.range.indices) == item.ranges)
    #expect(found.flatMap { MessageStyle.faults($0.message) } == [])
  }

  /// A file in another encoding gives twenty findings and one that counts the rest.
  @Test func countsTheRest() {
    var bytes: [UInt8] = []
    for _ in 0..<50 { bytes += Self.ascii("caf") + [0xE9, 0x20] }
    let found = Desk.shared.lint(bytes, only: "malformed-utf8")
    #expect(found.count == 21)
    #expect(found.last?.message.hasPrefix("30 more places") == true)
  }
}
