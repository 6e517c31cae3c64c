/// The table of layers in Sources/README.md.
struct LayerTable {
  struct Row {
    /// nil: outside the layers, may import anything.
    var layer: Int?
    var target: String
    var imports: Set<String>
  }

  var rows: [Row] = []

  /// Reads the rows whose second cell is one name in backquotes.
  init(markdown: String) {
    for line in markdown.split(separator: "\n") where line.hasPrefix("|") {
      let cells = line.split(separator: "|").map(Self.trimmed)
      guard cells.count == 4, let target = Self.names(cells[1]).first, cells[1] == "`\(target)`" else {
        continue
      }
      guard Int(cells[0]) != nil || cells[0] == "–" else { continue }
      rows.append(Row(layer: Int(cells[0]), target: target, imports: Set(Self.names(cells[3]))))
    }
  }

  func row(_ target: String) -> Row? { rows.first { $0.target == target } }

  private static func trimmed(_ cell: Substring) -> String {
    String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// What stands in backquotes.
  private static func names(_ cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}

/// The module that a line imports, if it is an import line: `import M`, `@preconcurrency import M`,
/// `package import struct M.T`.
func importedModule(_ line: Substring) -> String? {
  var words = line.split(separator: " ")[...]
  while let word = words.first, word.hasPrefix("@") || ["package", "internal", "private"].contains(word) {
    words.removeFirst()
  }
  guard words.popFirst() == "import", let first = words.first else { return nil }
  let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
  let path = kinds.contains(first) ? words.dropFirst().first : first
  let module = path?.split(separator: ".").first.map(String.init)
  // The C library has a name of its own on each system.
  return module == "Darwin" || module == "Musl" ? "Glibc" : module
}

/// A line without its comment; `//` inside a string ends it too, which can only hide, never invent.
func code(_ line: Substring) -> Substring {
  var previous: Character = " "
  for index in line.indices {
    if line[index] == "/", previous == "/" { return line[..<line.index(before: index)] }
    previous = line[index]
  }
  return line
}
