/// What `stet words` prints: words that no dictionary knows, the most frequent first.
package struct UnknownWordTable: Sendable {
  package struct Row: Sendable {
    package var word: String
    package var count: Int
    package var files: Int
    package var path: String
    /// Both 1-based; columns count Unicode scalars.
    package var line: Int
    package var column: Int
    package var suggestion: String?

    package init(
      word: String, count: Int, files: Int, path: String, line: Int, column: Int, suggestion: String?
    ) {
      self.word = word
      self.count = count
      self.files = files
      self.path = path
      self.line = line
      self.column = column
      self.suggestion = suggestion
    }
  }

  private let rows: [Row]

  package init(_ rows: [Row]) {
    self.rows = rows
  }

  package func plain() -> String {
    guard !rows.isEmpty else { return "no unknown words\n" }
    let head = ["count", "files", "word", "first place", "perhaps"]
    let cells = rows.map { row in
      [
        String(row.count), String(row.files), row.word, "\(row.path):\(row.line):\(row.column)",
        row.suggestion ?? "",
      ]
    }
    let widths = head.indices.map { column in ([head] + cells).map { Self.width($0[column]) }.max() ?? 0 }
    return ([head] + cells).map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let blanks = String(repeating: " ", count: widths[column] - Self.width(cell))
        line += column < 2 ? blanks + cell + "  " : cell + blanks + "  "
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  /// A JSON object with one array, so that more can be said later.
  package func json() -> [UInt8] {
    var bytes: [UInt8] = []
    var writer = JSONWriter(layout: .indented) { bytes += $0 }
    writer.object { writer in
      writer.array("words", rows) { writer, row in
        writer.object {
          $0.field("word", row.word)
          $0.field("count", row.count)
          $0.field("files", row.files)
          $0.object("first") {
            $0.field("path", row.path)
            $0.field("line", row.line)
            $0.field("column", row.column)
          }
          if let suggestion = row.suggestion { $0.field("suggestion", suggestion) }
        }
      }
    }
    writer.finish()
    return bytes
  }

  /// A house dictionary by the alphabet. What looks like a slip stands there as a comment.
  package func dictionary() -> String {
    let sorted = rows.sorted { ($0.word.lowercased(), $0.word) < ($1.word.lowercased(), $1.word) }
    return sorted.map { row in
      let word = row.word.replacing("/", with: "\\/")
      return (row.suggestion.map { "# \(word): perhaps \($0)" } ?? word) + "\n"
    }.joined()
  }

  private static func width(_ text: String) -> Int { text.unicodeScalars.count }
}
