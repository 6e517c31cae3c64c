import Foundation
import Testing

@testable import StetWebServer

@Suite struct JSONFaultTests {
  /// JSON and what is none, with the line and column of its first fault: of an escape that is none its letter, of what
  /// has no end the place where that should be.
  @Test(
    arguments: [
      (#"{"a": [1, -2.5e3, true, null, "é\n\u00e9"], "b": {}}"#, nil), (" [] ", nil), ("", "1:1"),
      ("{", "1:2"),
      (#"{"a" 1}"#, "1:6"), ("{a: 1}", "1:2"), ("[1 2]", "1:4"), ("[1,\n 2,]", "2:4"), (#"["a\q"]"#, "1:5"),
      ("[\"a\n\"]", "1:4"), (#"["a"#, "1:4"), ("[1] x", "1:5"), ("nul", "1:1"), ("[tru]", "1:2"),
    ] as [(String, String?)])
  func findsThePlace(_ json: String, _ place: String?) {
    let fault = JSONFault.first(in: Array(json.utf8))
    #expect(fault.map { "\($0.line):\($0.column)" } == place, "\(String(describing: fault))")
  }

  @Test func findsBytesThatAreNoUTF8() {
    let fault = JSONFault.first(in: Array("[\"ab".utf8) + [0xE9, 0x22, 0x5D])
    #expect(fault?.column == 5)
  }
}
