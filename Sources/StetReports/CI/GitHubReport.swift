import StetLint
import StetText

/// Workflow commands of GitHub Actions (docs.github.com, “Workflow commands for GitHub Actions”), which become
/// annotations of the changed files.
///
/// GitHub shows ten of each kind for a step; all are written, since its log shows them too, and a last line says so.
/// Columns count UTF-16 code units and are given only where a finding ends in the line in which it starts.
package struct GitHubReport: DiagnosticReport {
  /// Annotations of one kind that GitHub shows for a step.
  private static let shown = 10

  private let sink: ([UInt8]) -> Void
  private var counts = DiagnosticCounts()

  package init(sink: @escaping ([UInt8]) -> Void) {
    self.sink = sink
  }

  package mutating func begin() {}

  package mutating func add(_ file: LintedFile) {
    counts.add(file)
    guard !file.diagnostics.isEmpty else { return }
    let positions = PositionTable(file)
    let path = Self.property(pathBelowFolder(file.path))
    var lines = ""
    for diagnostic in file.diagnostics {
      let start = positions[diagnostic.range.lower]
      let end = positions[diagnostic.range.upper]
      lines += "::\(diagnostic.severity.command) file=\(path),line=\(start.line),endLine=\(end.line)"
      if start.line == end.line { lines += ",col=\(start.utf16Column),endColumn=\(end.utf16Column)" }
      lines += ",title=\(Self.property("stet (\(diagnostic.rule))"))::\(Self.data(diagnostic.message))\n"
    }
    sink(Array(lines.utf8))
  }

  package mutating func end() {
    let most = max(counts.errors, counts.warnings, counts.notes)
    guard most > Self.shown else { return }
    let line =
      "stet: \(counts.errors) errors, \(counts.warnings) warnings, \(counts.notes) notices; "
      + "GitHub marks the first \(Self.shown) of each beside the text.\n"
    sink(Array(line.utf8))
  }

  /// A message: what would end the command or be taken for an escape is escaped.
  static func data(_ text: String) -> String { escaped(text, also: "") }

  static func property(_ text: String) -> String { escaped(text, also: ":,") }

  private static func escaped(_ text: String, also: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if scalar == "%" || scalar == "\r" || scalar == "\n" || also.unicodeScalars.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension Severity {
  fileprivate var command: String { self == .note ? "notice" : rawValue }
}
