import StetLint
import StetText
import Testing

@testable import StetReports

@Suite struct RecordResultTests {
  @Test func aResultIsALineWithTheDiagnosticsOfTheReport() {
    var sample = Sample("Ü 😀 bad\r\nx", path: "a.txt")
    sample.mark(sample.range("bad"), .error, message: "No\n")
    let report = String(
      decoding: written([sample.file]) { JSONReport(tool: ReportingTool(version: "1"), sink: $0) },
      as: UTF8.self)
    let result = String(
      decoding: RecordResult.line(of: sample.file, id: Array("1.50".utf8), path: "ö"), as: UTF8.self)
    #expect(result.hasPrefix(#"{"id":1.50,"path":"ö","diagnostics":[{"rule":"#))
    #expect(result.hasSuffix("}]}\n"))
    #expect(result.utf8.count { $0 == 0x0A } == 1)
    #expect(report.contains(result.dropFirst(#"{"id":1.50,"path":"ö","#.count).dropLast(2)))
  }

  @Test func aFaultHasItsPlace() {
    let whole = RecordResult.Failure(line: 7, column: nil, what: "no “text”", nextStep: "Add it.")
    #expect(
      RecordResult.line(of: whole, id: Array("null".utf8))
        == Array(
          "{\"id\":null,\"error\":{\"line\":7,\"what\":\"no “text”\",\"nextStep\":\"Add it.\"}}\n".utf8))
    let placed = RecordResult.Failure(line: 7, column: 3, what: "a", nextStep: "b")
    #expect(
      RecordResult.line(of: placed, id: Array(#""é""#.utf8))
        == Array(
          "{\"id\":\"é\",\"error\":{\"line\":7,\"column\":3,\"what\":\"a\",\"nextStep\":\"b\"}}\n".utf8))
  }
}
