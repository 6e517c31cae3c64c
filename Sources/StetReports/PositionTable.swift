import StetLint
import StetText

/// A place in every unit that a report may need. All numbers are 1-based but `utf16Offset`.
struct ReportedPosition: Equatable {
  var line: Int
  /// Columns in bytes, UTF-16 code units and Unicode scalar values.
  var utf8Column: Int
  var utf16Column: Int
  var scalarColumn: Int
  /// UTF-16 code units from the head of the text, 0-based, a byte order mark not counted.
  var utf16Offset: Int
}

/// Every place that a report on one file mentions, found in one walk over its bytes.
///
/// Asking `LineIndex` for each place costs a walk from the head of its line, which makes a long file without
/// line breaks and with many findings quadratic.
struct PositionTable {
  let lines: LineIndex
  private let offsets: [Int]
  private let positions: [ReportedPosition]

  /// - Parameter withSuppressed: whether also of what the text excuses.
  init(_ file: LintedFile, withSuppressed: Bool = false) {
    var ranges = Self.ranges(file.diagnostics)
    if withSuppressed {
      ranges += Self.ranges(file.suppressed.map(\.diagnostic)) + file.suppressed.map(\.excuse)
    }
    self.init(file.source, ranges: ranges)
  }

  /// The starts and ends of the ranges, which may come in any order.
  init(_ source: SourceText, ranges: [ByteRange]) {
    let lines = LineIndex(source)
    let offsets = Self.offsets(ranges)
    var walk = Walk(source: source, lines: lines)
    self.lines = lines
    self.offsets = offsets
    positions = offsets.map { walk.position(at: $0) }
  }

  /// The place of the byte at `offset`, which must be the start or end of one of the ranges.
  subscript(offset: Int) -> ReportedPosition {
    let low = offsets.partitioningIndex { $0 >= offset }
    precondition(low < offsets.count && offsets[low] == offset, "an offset that no range mentions")
    return positions[low]
  }

  private static func ranges(_ diagnostics: [Diagnostic]) -> [ByteRange] {
    var ranges: [ByteRange] = []
    for diagnostic in diagnostics {
      ranges.append(diagnostic.range)
      ranges += diagnostic.related.map(\.range)
      for fix in diagnostic.fixes { ranges += fix.edits.map(\.range) }
    }
    return ranges
  }

  private static func offsets(_ ranges: [ByteRange]) -> [Int] {
    var offsets = ranges.flatMap { [$0.lower, $0.upper] }
    offsets.sort()
    var last = -1
    offsets.removeAll { offset in
      defer { last = offset }
      return offset == last
    }
    return offsets
  }
}

/// A walk from the head of a text to its end that counts as it goes.
private struct Walk {
  let source: SourceText
  let lines: LineIndex
  private var line = 0
  /// Where the walk stands: always the start of a character.
  private var at: Int
  private var lineStart: Int
  private var utf16Column = 0
  private var scalarColumn = 0
  private var utf16Offset = 0

  init(source: SourceText, lines: LineIndex) {
    self.source = source
    self.lines = lines
    at = source.byteOrderMarkLength
    lineStart = at
  }

  /// `offset` must not be smaller than the one before.
  mutating func position(at offset: Int) -> ReportedPosition {
    advanceLine(to: lines.line(at: offset))
    let from = max(offset, lineStart)
    while at < from {
      let length = lines.characterLength(at: at)
      guard at + length <= from else { break }
      step(utf16: length == 4 ? 2 : 1, bytes: length)
    }
    return ReportedPosition(
      line: line + 1, utf8Column: from - lineStart + 1, utf16Column: utf16Column + 1,
      scalarColumn: scalarColumn + 1, utf16Offset: utf16Offset)
  }

  private mutating func advanceLine(to target: Int) {
    while line < target {
      let next = lines.range(ofLine: line + 1).lower
      while at < next {
        let length = lines.characterLength(at: at)
        step(utf16: length == 4 ? 2 : 1, bytes: length)
      }
      line += 1
      lineStart = next
      utf16Column = 0
      scalarColumn = 0
    }
  }

  private mutating func step(utf16 units: Int, bytes: Int) {
    at += bytes
    utf16Column += units
    scalarColumn += 1
    utf16Offset += units
  }
}
