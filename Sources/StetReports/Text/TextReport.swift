import StetLint
import StetText

/// The report for people: each diagnostic with its line, carets under the words, the places it speaks of and
/// its fixes.
///
/// Lines and columns count from 1; a column counts Unicode scalar values, a byte order mark not counted.
/// Whatever comes from the user's files is drawn by `cells`, so no text can steer the terminal.
package struct TextReport: DiagnosticReport {
  package enum Style: Sendable {
    case plain
    /// With ANSI escape sequences (ECMA-48, select graphic rendition).
    case colour
  }

  private let style: Style
  private let showNotes: Bool
  /// Columns of the terminal.
  private let width: Int
  private let wraps: Bool
  private let showSummary: Bool
  private let sink: ([UInt8]) -> Void
  private var shown = DiagnosticCounts()
  private var files = 0
  private var filesWithFindings = 0
  private var hiddenNotes = 0
  private var known = 0

  /// - Parameters:
  ///   - width: columns for excerpts.
  ///   - wraps: whether messages are broken there too. A program that reads lines wants them whole.
  package init(
    style: Style = .plain, showNotes: Bool = false, width: Int = 100, wraps: Bool = false,
    showSummary: Bool = true, sink: @escaping ([UInt8]) -> Void
  ) {
    self.wraps = wraps
    self.showSummary = showSummary
    self.style = style
    self.showNotes = showNotes
    self.width = width
    self.sink = sink
  }

  package mutating func begin() {}

  package mutating func add(_ file: LintedFile) {
    files += 1
    known += file.known
    var file = file
    if !showNotes, !file.showsNotes {
      let all = file.diagnostics.count
      file.diagnostics.removeAll { $0.severity == .note }
      hiddenNotes += all - file.diagnostics.count
    }
    guard !file.diagnostics.isEmpty else { return }
    filesWithFindings += 1
    shown.add(file)
    var text = TextPage(file, style: style, width: width, wraps: wraps)
    for diagnostic in file.diagnostics { text.add(diagnostic) }
    sink(Array(text.lines.utf8))
  }

  package mutating func end() {
    if showSummary { sink(Array((summary + "\n").utf8)) }
  }

  private var notesText: String {
    hiddenNotes == 0
      ? "" : "; \(counted(hiddenNotes, "note")) not shown: --notes shows \(hiddenNotes == 1 ? "it" : "them")"
  }

  private var knownText: String {
    known == 0 ? "" : "; \(counted(known, "finding")) of the baseline not shown"
  }

  private var summary: String {
    let hidden = knownText + notesText
    guard filesWithFindings > 0 else {
      let kinds = showNotes ? "errors, warnings or notes" : "errors or warnings"
      return "No \(kinds) in \(counted(files, "file"))\(hidden.isEmpty ? "." : hidden)"
    }
    let parts = [(shown.errors, "error"), (shown.warnings, "warning"), (shown.notes, "note")]
      .filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
    let list =
      parts.count > 1 ? parts.dropLast().joined(separator: ", ") + " and " + parts[parts.count - 1] : parts[0]
    return "\(list) in \(counted(filesWithFindings, "file")) (of \(files))\(hidden)"
  }
}

private func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

/// The lines about one file.
private struct TextPage {
  private static let indent = "    "
  /// Columns of quoted text that a fix shows before it cuts.
  private static let quoteWidth = 60

  private let source: SourceText
  private let path: String
  private let positions: PositionTable
  private let ink: Ink
  private let room: Int
  /// Columns after which lines of words break; nil: never.
  private let wrapWidth: Int?
  var lines = ""

  init(_ file: LintedFile, style: TextReport.Style, width: Int, wraps: Bool) {
    wrapWidth = wraps ? width : nil
    source = file.source
    path = visible(file.path)
    positions = PositionTable(file)
    ink = Ink(style: style)
    room = width - Self.indent.utf8.count
  }

  mutating func add(_ diagnostic: Diagnostic) {
    let severity = diagnostic.severity
    let head = place(diagnostic.range) + ":"
    let rule = "[\(diagnostic.rule)]"
    addWords(
      [(head, ink.bold(head)), (severity.rawValue + ":", ink.severity(severity.rawValue + ":", severity))]
        + words(diagnostic.message) + [(rule, ink.faint(rule))])
    addExcerpt(diagnostic.range, severity, indent: Self.indent)
    for related in diagnostic.related {
      let head = "  " + place(related.range) + ":"
      addWords([(head, head), ("note:", ink.severity("note:", .note))] + words(related.message))
      addExcerpt(related.range, .note, indent: Self.indent)
    }
    var label = "fix:"
    for fix in diagnostic.fixes where !fix.edits.isEmpty {
      lines += "  " + ink.fix(label) + " \(description(fix))\n"
      label = " or:"
    }
    lines += "\n"
  }

  private func words(_ message: String) -> [(plain: String, drawn: String)] {
    visible(message).split(separator: " ", omittingEmptySubsequences: false).map { (String($0), String($0)) }
  }

  /// One line, or several with all but the first indented.
  private mutating func addWords(_ words: [(plain: String, drawn: String)]) {
    var column = 0
    for (index, word) in words.enumerated() {
      let length = wrapWidth == nil ? 0 : columns(word.plain)
      if index > 0, let wrapWidth, column + 1 + length > wrapWidth, column > Self.indent.utf8.count {
        lines += "\n" + Self.indent
        column = Self.indent.utf8.count
      } else if index > 0 {
        lines += " "
        column += 1
      }
      lines += word.drawn
      column += length
    }
    lines += "\n"
  }

  private func place(_ range: ByteRange) -> String {
    let start = positions[range.lower]
    return "\(path):\(start.line):\(start.scalarColumn)"
  }

  private mutating func addExcerpt(_ range: ByteRange, _ severity: Severity, indent: String) {
    let excerpt = Excerpt(range, in: source, positions.lines, room: room)
    lines += (indent + excerpt.line).trimmingBlanks + "\n"
    let blanks = excerpt.carets.prefix { $0 == " " }
    lines += indent + blanks + ink.severity(String(excerpt.carets.dropFirst(blanks.count)), severity) + "\n"
  }

  /// What a fix does, in one line; a fix of several edits is told by its title.
  private func description(_ fix: Fix) -> String {
    guard fix.edits.count == 1, let edit = fix.edits.first else { return visible(fix.title) }
    if edit.range.isEmpty { return "insert \(quoted(edit.replacement))" }
    let old = quoted(source.string(edit.range))
    return edit.replacement.isEmpty
      ? "delete \(old)" : "replace \(old) with \(quoted(edit.replacement))"
  }

  private func quoted(_ text: String) -> String {
    var drawn = ""
    var width = 0
    for cell in cells(Array(text.utf8)[...]) {
      width += cell.width
      if width > Self.quoteWidth { return "“\(drawn)…”" }
      drawn += cell.isTab ? "\u{2409}" : cell.text
    }
    return "“\(drawn)”"
  }
}

extension String {
  /// Without blanks at the end.
  fileprivate var trimmingBlanks: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
