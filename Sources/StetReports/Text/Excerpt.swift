import StetText

/// One line of a text with carets under a range of it, ready to print.
struct Excerpt: Equatable {
  /// The line as drawn, tabs expanded, cut with … where it is longer than the room.
  var line: String
  /// Blanks and carets in the columns under `line`; never empty.
  var carets: String

  /// Columns between two tab stops.
  private static let tabWidth = 4
  /// Bytes looked at for each column of room, to either side of the range's start: bounds the work on a line
  /// of any length. Most text needs 1 to 3; a line of long emoji sequences is cut earlier than it had to be.
  private static let reachPerColumn = 4

  /// Shows the first line that the range touches.
  /// - Parameters:
  ///   - range: bytes of the source; an empty one gets one caret at its place.
  ///   - room: columns that the line may take, at least 8.
  init(_ range: ByteRange, in source: SourceText, _ lines: LineIndex, room: Int) {
    let number = lines.line(at: range.lower)
    let whole = lines.range(ofLine: number)
    let first = number == 0 ? min(source.byteOrderMarkLength, whole.upper) : whole.lower
    let marked = min(max(range.lower, first), whole.upper)..<min(max(range.upper, first), whole.upper)
    let room = max(8, room)
    let window = Self.window(
      from: marked.lowerBound, reach: Self.reachPerColumn * room, in: first..<whole.upper, of: source.bytes)
    let drawn = expandTabs(cells(source.bytes[window]))
    let columns = Self.columns(of: marked, in: drawn)
    self = Self.cut(
      drawn, columns, room: room, before: window.lowerBound > first,
      after: window.upperBound < whole.upper)

    func expandTabs(_ cells: [Cell]) -> [Cell] {
      var column = 0
      return cells.map { cell in
        var cell = cell
        if cell.isTab {
          cell.width = Self.tabWidth - column % Self.tabWidth
          cell.text = String(repeating: " ", count: cell.width)
        }
        column += cell.width
        return cell
      }
    }
  }

  private init(line: String, carets: String) {
    self.line = line
    self.carets = carets
  }

  /// The bytes of the line to either side of `middle`, cut between characters.
  private static func window(
    from middle: Int, reach: Int, in line: Range<Int>, of bytes: [UInt8]
  ) -> Range<Int> {
    var low = max(line.lowerBound, middle - reach)
    var high = min(line.upperBound, middle + reach)
    if low > line.lowerBound {
      while low < middle, bytes[low] & 0xC0 == 0x80 { low += 1 }
    }
    if high < line.upperBound {
      while high > middle, bytes[high] & 0xC0 == 0x80 { high -= 1 }
    }
    return low..<high
  }

  /// The columns of every cell that shares a byte with the marked ones: at least one.
  private static func columns(of marked: Range<Int>, in cells: [Cell]) -> Range<Int> {
    var column = 0
    var found: Range<Int>?
    for cell in cells {
      let touches =
        marked.isEmpty ? cell.bytes.contains(marked.lowerBound) : cell.bytes.overlaps(marked)
      if touches {
        let start = found?.lowerBound ?? column
        found = start..<(marked.isEmpty ? start + 1 : column + cell.width)
      }
      column += cell.width
    }
    guard let found else { return column..<column + 1 }
    // A mark on its own has no column of its own: it shows on the base before.
    return found.isEmpty ? max(0, found.lowerBound - 1)..<max(1, found.upperBound) : found
  }

  private static func cut(
    _ cells: [Cell], _ marked: Range<Int>, room: Int, before: Bool, after: Bool
  ) -> Excerpt {
    let total = cells.reduce(0) { $0 + $1.width }
    guard total > room || before || after else {
      return Excerpt(line: cells.map(\.text).joined(), carets: carets(marked))
    }
    // Two columns are kept for the ellipses; the range stands in the middle where both sides are long.
    let inner = room - 2
    let spare = max(0, inner - marked.count)
    var start = max(0, marked.lowerBound - spare / 2)
    let end = min(total, start + inner)
    start = max(0, min(start, end - inner))
    var line = ""
    var column = 0
    var shown: Range<Int>?
    for cell in cells {
      let next = column + cell.width
      if column >= start, next <= end {
        line += cell.text
        shown = (shown?.lowerBound ?? column)..<next
      }
      column = next
    }
    let kept = shown ?? start..<start
    let leading = before || kept.lowerBound > 0
    let shift = (leading ? 1 : 0) - kept.lowerBound
    let low = max(marked.lowerBound, kept.lowerBound)
    let high = max(low + 1, min(marked.upperBound, kept.upperBound))
    return Excerpt(
      line: (leading ? "…" : "") + line + (after || kept.upperBound < total ? "…" : ""),
      carets: carets(low + shift..<high + shift))
  }

  private static func carets(_ columns: Range<Int>) -> String {
    String(repeating: " ", count: columns.lowerBound) + String(repeating: "^", count: columns.count)
  }
}
