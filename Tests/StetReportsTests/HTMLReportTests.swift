import Foundation
import StetDocument
import StetLint
import StetText
import Testing

@testable import StetReports

@Suite struct HTMLReportTests {
  static func page(_ files: [LintedFile]) -> String {
    let bytes = written(files) {
      HTMLReport(tool: ReportingTool(version: "0.3.0"), rules: Sample.rules, sink: $0)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What stands in the script element of that id.
  static func data(_ id: String, in page: String) throws -> [String: Any] {
    let start = try #require(page.range(of: "<script type=\"application/json\" id=\"\(id)\">"))
    let end = try #require(page.range(of: "</script>", range: start.upperBound..<page.endIndex))
    return try #require(try parsed(Array(page[start.upperBound..<end.lowerBound].utf8)) as? [String: Any])
  }

  @Test func dataIsWhatTheReadmeSays() throws {
    let page = Self.page([Sample.article.file, Sample("Clean.", path: "clean.txt").file])
    let run = try Self.data("stet-run", in: page)
    #expect(
      (run["summary"] as? [String: Int]) == ["files": 2, "errors": 1, "warnings": 1, "notes": 1, "known": 0])
    #expect((run["files"] as? [[String: Any]])?.map { $0["path"] as? String } == ["news/mali.txt"])
    #expect(
      Set((run["rules"] as? [String: Any] ?? [:]).keys) == ["confused-demonym", "doubled-word", "vague-army"])
    let file = try Self.data("stet-file-0", in: page)
    let findings = try #require(file["findings"] as? [[String: Any]])
    #expect(findings.map { $0["at"] as? [[Int]] } == [[[1, 4, 12]], [[1, 13, 17]], [[1, 24, 31]]])
    let related = try #require((findings[0]["related"] as? [[String: Any]])?.first)
    #expect(related["at"] as? [[Int]] == [[0, 0, 6]])
    #expect(!page.contains("stet-file-1"))
  }

  @Test func noTextLeavesItsScriptElement() throws {
    var sample = Sample("A </script><script>alert(1)</script> <!-- and the the end.", path: "a&b<c>.txt")
    sample.mark(sample.range("the the"), message: "</script>")
    let page = Self.page([sample.file])
    // Three elements of the frame: the file, the run, the program.
    #expect(page.components(separatedBy: "</script>").count == 4)
    #expect(!page.contains("alert(1)</"))
    let file = try Self.data("stet-file-0", in: page)
    #expect(file["path"] as? String == "a&b<c>.txt")
  }

  @Test func thePolicyNamesTheStyleAndTheScript() throws {
    let page = Self.page([Sample.article.file])
    for (open, close, name) in [
      ("<style>", "</style>", "style-src"), ("<script>", "</script>", "script-src"),
    ] {
      let start = try #require(page.range(of: open))
      let end = try #require(page.range(of: close, range: start.upperBound..<page.endIndex))
      let hash = base64(sha256(Array(page[start.upperBound..<end.lowerBound].utf8)))
      #expect(page.contains("\(name) 'sha256-\(hash)'"))
    }
    #expect(!page.contains("{{"))
    // No address and no handler in the markup itself.
    #expect(page.range(of: "(https?:)?//[a-z]|\\son[a-z]+=\"", options: .regularExpression) == nil)
  }

  /// FIPS 180-4's own examples, and lengths around the end of a block.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (String(repeating: "a", count: 64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
  ])
  func sha256IsTheStandards(text: String, hash: String) {
    #expect(sha256(Array(text.utf8)).map { String(format: "%02x", $0) }.joined() == hash)
  }
}
