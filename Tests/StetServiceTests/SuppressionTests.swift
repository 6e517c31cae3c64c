import StetLint
import StetService
import StetText
import Testing

/// Comments in a text, from its bytes to what is left of its findings.
@Suite struct SuppressionTests {
  private let worker: Worker

  init() throws { worker = Worker(try Engine()) }

  /// Each `the the` is on a line of its own; the list says which lines are still reported.
  @Test(arguments: [
    ("a the the\n\nb the the\n", [1, 3]),
    ("<!-- stet doubled-word -->\na the the\n\nb the the\n", [4]),
    ("<!-- stet doubled-word -->\n\na the the\n\nb the the\n", [5]),
    ("<!-- stet mojibake -->\na the the\n", [2]),
    ("<!-- stet mojibake doubled-word -->\na the the\n", []),
    ("<!-- stet -->\na the the\n", [2]),
    ("# H\n\n<!-- stet:off doubled-word -->\na the the\n\nb the the\n", []),
    ("<!-- stet:off doubled-word -->\n\na the the\n\n<!-- stet:on doubled-word -->\n\nb the the\n", [7]),
    ("- a the the\n\n<!-- stet doubled-word -->\n\n- b the the\n- c the the\n", [1, 6]),
    ("---\ntitle: t the the\n---\n\n<!-- stet doubled-word -->\na the the\n", [2]),
  ])
  func commentsExcuseWhatTheySay(_ markdown: String, _ lines: [Int]) {
    let file = worker.lint(SourceText(markdown), path: "a.md")
    let found = file.diagnostics.filter { $0.rule == "doubled-word" }.map { diagnostic in
      file.source.bytes[..<diagnostic.range.lower].count { $0 == 0x0A } + 1
    }
    #expect(found == lines)
  }

  /// Plain text has no comments.
  @Test func plainTextHasNone() {
    let file = worker.lint(SourceText("<!-- stet doubled-word -->\n\na the the\n"), path: "a.txt")
    #expect(file.diagnostics.contains { $0.rule == "doubled-word" })
  }
}
