import StetLint
import StetText

/// JUnit's XML report as build servers read it: a file is a suite, a finding that counts for the exit status a failed
/// case. Lighter findings are told in the suite's output. A file without failures has one case, which passes.
///
/// The counts stand at the head, so the suites are kept until the end.
package struct JUnitReport: DiagnosticReport {
  private let tool: ReportingTool
  private let threshold: Severity?
  private let sink: ([UInt8]) -> Void
  private var suites: [Suite] = []

  private struct Suite {
    var path: String
    var failures: [Case]
    var others: [Case]
    var tests: Int { max(1, failures.count) }
  }

  private struct Case {
    var diagnostic: Diagnostic
    var start: ReportedPosition
    var line: String {
      "\(start.line):\(start.scalarColumn): \(diagnostic.severity.rawValue): \(diagnostic.message) "
        + "[\(diagnostic.rule)]"
    }
  }

  /// - Parameter threshold: the lowest severity that is a failure; nil: none is.
  package init(tool: ReportingTool, threshold: Severity?, sink: @escaping ([UInt8]) -> Void) {
    self.tool = tool
    self.threshold = threshold
    self.sink = sink
  }

  package mutating func begin() {}

  package mutating func add(_ file: LintedFile) {
    var suite = Suite(path: pathBelowFolder(file.path), failures: [], others: [])
    let positions = file.diagnostics.isEmpty ? nil : PositionTable(file)
    for diagnostic in file.diagnostics {
      guard let start = positions?[diagnostic.range.lower] else { continue }
      let found = Case(diagnostic: diagnostic, start: start)
      if let threshold, diagnostic.severity >= threshold {
        suite.failures.append(found)
      } else {
        suite.others.append(found)
      }
    }
    suites.append(suite)
  }

  package mutating func end() {
    var writer = XMLWriter()
    writer.declaration()
    let tests = suites.reduce(0) { $0 + $1.tests }
    let failures = suites.reduce(0) { $0 + $1.failures.count }
    writer.element(
      "testsuites",
      ["name": tool.name, "tests": "\(tests)", "failures": "\(failures)", "errors": "0"]
    ) { writer in
      for suite in suites { write(suite, to: &writer) }
    }
    sink(writer.take())
  }

  private func write(_ suite: Suite, to writer: inout XMLWriter) {
    writer.element(
      "testsuite",
      [
        "name": suite.path, "tests": "\(suite.tests)", "failures": "\(suite.failures.count)", "errors": "0",
        "skipped": "0",
      ]
    ) { writer in
      if suite.failures.isEmpty {
        writer.element("testcase", ["name": suite.path, "classname": suite.path, "file": suite.path])
      }
      for found in suite.failures {
        let place = "\(found.start.line):\(found.start.scalarColumn)"
        writer.element(
          "testcase",
          [
            "name": "\(found.diagnostic.rule) (\(place))", "classname": suite.path, "file": suite.path,
            "line": "\(found.start.line)",
          ]
        ) { writer in
          writer.element(
            "failure", ["type": found.diagnostic.rule, "message": found.diagnostic.message]
          ) { $0.text("\(suite.path):\(found.line)") }
        }
      }
      if !suite.others.isEmpty {
        writer.element("system-out") { $0.text(suite.others.map(\.line).joined(separator: "\n")) }
      }
    }
  }
}
