import FoundationEssentials
import StetDocument

/// What one program finds in one folder of texts.
struct CorpusFindings {
  struct Finding: Hashable {
    /// Below the corpus.
    var path: String
    var rule: String
    var severity: String
    var message: String
    /// Bytes of the file.
    var start: Int
    var end: Int
    /// 1-based.
    var line: Int
    var fingerprint: String

    /// The same finding in another run: its place may have another name, its message may have changed.
    var identity: [String] { [path, rule, fingerprint] }
  }

  /// In the order of the report: by file, then by place.
  var findings: [Finding] = []
  var files = 0

  /// Runs `stet lint --format json` over a folder.
  /// - Parameters:
  ///   - program: words separated by blanks; a path to the program comes first.
  init(program: String, arguments: [String], corpus: String) throws {
    let output = FileManager.default.temporaryDirectory.appending(
      path: "stet-corpus-\(ProcessInfo.processInfo.processIdentifier).json")
    defer { try? FileManager.default.removeItem(at: output) }
    _ = try ProcessRun(
      [program, "lint", "--format", "json"] + arguments + [corpus], output: output.path)
    let report = try JSONDecoder().decode(Report.self, from: Data(contentsOf: output))
    files = report.files.count
    for file in report.files {
      findings += file.diagnostics.map {
        Finding(
          path: String(file.path.dropFirst(corpus.count).drop { $0 == "/" }), rule: $0.rule,
          severity: $0.severity, message: $0.message, start: $0.range.start,
          end: $0.range.end, line: $0.start.line, fingerprint: $0.fingerprint)
      }
    }
  }

  /// The members of the report that are needed here; see Sources/StetReports/README.md.
  private struct Report: Decodable {
    struct File: Decodable {
      var path: String
      var diagnostics: [Diagnostic]
    }
    struct Diagnostic: Decodable {
      var rule: String
      var severity: String
      var message: String
      var range: Range
      var start: Place
      var fingerprint: String
    }
    struct Range: Decodable {
      var start: Int
      var end: Int
    }
    struct Place: Decodable { var line: Int }

    var files: [File]
  }
}
