import Foundation
import StetLint
import StetText
import Testing

@testable import StetReports

@Suite struct SARIFReportTests {
  static func log(_ files: [LintedFile], layout: JSONWriter.Layout = .compact) -> [UInt8] {
    written(files) {
      SARIFReport(
        tool: ReportingTool(version: "0.3.0"), rules: Sample.rules, layout: layout, sink: $0)
    }
  }

  /// Everything a log can hold: several fixes and edits, a fix given twice, one without edits, marks and
  /// malformed bytes, an unregistered rule.
  static var files: [LintedFile] {
    var odd = Sample(bytes: [0xEF, 0xBB, 0xBF] + Array("é 😀 caf".utf8) + [0xE9] + Array(" end\rx".utf8))
    odd.path = "/tmp/a b/ü:100%.md"
    let fix = Fix(
      title: "Both",
      edits: [
        Edit(range: odd.range("é"), replacement: "e"), Edit(range: odd.range("x"), replacement: "\"\u{1}\n"),
      ],
      applicability: .review)
    odd.mark(
      ByteRange(odd.range("caf").lower, odd.range("end").upper), .note, rule: "unlisted",
      message: "A {0} [link](1) \u{2028} message",
      fixes: [fix, fix, Fix(title: "None", edits: [], applicability: .safe)])
    odd.mark(ByteRange(0, 0))
    odd.mark(ByteRange(odd.bytes.count, odd.bytes.count))
    return [Sample.article.file, Sample("Clean.", path: "clean.txt").file, odd.file]
  }

  @Test func regionsAreGivenInEveryUnit() throws {
    let text = String(decoding: Self.log(Self.files), as: UTF8.self)
    let expected = [
      // “Nigerian”: CR LF is two units, the globe two UTF-16 units and four bytes.
      #""region":{"startLine":3,"startColumn":5,"endLine":3,"endColumn":13,"charOffset":29,"charLength":8,"byteOffset":31,"byteLength":8}"#,
      #"{"id":1,"physicalLocation":{"artifactLocation":{"uri":"news/mali.txt"},"region":{"startLine":1,"startColumn":1,"endLine":1,"endColumn":7,"charOffset":0,"charLength":6,"byteOffset":0,"byteLength":6}},"message":{"text":"Niamey, in Niger, is named here"}}"#,
      // Behind a byte order mark, over a malformed byte, up to a CR.
      #""region":{"startLine":1,"startColumn":6,"endLine":1,"endColumn":14,"charOffset":5,"charLength":8,"byteOffset":11,"byteLength":8}"#,
      #""uri":"file:///tmp/a%20b/%C3%BC%3A100%25.md""#,
      #""insertedContent":{"text":"Nigerien","binary":"TmlnZXJpZW4="}"#,
      #""ruleId":"doubled-word","ruleIndex":1,"level":"warning""#,
      #""ruleId":"unlisted","level":"note""#,
      #""partialFingerprints":{"stet/v1":"00000000000000a0"}"#,
      #""columnKind":"utf16CodeUnits""#,
      #""defaultConfiguration":{"enabled":false,"level":"error"}"#,
      #""deprecatedIds":["repeated-word"]"#,
    ]
    #expect(expected.filter { !text.contains($0) } == [])
    #expect(!text.contains("clean.txt"))
    let log = try #require(try parsed(Self.log(Self.files)) as? [String: Any])
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { ($0["fixes"] as? [Any])?.count ?? 0 } == [1, 0, 1, 1, 0, 0])
  }

  @Test func twoRunsAreEqualToTheByteAndLayoutChangesBlanksOnly() throws {
    #expect(Self.log(Self.files) == Self.log(Self.files))
    let compact = try parsed(Self.log(Self.files)) as? NSDictionary
    #expect(compact == (try parsed(Self.log(Self.files, layout: .indented)) as? NSDictionary))
  }

  @Test(arguments: [
    ("a/b.txt", "a/b.txt"), ("./a.md", "./a.md"), ("/a/b", "file:///a/b"), ("//a", "file:///a"),
    ("c:/x", "c%3A/x"), ("a#b?c", "a%23b%3Fc"), ("日本.md", "%E6%97%A5%E6%9C%AC.md"), ("a+b@c", "a+b@c"),
  ])
  func pathsBecomeURIReferences(path: String, uri: String) {
    #expect(artifactURI(path) == uri)
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("ÿ?>", "w78/Pg=="),
  ])
  func base64IsPadded(text: String, code: String) {
    #expect(base64(Array(text.utf8)) == code)
  }

  @Test(
    .enabled(if: ExternalProgram.sarifSchema != nil, "the SARIF schema does not lie beside the package"),
    .enabled(if: ExternalProgram.hasJSONSchema, "python3 has no module jsonschema"),
    arguments: [0, 1, 3])
  func logsFitTheSchema(files: Int) throws {
    let schema = try #require(ExternalProgram.sarifSchema)
    let check = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1])); log = json.load(open(sys.argv[2]))
      kind = jsonschema.validators.validator_for(schema)
      faults = [e.message for e in kind(schema, format_checker=kind.FORMAT_CHECKER).iter_errors(log)]
      print("\\n".join(faults)); sys.exit(1 if faults else 0)
      """
    try withTemporaryFile(Self.log(Array(Self.files.prefix(files)))) { file in
      let run = try #require(ExternalProgram.run(["python3", "-c", check, schema.path, file.path]))
      #expect(run.status == 0, "\(run.output)")
    }
  }

  @Test(.enabled(if: ExternalProgram.hasSARIFTools, "the program sarif of sarif-tools is not installed"))
  func anotherReaderCountsTheSame() throws {
    try withTemporaryFile(Self.log(Self.files)) { file in
      let run = try #require(ExternalProgram.run(["sarif", "summary", file.path]))
      #expect(run.status == 0)
      for line in ["error: 1", "warning: 3", "note: 2"] {
        #expect(run.output.contains(line), "\(run.output)")
      }
    }
  }
}
