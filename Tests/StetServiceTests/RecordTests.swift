import Foundation
import StetDocument
import StetLint
import StetText
import Testing

@testable import StetService

@Suite struct LineFramingTests {
  @Test(arguments: [
    ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("a\n\nb\n", ["a", "", "b"]),
    ("a\r\nb\r\n", ["a\r", "b\r"]), ("\u{FEFF}a\n\u{FEFF}b", ["a", "\u{FEFF}b"]),
    ("123456\n12345678\n1234567\n", ["123456", "too long", "1234567"]), ("12345678", ["too long"]),
    ("1234567890123456789\n\n", ["too long", ""]),
  ])
  func linesAreTheSameInPiecesOfAnySize(_ text: String, _ expected: [String]) {
    for size in 1...8 {
      var framing = LineFraming(limit: 7)
      var lines: [LineFraming.Line] = []
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        framing.append(rest.prefix(size)) { lines.append($0) }
        rest = rest.dropFirst(size)
      }
      framing.end { lines.append($0) }
      #expect(lines == expected.map { $0 == "too long" ? .tooLong : .whole(Array($0.utf8)) }, "\(size)")
    }
  }
}

@Suite struct TextRecordTests {
  private static let records: [(line: String, id: String, text: String)] = [
    (#"{"text":"a"}"#, "null", "a"),
    (" { \"id\" : 1.50e+2 , \"text\" : \"\" } \r", "1.50e+2", ""),
    (#"{"id":123456789012345678901234567890,"text":"a"}"#, "123456789012345678901234567890", "a"),
    (#"{"id":"\u00e9\"","text":"é\n\t\/\\\u20AC"}"#, #""\u00e9\"""#, "é\n\t/\\€"),
    (
      #"{"id":false,"text":"\ud83c\uDF0D \ud83c \udf0d \ud83c\u0041"}"#, "false",
      "🌍 \u{FFFD} \u{FFFD} \u{FFFD}A"
    ),
    (#"{"x":{"text":"no","y":[1,[],{},{"z":[null,true,-0.5]}]},"text":"yes","id":null}"#, "null", "yes"),
    (#"{"text":"first","text":"second","id":1,"id":2}"#, "2", "second"),
    (#"{"id":1,"text":"nul \u0000 bell \u0007"}"#, "1", "nul \0 bell \u{7}"),
    (#"{"id":1,"text":"a","path":null,"kind":null,"language":null,"format":null}"#, "1", "a"),
  ]

  @Test(arguments: records)
  func recordsAreRead(_ line: String, _ id: String, _ text: String) throws {
    let record = try TextRecord(Array(line.utf8))
    #expect(String(decoding: record.id, as: UTF8.self) == id)
    #expect(String(decoding: record.text, as: UTF8.self) == text)
  }

  @Test func aRecordSaysWhatItIs() throws {
    let record = try TextRecord(
      Array(#"{"path":"a/b.md","format":"plain","kind":"news","language":"de-AT","text":""}"#.utf8))
    #expect(record.path == "a/b.md")
    #expect(record.format == .plain)
    #expect(record.kind == .news)
    #expect(record.language?.text == "de-AT")
  }

  private static let faults: [(line: String, id: String, column: Int, what: String)] = [
    ("", "null", 1, "its opening brace is missing"), ("[]", "null", 1, "its opening brace is missing"),
    ("{", "null", 2, "a quotation mark is missing"), (#"{"id":7,"text":"a""#, "7", 19, "a comma or the end"),
    (#"{"id":7,"text":"a"#, "7", 18, "the end of a string is missing"),
    (#"{"id":7,"text":"a"} {}"#, "7", 21, "something follows the end of the value"),
    (#"{"id":7 "text":"a"}"#, "7", 9, "a comma or the end of the object is missing"),
    (#"{"id":7,}"#, "7", 9, "a quotation mark is missing"), (#"{"id":07,"text":"a"}"#, "null", 7, "no value"),
    (#"{"id":nul,"text":"a"}"#, "null", 7, "no value"), (#"{"text":"\x"}"#, "null", 11, "no such escape"),
    (#"{"text":"\u12G4"}"#, "null", 14, "four hexadecimal digits"),
    ("{\"text\":\"a\tb\"}", "null", 11, "a control character"),
    ("{\"text\":\"a\0b\"}", "null", 11, "a control character"),
    (#"{"x":[1,2,"text":"a"}"#, "null", 17, "a comma or the end of an array is missing"),
    (#"{"x":{"y":1,2},"text":"a"}"#, "null", 13, "the name of a member is missing"),
    (#"{"x":[1,],"text":"a"}"#, "null", 9, "no value"), (#"{"x":1.,"text":"a"}"#, "null", 6, "no value"),
    (#"{"id":1}"#, "1", 0, "there is no member “text”"),
    (#"{"text":["a"],"id":1}"#, "1", 0, "“text” is no text"),
    (#"{"text":null,"id":1}"#, "1", 0, "“text” is no text"),
    (#"{"id":[1],"text":"a"}"#, "null", 0, "“id” is an object"),
    (#"{"text":"a","format":"markdwon"}"#, "null", 0, "there is no format “markdwon”"),
    (#"{"text":"a","kind":"New"}"#, "null", 0, "there is no kind"),
    (#"{"text":"a","path":1}"#, "null", 0, "“path” is no text"),
    (#"{"text":"a","language":"English"}"#, "null", 0, "“English” is no language"),
    (#"{"x":"# + String(repeating: "[", count: 600), "null", 518, "nested too deep"),
  ]

  /// A column of 0 stands for none.
  @Test(arguments: faults)
  func faultsSayWhatAndWhere(_ line: String, _ id: String, _ column: Int, _ what: String) {
    do throws(TextRecord.Fault) {
      let record = try TextRecord(Array(line.utf8))
      Issue.record("this was read: \(record)")
    } catch {
      #expect(error.what.contains(what), "\(error)")
      #expect(error.column ?? 0 == column)
      #expect(String(decoding: error.id, as: UTF8.self) == id)
      #expect(error.nextStep.hasSuffix("."))
    }
  }

  @Test func bytesThatAreNoTextAreAFault() {
    let line = Array(#"{"id":1,"text":"caf"#.utf8) + [0xE9] + Array(#""}"#.utf8)
    let fault = #expect(throws: TextRecord.Fault.self) { try TextRecord(line) }
    #expect(fault?.column == 20)
    #expect(fault?.what == "the line is no valid UTF-8")
  }

  /// What Foundation reads is read, and nothing else is; lines are spoilt in all places to find out.
  @Test func foundationAgreesOnWhatIsJSON() {
    let line = Array(#"{"id":-1.5e3,"a":[true,null,{"b":"\u0041\\"},[]],"text":"x\n"}"#.utf8)
    var read = 0
    for at in line.indices {
      for byte in Array(#"{}[],:"\ 0.e-u"#.utf8) {
        var spoilt = line
        spoilt[at] = byte
        let theirs = try? JSONSerialization.jsonObject(with: Data(spoilt)) as? [String: Any]
        let isRecord = theirs?["text"] is String && !(theirs?["id"] is [Any])
        let ours = try? TextRecord(spoilt)
        #expect((ours != nil) == isRecord, "\(String(decoding: spoilt, as: UTF8.self))")
        if ours != nil { read += 1 }
      }
    }
    #expect(read > 100)
  }
}
