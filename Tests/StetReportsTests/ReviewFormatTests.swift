import Foundation
import StetLint
import StetText
import Testing

@testable import StetReports

/// Formats that other programs define, to the byte, on the same article.
@Suite struct ReviewFormatTests {
  static let tool = ReportingTool(version: "0.3.0")

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var report: @Sendable (@escaping ([UInt8]) -> Void) -> any DiagnosticReport
    var output: String
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "compact", report: { CompactReport(sink: $0) },
      output: """
        news/mali.txt:3:5: error: “Nigerian” is said of Nigeria, but Niger is meant [confused-demonym]
        news/mali.txt:3:25: warning: “the” stands twice [doubled-word]

        """),
    Case(
      name: "compact in colour", report: { CompactReport(style: .colour, showNotes: true, sink: $0) },
      output: """
        \u{1B}[1mnews/mali.txt:3:5\u{1B}[0m: \u{1B}[1;31merror:\u{1B}[0m “Nigerian” is said of Nigeria, but Niger is meant \
        \u{1B}[2m[confused-demonym]\u{1B}[0m
        \u{1B}[1mnews/mali.txt:3:14\u{1B}[0m: \u{1B}[1;36mnote:\u{1B}[0m Say which army \u{1B}[2m[vague-army]\u{1B}[0m
        \u{1B}[1mnews/mali.txt:3:25\u{1B}[0m: \u{1B}[1;33mwarning:\u{1B}[0m “the” stands twice \
        \u{1B}[2m[doubled-word]\u{1B}[0m

        """),
    Case(
      name: "summary", report: { SummaryReport(sink: $0) },
      output: """
        findings   files  severity  rule
               1       1  error     confused-demonym
               1       1  warning   doubled-word
               1       1  note      vague-army
        ────────────────────────────────────────────
        1 error, 1 warning, 1 note in 2 files

        """),
    Case(
      name: "github", report: { GitHubReport(sink: $0) },
      output: """
        ::error file=news/mali.txt,line=3,endLine=3,col=5,endColumn=13,title=stet (confused-demonym)::\
        “Nigerian” is said of Nigeria, but Niger is meant
        ::notice file=news/mali.txt,line=3,endLine=3,col=14,endColumn=18,title=stet (vague-army)::Say which army
        ::warning file=news/mali.txt,line=3,endLine=3,col=25,endColumn=32,title=stet (doubled-word)::“the” stands twice

        """),
    Case(
      name: "gitlab", report: { GitLabReport(sink: $0) },
      output: """
        [{"description":"“Nigerian” is said of Nigeria, but Niger is meant","check_name":"confused-demonym",\
        "fingerprint":"d90552bf78025b94","severity":"major","location":{"path":"news/mali.txt","positions":\
        {"begin":{"line":3,"column":5},"end":{"line":3,"column":13}}}},{"description":"Say which army",\
        "check_name":"vague-army","fingerprint":"4999ec7b18e1de60","severity":"info","location":{"path":\
        "news/mali.txt","positions":{"begin":{"line":3,"column":14},"end":{"line":3,"column":18}}}},\
        {"description":"“the” stands twice","check_name":"doubled-word","fingerprint":"d524ce8c9471e565",\
        "severity":"minor","location":{"path":"news/mali.txt","positions":{"begin":{"line":3,"column":25},\
        "end":{"line":3,"column":32}}}}]

        """),
    Case(
      name: "rdjson", report: { ReviewdogReport(tool: tool, sink: $0) },
      output: """
        {"source":{"name":"stet"},"diagnostics":[{"message":"“Nigerian” is said of Nigeria, but Niger is meant",\
        "location":{"path":"news/mali.txt","range":{"start":{"line":3,"column":5},"end":{"line":3,"column":13}}},\
        "severity":"ERROR","code":{"value":"confused-demonym"},"suggestions":[{"range":{"start":{"line":3,\
        "column":5},"end":{"line":3,"column":13}},"text":"Nigerien"}],"related_locations":[{"message":"Niamey, in \
        Niger, is named here","location":{"path":"news/mali.txt","range":{"start":{"line":1,"column":1},"end":\
        {"line":1,"column":7}}}}]},{"message":"Say which army","location":{"path":"news/mali.txt","range":{"start":\
        {"line":3,"column":14},"end":{"line":3,"column":18}}},"severity":"INFO","code":{"value":"vague-army"}},\
        {"message":"“the” stands twice","location":{"path":"news/mali.txt","range":{"start":{"line":3,"column":25},\
        "end":{"line":3,"column":32}}},"severity":"WARNING","code":{"value":"doubled-word"},"suggestions":[{"range":\
        {"start":{"line":3,"column":28},"end":{"line":3,"column":32}},"text":""}]}]}

        """),
    Case(
      name: "checkstyle", report: { CheckstyleReport(sink: $0) },
      output: """
        <?xml version="1.0" encoding="UTF-8"?>
        <checkstyle version="4.3">
          <file name="news/mali.txt">
            <error line="3" column="5" severity="error" message="“Nigerian” is said of Nigeria, but Niger is meant" \
        source="stet.confused-demonym"/>
            <error line="3" column="14" severity="info" message="Say which army" source="stet.vague-army"/>
            <error line="3" column="25" severity="warning" message="“the” stands twice" source="stet.doubled-word"/>
          </file>
        </checkstyle>

        """),
    Case(
      name: "junit", report: { JUnitReport(tool: tool, threshold: .error, sink: $0) },
      output: """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="stet" tests="2" failures="1" errors="0">
          <testsuite name="news/mali.txt" tests="1" failures="1" errors="0" skipped="0">
            <testcase name="confused-demonym (3:5)" classname="news/mali.txt" file="news/mali.txt" line="3">
              <failure type="confused-demonym" message="“Nigerian” is said of Nigeria, but Niger is meant">\
        news/mali.txt:3:5: error: “Nigerian” is said of Nigeria, but Niger is meant [confused-demonym]</failure>
            </testcase>
            <system-out>3:14: note: Say which army [vague-army]
        3:25: warning: “the” stands twice [doubled-word]</system-out>
          </testsuite>
          <testsuite name="clean.txt" tests="1" failures="0" errors="0" skipped="0">
            <testcase name="clean.txt" classname="clean.txt" file="clean.txt"/>
          </testsuite>
        </testsuites>

        """),
  ]

  @Test(arguments: cases) func outputIsToTheByte(_ format: Case) {
    let files = [Sample.article.file, Sample("Clean.", path: "clean.txt").file]
    #expect(String(decoding: written(files, format.report), as: UTF8.self) == format.output)
  }

  @Test func linesOfNDJSONStandAlone() throws {
    let output = Output()
    var report = NDJSONReport(tool: Self.tool) { output.bytes += $0 }
    report.begin()
    report.add(Sample.article.file)
    // A reader has the findings before the run is over.
    #expect(output.bytes.split(separator: 0x0A).count == 3)
    report.end()
    let lines = output.bytes.split(separator: 0x0A)
    let values = try lines.map { try #require(try parsed(Array($0)) as? [String: Any]) }
    #expect(values.map { $0["kind"] as? String } == ["finding", "finding", "finding", "summary"])
    #expect(values[0]["path"] as? String == "news/mali.txt")
    #expect(values[3]["warnings"] as? Int == 1)
  }

  @Test(arguments: [
    ("50 % of\r\nit, he: said", "50 %25 of%0D%0Ait, he: said", "50 %25 of%0D%0Ait%2C he%3A said"),
    ("::error::x", "::error::x", "%3A%3Aerror%3A%3Ax"), ("%0A", "%250A", "%250A"),
  ])
  func workflowCommandsAreEscaped(text: String, data: String, property: String) {
    #expect(GitHubReport.data(text) == data)
    #expect(GitHubReport.property(text) == property)
  }

  @Test(arguments: [
    ("a/b.md", "a/b.md"), ("/srv/site/a/b.md", "a/b.md"), ("/srv/other/b.md", "/srv/other/b.md"),
    ("../site/b.md", "b.md"), ("../b.md", "../b.md"), ("/srv/site", "/srv/site"), ("./b.md", "b.md"),
  ])
  func pathsStartAtTheFolderOfTheRun(path: String, expected: String) {
    #expect(pathBelowFolder(path, folder: ["srv", "site"]) == expected)
  }

  @Test func xmlHoldsWhatXMLCannotHold() throws {
    var writer = XMLWriter()
    writer.declaration()
    writer.element("a", ["b": "\"<&>'\t\n\u{0}\u{1B}\u{85}\u{FFFE}"]) {
      $0.text("]]> \r\n\u{8}&\u{2028}é\u{FFFD}")
    }
    let text = String(decoding: writer.take(), as: UTF8.self)
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <a b="&quot;&lt;&amp;&gt;'&#9;&#10;\u{2400}\u{241B}&#133;\u{FFFD}">]]&gt; &#13;
        \u{2408}&amp;&#8232;é\u{FFFD}</a>

        """)
  }

  @Test func aLimitCountsWhatItHoldsBack() {
    let output = Output()
    var report = LimitedReport(CompactReport { output.bytes += $0 }, limit: 1, lowest: .warning)
    report.begin()
    report.add(Sample.article.file)
    report.add(Sample.article.file)
    report.end(RunOutcome(exitStatus: 1, failures: []))
    #expect(output.bytes.split(separator: 0x0A).count == 1)
    #expect((report.handedOn, report.all) == (1, 4))
  }

  @Test func logsTellOfTheBaselineAndOfFailures() throws {
    let output = Output()
    var report = SARIFReport(tool: Self.tool, rules: Sample.rules, hasBaseline: true) { output.bytes += $0 }
    report.begin()
    report.add(Sample.article.file)
    report.end(RunOutcome(exitStatus: 2, failures: ["a.txt: there is no such file."]))
    let text = String(decoding: output.bytes, as: UTF8.self)
    #expect(text.split(separator: #""baselineState":"new""#, omittingEmptySubsequences: false).count == 4)
    #expect(
      text.contains(
        #""invocations":[{"executionSuccessful":false,"exitCode":2,"toolExecutionNotifications":[{"level":"error","message":{"text":"a.txt: there is no such file."}}]}]"#
      ))
    _ = try parsed(output.bytes)
  }
}
