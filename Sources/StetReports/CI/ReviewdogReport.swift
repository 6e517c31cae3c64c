import StetLint
import StetText

/// Reviewdog's `rdjson` (reviewdog, “Reviewdog Diagnostic Format”, `DiagnosticResult`). Lines and columns from 1, columns
/// in bytes of UTF-8. A fix of several edits is left out: a suggestion there is one replacement.
package struct ReviewdogReport: DiagnosticReport {
  private let tool: ReportingTool
  private var writer: JSONWriter

  package init(
    tool: ReportingTool, layout: JSONWriter.Layout = .compact, sink: @escaping ([UInt8]) -> Void
  ) {
    self.tool = tool
    writer = JSONWriter(layout: layout, sink: sink)
  }

  package mutating func begin() {
    writer.beginObject()
    writer.object("source") { [tool] in $0.field("name", tool.name) }
    writer.key("diagnostics")
    writer.beginArray()
  }

  package mutating func add(_ file: LintedFile) {
    guard !file.diagnostics.isEmpty else { return }
    let place = ReviewdogPlace(path: pathBelowFolder(file.path), positions: PositionTable(file))
    for diagnostic in file.diagnostics { writer.reviewdogDiagnostic(diagnostic, place) }
  }

  package mutating func end() {
    writer.endArray()
    writer.endObject()
    writer.finish()
  }
}

private struct ReviewdogPlace {
  var path: String
  var positions: PositionTable
}

extension JSONWriter {
  fileprivate mutating func reviewdogDiagnostic(_ diagnostic: Diagnostic, _ place: ReviewdogPlace) {
    object {
      $0.field("message", diagnostic.message)
      $0.reviewdogLocation(diagnostic.range, place)
      $0.field("severity", diagnostic.severity == .note ? "INFO" : diagnostic.severity.rawValue.uppercased())
      $0.object("code") { $0.field("value", diagnostic.rule) }
      let edits = diagnostic.fixes.filter { $0.edits.count == 1 }.flatMap(\.edits)
      if !edits.isEmpty {
        $0.array("suggestions", edits) { writer, edit in
          writer.object {
            $0.reviewdogRange(edit.range, place)
            $0.field("text", edit.replacement)
          }
        }
      }
      if !diagnostic.related.isEmpty {
        $0.array("related_locations", diagnostic.related) { writer, related in
          writer.object {
            $0.field("message", related.message)
            $0.reviewdogLocation(related.range, place)
          }
        }
      }
    }
  }

  private mutating func reviewdogLocation(_ range: ByteRange, _ place: ReviewdogPlace) {
    object("location") {
      $0.field("path", place.path)
      $0.reviewdogRange(range, place)
    }
  }

  private mutating func reviewdogRange(_ range: ByteRange, _ place: ReviewdogPlace) {
    object("range") {
      $0.reviewdogPosition("start", place.positions[range.lower])
      $0.reviewdogPosition("end", place.positions[range.upper])
    }
  }

  private mutating func reviewdogPosition(_ name: StaticString, _ position: ReportedPosition) {
    object(name) {
      $0.field("line", position.line)
      $0.field("column", position.utf8Column)
    }
  }
}
