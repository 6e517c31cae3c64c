import StetLint
import StetText

/// Writes the report for programs; its form is told in this target's README.
package struct JSONReport: DiagnosticReport {
  /// Raised when a member changes its meaning or goes; new members do not raise it.
  package static let formatVersion = 1

  private let tool: ReportingTool
  private var writer: JSONWriter
  private var counts = DiagnosticCounts()

  package init(
    tool: ReportingTool, layout: JSONWriter.Layout = .compact, sink: @escaping ([UInt8]) -> Void
  ) {
    self.tool = tool
    writer = JSONWriter(layout: layout, sink: sink)
  }

  package mutating func begin() {
    writer.beginObject()
    writer.field("version", Self.formatVersion)
    writer.object("tool") { [tool] in
      $0.field("name", tool.name)
      $0.field("version", tool.version)
    }
    writer.key("files")
    writer.beginArray()
  }

  package mutating func add(_ file: LintedFile) {
    counts.add(file)
    writer.object {
      $0.field("path", file.path)
      $0.diagnostics(of: file)
    }
  }

  package mutating func end() {
    writer.endArray()
    writer.object("summary") { [counts] in $0.members(of: counts) }
    writer.endObject()
    writer.finish()
  }
}

extension JSONWriter {
  mutating func diagnostics(of file: LintedFile) {
    let positions = file.diagnostics.isEmpty ? nil : PositionTable(file)
    array("diagnostics", file.diagnostics) { writer, diagnostic in
      guard let positions else { return }
      writer.object { $0.members(of: diagnostic, positions) }
    }
  }

  mutating func members(of counts: DiagnosticCounts) {
    field("files", counts.files)
    field("errors", counts.errors)
    field("warnings", counts.warnings)
    field("notes", counts.notes)
    field("known", counts.known)
  }

  mutating func members(of diagnostic: Diagnostic, _ positions: PositionTable) {
    field("rule", diagnostic.rule)
    field("severity", diagnostic.severity.rawValue)
    field("message", diagnostic.message)
    place(diagnostic.range, positions)
    array("related", diagnostic.related) { writer, related in
      writer.object {
        $0.field("message", related.message)
        $0.place(related.range, positions)
      }
    }
    array("fixes", diagnostic.fixes) { writer, fix in
      writer.object {
        $0.field("title", fix.title)
        $0.field("applicability", fix.applicability.rawValue)
        $0.array("edits", fix.edits) { writer, edit in
          writer.object {
            $0.bytes(edit.range)
            $0.field("replacement", edit.replacement)
          }
        }
      }
    }
    field("fingerprint", diagnostic.fingerprint)
  }
}
