import StetLint

/// One JSON object a line: a finding as soon as its file is done, the summary at the end. Its form is told in this
/// target's README.
package struct NDJSONReport: DiagnosticReport {
  private let tool: ReportingTool
  private var writer: JSONWriter
  private var counts = DiagnosticCounts()

  package init(tool: ReportingTool, sink: @escaping ([UInt8]) -> Void) {
    self.tool = tool
    writer = JSONWriter(layout: .compact, sink: sink)
  }

  package mutating func begin() {}

  package mutating func add(_ file: LintedFile) {
    counts.add(file)
    guard !file.diagnostics.isEmpty else { return }
    let positions = PositionTable(file)
    for diagnostic in file.diagnostics {
      writer.object {
        $0.field("kind", "finding")
        $0.field("path", file.path)
        $0.members(of: diagnostic, positions)
      }
      writer.endLine()
    }
    writer.flush()
  }

  package mutating func end() {
    writer.object { [tool, counts] in
      $0.field("kind", "summary")
      $0.field("version", JSONReport.formatVersion)
      $0.object("tool") {
        $0.field("name", tool.name)
        $0.field("version", tool.version)
      }
      $0.members(of: counts)
    }
    writer.finish()
  }
}
