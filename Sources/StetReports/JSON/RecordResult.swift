import StetLint

/// What is told of one text of a stream: one JSON object on a line of its own. Its form is told in this target's README.
package enum RecordResult {
  /// Why a line could not be checked.
  package struct Failure: Sendable {
    /// The line of the stream, from 1.
    package var line: Int
    /// In that line, in bytes from 1; nil: it is about the line as a whole.
    package var column: Int?
    package var what: String
    package var nextStep: String

    package init(line: Int, column: Int?, what: String, nextStep: String) {
      self.line = line
      self.column = column
      self.what = what
      self.nextStep = nextStep
    }
  }

  /// - Parameters:
  ///   - id: JSON; given back as it is.
  ///   - path: nil: the record named none.
  package static func line(of file: LintedFile, id: [UInt8], path: String?) -> [UInt8] {
    line(id) {
      if let path { $0.field("path", path) }
      $0.diagnostics(of: file)
    }
  }

  package static func line(of failure: Failure, id: [UInt8]) -> [UInt8] {
    line(id) {
      $0.object("error") {
        $0.field("line", failure.line)
        if let column = failure.column { $0.field("column", column) }
        $0.field("what", failure.what)
        $0.field("nextStep", failure.nextStep)
      }
    }
  }

  private static func line(_ id: [UInt8], _ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var line: [UInt8] = []
    var writer = JSONWriter(layout: .compact) { line += $0 }
    writer.object {
      $0.key("id")
      $0.verbatim(id)
      members(&$0)
    }
    writer.finish()
    return line
  }
}
