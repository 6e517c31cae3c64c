import Foundation
import Testing

@testable import StetReports

@Suite struct JSONWriterTests {
  @Test(arguments: [
    ("", #""""#), ("plain", #""plain""#), ("\"\\/", #""\"\\/""#), ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
    ("\0\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""), ("é 日 😀 \u{2028}", "\"é 日 😀 \u{2028}\""),
  ])
  func stringsAreEscaped(text: String, json: String) throws {
    let written = write { $0.string(text) }
    #expect(written == json + "\n")
    #expect(try parsed(Array(written.utf8)) as? String == text)
  }

  @Test(
    arguments: [
      ([0x61, 0xFF, 0x62], "a\u{FFFD}b"), ([0xF0, 0x9F, 0x98], "\u{FFFD}"),
      ([0xC3, 0xA9, 0xC3], "é\u{FFFD}"),
      ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ] as [([UInt8], String)])
  func malformedBytesAreReplaced(bytes: [UInt8], text: String) {
    #expect(write { $0.string(bytes: bytes) } == "\"\(text)\"\n")
  }

  @Test(arguments: [0, 7, -1, 1_000_000, Int.max, Int.min])
  func integersAreExact(number: Int) {
    #expect(write { $0.integer(number) } == "\(number)\n")
  }

  @Test(arguments: [
    (JSONWriter.Layout.compact, #"{"b":[1,{"x":null}],"a":{},"c":[],"d":true}"# + "\n"),
    (
      .indented,
      """
      {
        "b": [
          1,
          {
            "x": null
          }
        ],
        "a": {},
        "c": [],
        "d": true
      }

      """
    ),
  ])
  func membersKeepTheirOrder(layout: JSONWriter.Layout, json: String) {
    let written = write(layout) {
      $0.object {
        $0.array("b", [0, 1]) { writer, number in
          if number == 0 {
            writer.integer(1)
          } else {
            writer.object {
              $0.key("x"); $0.null()
            }
          }
        }
        $0.object("a") { _ in }
        $0.array("c", [Int]()) { $0.integer($1) }
        $0.field("d", true)
      }
    }
    #expect(written == json)
  }

  @Test func longOutputComesInPieces() throws {
    let output = Output()
    var pieces = 0
    var writer = JSONWriter {
      pieces += 1
      output.bytes += $0
    }
    writer.beginArray()
    for number in 0..<20_000 { writer.object { $0.field("n", number) } }
    writer.endArray()
    writer.finish()
    #expect(pieces > 4)
    #expect((try parsed(output.bytes) as? [[String: Int]])?.compactMap { $0["n"] } == Array(0..<20_000))
  }

  private func write(
    _ layout: JSONWriter.Layout = .compact, _ body: (inout JSONWriter) -> Void
  ) -> String {
    let output = Output()
    var writer = JSONWriter(layout: layout) { output.bytes += $0 }
    body(&writer)
    writer.finish()
    return String(decoding: output.bytes, as: UTF8.self)
  }
}
