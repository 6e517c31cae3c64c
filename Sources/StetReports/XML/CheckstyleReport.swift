import StetLint
import StetText

/// The XML report of Checkstyle, which many review tools read. A column counts Unicode scalar values from 1.
package struct CheckstyleReport: DiagnosticReport {
  private var writer = XMLWriter()
  private let sink: ([UInt8]) -> Void

  package init(sink: @escaping ([UInt8]) -> Void) {
    self.sink = sink
  }

  package mutating func begin() {
    writer.declaration()
    // The version of Checkstyle whose form this is: readers look at it.
    writer.begin("checkstyle", ["version": "4.3"])
  }

  package mutating func add(_ file: LintedFile) {
    guard !file.diagnostics.isEmpty else { return }
    let positions = PositionTable(file)
    writer.element("file", ["name": file.path]) { writer in
      for diagnostic in file.diagnostics {
        let start = positions[diagnostic.range.lower]
        writer.element(
          "error",
          [
            "line": "\(start.line)", "column": "\(start.scalarColumn)",
            "severity": diagnostic.severity == .note ? "info" : diagnostic.severity.rawValue,
            "message": diagnostic.message, "source": "stet.\(diagnostic.rule)",
          ])
      }
    }
    sink(writer.take())
  }

  package mutating func end() {
    writer.end()
    sink(writer.take())
  }
}
