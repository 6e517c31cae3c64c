import CStetPage
import StetDocument
import StetLint
import StetText

/// One self-contained page: each article as it would be printed, its findings beside it. It asks nothing of the network.
///
/// The page draws what it finds in `script` elements of JSON; their form is told in this target's README. A file's element
/// is written as soon as it is done, and parsed only when a reader opens it, so pages of thousands of files stay light.
package struct HTMLReport: DiagnosticReport {
  private let tool: ReportingTool
  private let rules: [String: DescribedRule]
  private let sink: ([UInt8]) -> Void
  private let page: [[UInt8]]
  private var index: [Entry] = []
  private var counts = DiagnosticCounts()
  private var met: Set<String> = []

  /// A file with findings, as the list of files shows it.
  private struct Entry {
    var path: String
    var counts: DiagnosticCounts
    var rules: [String]
  }

  package init(tool: ReportingTool, rules: [DescribedRule], sink: @escaping ([UInt8]) -> Void) {
    self.tool = tool
    self.rules = Dictionary(rules.map { ($0.metadata.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.sink = sink
    let template = PageTemplate(
      frame: stet_report_frame, style: stet_report_style, script: stet_report_script)
    page = template.parts(["policy": Array(template.policy.utf8)])
    precondition(page.count == 2, "the frame of the report has one place for data")
  }

  package mutating func begin() { sink(page[0]) }

  package mutating func add(_ file: LintedFile) {
    counts.add(file)
    guard !file.diagnostics.isEmpty else { return }
    var own = DiagnosticCounts()
    own.add(file)
    let found = Set(file.diagnostics.map(\.rule))
    met.formUnion(found)
    index.append(Entry(path: file.path, counts: own, rules: found.sorted()))
    element("stet-file-\(index.count - 1)") { $0.printedFile(file) }
  }

  package mutating func end() {
    element("stet-run") { [self] in writeRun(to: &$0) }
    sink(page[1])
  }

  private func element(_ id: String, _ body: (inout JSONWriter) -> Void) {
    var bytes = Array("<script type=\"application/json\" id=\"\(id)\">".utf8)
    var writer = JSONWriter(escapes: .markup) { bytes += $0 }
    body(&writer)
    writer.finish()
    bytes += Array("</script>\n".utf8)
    sink(bytes)
  }

  private func writeRun(to writer: inout JSONWriter) {
    writer.object {
      $0.field("version", 1)
      $0.object("tool") { [tool] in
        $0.field("name", tool.name)
        $0.field("version", tool.version)
      }
      $0.object("summary") { $0.members(of: counts) }
      $0.key("rules")
      $0.reasons(of: met.compactMap { rules[$0] })
      $0.array("files", index) { writer, entry in
        writer.object {
          $0.field("path", entry.path)
          $0.field("errors", entry.counts.errors)
          $0.field("warnings", entry.counts.warnings)
          $0.field("notes", entry.counts.notes)
          $0.array("rules", entry.rules) { $0.string($1) }
        }
      }
    }
  }
}
