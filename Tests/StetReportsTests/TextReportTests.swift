import StetLint
import StetText
import Testing

@testable import StetReports

@Suite struct TextReportTests {
  @Test func aFileIsTold() {
    let clean = Sample("Clean.", path: "clean.txt").file
    #expect(
      report([Sample.article.file, clean, clean]) == """
        news/mali.txt:3:5: error: “Nigerian” is said of Nigeria, but Niger is meant [confused-demonym]
            The Nigerian army moved the the troops.
                ^^^^^^^^
          news/mali.txt:1:1: note: Niamey, in Niger, is named here
            Niamey 🌍 fell quiet.
            ^^^^^^
          fix: replace “Nigerian” with “Nigerien”

        news/mali.txt:3:25: warning: “the” stands twice [doubled-word]
            The Nigerian army moved the the troops.
                                    ^^^^^^^
          fix: delete “ the”

        1 error and 1 warning in 1 file (of 3); 1 note not shown: --notes shows it

        """)
  }

  @Test func notesAreShownOnRequest() {
    let text = report([Sample.article.file], notes: true)
    #expect(text.contains("news/mali.txt:3:14: note: Say which army [vague-army]\n"))
    #expect(text.hasSuffix("\n\n1 error, 1 warning and 1 note in 1 file (of 1)\n"))
  }

  @Test(
    arguments: [
      ([], 12, false, "No errors or warnings in 12 files.\n"),
      ([], 1, true, "No errors, warnings or notes in 1 file.\n"),
      (
        [.note, .note], 2, false, "No errors or warnings in 2 files; 2 notes not shown: --notes shows them\n"
      ),
      (
        [.error, .error, .warning, .warning, .warning, .note, .note, .note, .note], 12, false,
        "2 errors and 3 warnings in 1 file (of 12); 4 notes not shown: --notes shows them\n"
      ),
      ([.note], 3, true, "1 note in 1 file (of 3)\n"), ([], 0, false, "No errors or warnings in 0 files.\n"),
    ] as [([Severity], Int, Bool, String)])
  func theLastLineCounts(severities: [Severity], files: Int, notes: Bool, line: String) {
    var sample = Sample("word")
    for severity in severities { sample.mark(ByteRange(0, 4), severity) }
    let clean = Array(repeating: Sample("Clean.").file, count: max(0, files - 1))
    let text = report((files > 0 ? [sample.file] : []) + clean, notes: notes)
    #expect(text.split(separator: "\n").last.map { $0 + "\n" } == line)
  }

  @Test func fixesAreToldInOneLineEach() {
    var sample = Sample("a\u{200B}b, cd")
    let invisible = sample.range("\u{200B}")
    func fix(_ title: String, _ edits: (ByteRange, String)...) -> Fix {
      Fix(title: title, edits: edits.map { Edit(range: $0.0, replacement: $0.1) }, applicability: .safe)
    }
    sample.mark(
      invisible, message: "line\nbreak and \u{1B}[31m",
      fixes: [
        fix("", (invisible, "")), fix("", (invisible, "\n")), fix("", (ByteRange(0, 0), "“")),
        fix("Join the words", (invisible, ""), (sample.range(","), ";")), fix("Nothing"),
        fix("", (sample.range("cd"), String(repeating: "long ", count: 30))),
      ])
    #expect(
      report([sample.file]) == """
        news/mali.txt:1:2: warning: line␊break and ␛[31m [confused-demonym]
            a<U+200B>b, cd
             ^^^^^^^^
          fix: delete “<U+200B>”
           or: replace “<U+200B>” with “␊”
           or: insert ““”
           or: Join the words
           or: replace “cd” with “\(String(repeating: "long ", count: 12))…”

        1 warning in 1 file (of 1)

        """)
  }

  @Test func coloursAddNothingButColour() {
    let coloured = report([Sample.article.file], style: .colour, notes: true)
    let parts = coloured.split(separator: "\u{1B}[", omittingEmptySubsequences: false)
    let bare = (parts.first ?? "") + parts.dropFirst().map { $0.drop { $0 != "m" }.dropFirst() }.joined()
    #expect(bare == report([Sample.article.file], notes: true))
    #expect(coloured.contains("\u{1B}[1;31merror:\u{1B}[0m"))
    #expect(!report([Sample.article.file]).contains("\u{1B}"))
  }

  /// In a terminal lines of words break; for programs each stays one.
  @Test(arguments: [TextReport.Style.plain, .colour])
  func messagesBreakWhereTheTerminalEnds(style: TextReport.Style) {
    let bytes = written([Sample.article.file]) {
      TextReport(style: style, width: 40, wraps: true, showSummary: false, sink: $0)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let bare = text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(
      bare.hasPrefix(
        """
        news/mali.txt:3:5: error: “Nigerian” is
            said of Nigeria, but Niger is meant
            [confused-demonym]
            The Nigerian army moved the the tr…
                ^^^^^^^^
          news/mali.txt:1:1: note: Niamey, in
            Niger, is named here

        """))
    // What a fix does stays in one line.
    let long = bare.split(separator: "\n").filter { columns(String($0)) > 40 }
    #expect(long == ["  fix: replace “Nigerian” with “Nigerien”"])
    #expect(!bare.contains(" in 1 file"))
    #expect((bare == text) == (style == .plain))
  }

  private func report(
    _ files: [LintedFile], style: TextReport.Style = .plain, notes: Bool = false
  ) -> String {
    let bytes = written(files) { TextReport(style: style, showNotes: notes, width: 100, sink: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
