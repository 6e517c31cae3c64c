import StetLint

/// How often each rule found something, and in how many files: the first look at a site. Notes count here.
package struct SummaryReport: DiagnosticReport {
  private let ink: Ink
  private let sink: ([UInt8]) -> Void
  private var counts = DiagnosticCounts()
  private var rows: [Row.Key: Row] = [:]

  private struct Row {
    struct Key: Hashable {
      var rule: String
      var severity: Severity
    }
    var findings = 0
    var files = 0
  }

  package init(style: TextReport.Style = .plain, sink: @escaping ([UInt8]) -> Void) {
    ink = Ink(style: style)
    self.sink = sink
  }

  package mutating func begin() {}

  package mutating func add(_ file: LintedFile) {
    counts.add(file)
    var met: Set<Row.Key> = []
    for diagnostic in file.diagnostics {
      let key = Row.Key(rule: diagnostic.rule, severity: diagnostic.severity)
      rows[key, default: Row()].findings += 1
      if met.insert(key).inserted { rows[key, default: Row()].files += 1 }
    }
  }

  package mutating func end() {
    let sorted = rows.sorted { a, b in
      if a.key.severity != b.key.severity { return a.key.severity > b.key.severity }
      return a.value.findings != b.value.findings
        ? a.value.findings > b.value.findings : a.key.rule < b.key.rule
    }
    var text = ""
    if !sorted.isEmpty {
      let width = max(4, sorted.map { $0.key.rule.utf8.count }.max() ?? 0)
      text += "findings   files  severity  rule\n"
      for (key, row) in sorted {
        text += right(row.findings, 8) + right(row.files, 8) + "  "
        text += ink.severity(key.severity.rawValue, key.severity)
        text += String(repeating: " ", count: 10 - key.severity.rawValue.utf8.count) + key.rule + "\n"
      }
      text += String(repeating: "─", count: 28 + width) + "\n"
    }
    let parts = [(counts.errors, "error"), (counts.warnings, "warning"), (counts.notes, "note")]
      .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    text += parts.joined(separator: ", ") + " in \(counts.files) file\(counts.files == 1 ? "" : "s")"
    if counts.known > 0 { text += "; \(counts.known) of the baseline not counted" }
    sink(Array((text + "\n").utf8))
  }

  private func right(_ number: Int, _ width: Int) -> String {
    let text = "\(number)"
    return String(repeating: " ", count: max(0, width - text.utf8.count)) + text
  }
}
