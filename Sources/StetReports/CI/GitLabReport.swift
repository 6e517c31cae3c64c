import StetLint
import StetText

/// GitLab's code quality report (docs.gitlab.com, “Code Quality”, “Code Quality report format”): a JSON array.
///
/// Severities are `major`, `minor` and `info`. GitLab wants fingerprints that differ over the whole report, so the
/// path goes into them.
package struct GitLabReport: DiagnosticReport {
  private var writer: JSONWriter

  package init(layout: JSONWriter.Layout = .compact, sink: @escaping ([UInt8]) -> Void) {
    writer = JSONWriter(layout: layout, sink: sink)
  }

  package mutating func begin() { writer.beginArray() }

  package mutating func add(_ file: LintedFile) {
    guard !file.diagnostics.isEmpty else { return }
    let positions = PositionTable(file)
    let path = pathBelowFolder(file.path)
    for diagnostic in file.diagnostics {
      let start = positions[diagnostic.range.lower]
      let end = positions[diagnostic.range.upper]
      writer.object {
        $0.field("description", diagnostic.message)
        $0.field("check_name", diagnostic.rule)
        $0.field("fingerprint", Self.fingerprint(path, diagnostic))
        $0.field("severity", diagnostic.severity.inGitLab)
        $0.object("location") {
          $0.field("path", path)
          $0.object("positions") {
            $0.object("begin") {
              $0.field("line", start.line)
              $0.field("column", start.scalarColumn)
            }
            $0.object("end") {
              $0.field("line", end.line)
              $0.field("column", end.scalarColumn)
            }
          }
        }
      }
    }
  }

  package mutating func end() {
    writer.endArray()
    writer.finish()
  }

  private static func fingerprint(_ path: String, _ diagnostic: Diagnostic) -> String {
    var hash = FNV1a()
    hash.add(contentsOf: path.utf8)
    hash.add(UInt8(0))
    hash.add(contentsOf: diagnostic.rule.utf8)
    hash.add(UInt8(0))
    hash.add(contentsOf: diagnostic.fingerprint.utf8)
    return hash.hexadecimal
  }
}

extension Severity {
  fileprivate var inGitLab: String {
    switch self {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
