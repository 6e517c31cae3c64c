import StetLint
import StetText

/// One line a finding, in the form of compilers (`file:line:column: severity: message [rule]`), which editors and other
/// programs jump by. Nothing else is written, not even a summary.
package struct CompactReport: DiagnosticReport {
  private let ink: Ink
  private let showNotes: Bool
  private let sink: ([UInt8]) -> Void

  package init(
    style: TextReport.Style = .plain, showNotes: Bool = false, sink: @escaping ([UInt8]) -> Void
  ) {
    ink = Ink(style: style)
    self.showNotes = showNotes
    self.sink = sink
  }

  package mutating func begin() {}

  package mutating func add(_ file: LintedFile) {
    let shown = file.diagnostics.filter { showNotes || file.showsNotes || $0.severity > .note }
    guard !shown.isEmpty else { return }
    let positions = PositionTable(file)
    let path = visible(file.path)
    var lines = ""
    for diagnostic in shown {
      let start = positions[diagnostic.range.lower]
      lines += ink.bold("\(path):\(start.line):\(start.scalarColumn)") + ": "
      lines += ink.severity(diagnostic.severity.rawValue + ":", diagnostic.severity)
      lines += " \(visible(diagnostic.message)) " + ink.faint("[\(diagnostic.rule)]") + "\n"
    }
    sink(Array(lines.utf8))
  }

  package mutating func end() {}
}
