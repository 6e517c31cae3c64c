import Foundation
import StetLint
import StetText
import Testing

@testable import StetReports

@Suite struct JSONReportTests {
  @Test func aFileIsWrittenWhole() throws {
    var sample = Sample("Ü 😀 bad\r\nx", path: "a\u{FFFD}b.txt")
    sample.mark(
      sample.range("bad"), .error, message: "No",
      related: [Related(range: sample.range("x"), message: "here")],
      fixes: [
        Fix(
          title: "Mend", edits: [Edit(range: sample.range("bad"), replacement: "\"good\"")],
          applicability: .safe)
      ])
    let json = String(decoding: report([sample.file, Sample("", path: "c").file]), as: UTF8.self)
    let expected =
      #"{"version":1,"tool":{"name":"stet","version":"0.3.0"},"files":[{"path":"a\#u{FFFD}b.txt","diagnostics":["#
      + #"{"rule":"confused-demonym","severity":"error","message":"No","range":{"start":8,"end":11},"#
      + #""start":{"line":1,"column":{"utf8":9,"utf16":6}},"end":{"line":1,"column":{"utf8":12,"utf16":9}},"#
      + #""related":[{"message":"here","range":{"start":13,"end":14},"#
      + #""start":{"line":2,"column":{"utf8":1,"utf16":1}},"end":{"line":2,"column":{"utf8":2,"utf16":2}}}],"#
      + #""fixes":[{"title":"Mend","applicability":"safe","edits":[{"range":{"start":8,"end":11},"#
      + #""replacement":"\"good\""}]}],"fingerprint":"00000000000000a0"}]},{"path":"c","diagnostics":[]}],"#
      + #""summary":{"files":2,"errors":1,"warnings":0,"notes":0,"known":0}}"# + "\n"
    #expect(json == expected)
  }

  @Test func otherReadersReadIt() throws {
    let files = SARIFReportTests.files
    let compact = try #require(try parsed(report(files)) as? NSDictionary)
    #expect(compact == (try parsed(report(files, layout: .indented)) as? NSDictionary))
    let paths = (compact["files"] as? [[String: Any]])?.compactMap { $0["path"] as? String }
    #expect(paths == files.map(\.path))
    #expect(report(files) == report(files))
  }

  private func report(_ files: [LintedFile], layout: JSONWriter.Layout = .compact) -> [UInt8] {
    written(files) {
      JSONReport(tool: ReportingTool(version: "0.3.0"), layout: layout, sink: $0)
    }
  }
}
