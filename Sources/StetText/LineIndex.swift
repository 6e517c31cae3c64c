/// What one unit of a column is.
package enum PositionEncoding: Sendable, CaseIterable {
  /// Bytes of UTF-8.
  case utf8
  /// UTF-16 code units, as LSP and most editors count.
  case utf16
  /// Unicode scalar values, as SARIF's `unicodeCodePoints` counts.
  case scalars
}

/// A place in a text as people and protocols name it: both numbers are 0-based here.
package struct Position: Hashable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Where the lines of a text start. A line ends with LF, CR LF or a CR alone, as in LSP.
///
/// Made only when a position leaves the program: everything inside counts bytes. A byte order mark counts
/// as bytes of the file but not as a column, since no editor shows it.
package struct LineIndex: Sendable {
  private let text: SourceText
  private let starts: [UInt32]

  package init(_ text: SourceText) {
    self.text = text
    var starts: [UInt32] = [0]
    text.bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        let byte = bytes[at]
        at += 1
        guard byte <= 0x0D, byte == 0x0A || byte == 0x0D else { continue }
        if byte == 0x0D, at < bytes.count, bytes[at] == 0x0A { at += 1 }
        starts.append(UInt32(at))
      }
    }
    self.starts = starts
  }

  /// Number of lines; a text that ends in a line break has an empty last line.
  package var count: Int { starts.count }

  /// The bytes of a line without its line break. `line` is 0-based.
  package func range(ofLine line: Int) -> ByteRange {
    let start = Int(starts[line])
    var end = line + 1 < starts.count ? Int(starts[line + 1]) : text.count
    while end > start, text.bytes[end - 1] == 0x0A || text.bytes[end - 1] == 0x0D { end -= 1 }
    return ByteRange(start, end)
  }

  /// The 0-based line that holds the byte at `offset`.
  package func line(at offset: Int) -> Int {
    max(0, starts.partitioningIndex { Int($0) > offset } - 1)
  }

  /// The place of the byte at `offset`; an offset inside a character counts as that character's start.
  package func position(at offset: Int, in encoding: PositionEncoding) -> Position {
    let line = line(at: offset)
    return Position(line: line, column: units(from: firstColumn(ofLine: line), to: offset, encoding))
  }

  /// The byte offset of a place; a column past the end of the line is that line's end, nil past the last line.
  package func offset(of position: Position, in encoding: PositionEncoding) -> Int? {
    guard position.line >= 0, position.line < starts.count, position.column >= 0 else { return nil }
    let end = range(ofLine: position.line).upper
    var at = min(firstColumn(ofLine: position.line), end)
    var left = position.column
    while at < end {
      let (bytes, units) = width(at: at, encoding)
      guard left >= units else { break }
      left -= units
      at += bytes
    }
    return min(at, end)
  }

  /// Units from the head of the text to `offset`, line breaks included.
  package func units(to offset: Int, in encoding: PositionEncoding) -> Int {
    units(from: 0, to: offset, encoding)
  }

  private func firstColumn(ofLine line: Int) -> Int {
    line == 0 ? text.byteOrderMarkLength : Int(starts[line])
  }

  private func units(from start: Int, to offset: Int, _ encoding: PositionEncoding) -> Int {
    guard offset > start else { return 0 }
    if encoding == .utf8 { return offset - start }
    var units = 0
    var at = start
    while at < offset {
      let (bytes, step) = width(at: at, encoding)
      guard at + bytes <= offset else { break }
      units += step
      at += bytes
    }
    return units
  }

  /// Bytes and units of the character at `at`; a malformed byte is one character.
  private func width(at: Int, _ encoding: PositionEncoding) -> (bytes: Int, units: Int) {
    let bytes = characterLength(at: at)
    switch encoding {
    case .utf8: return (bytes, bytes)
    case .utf16: return (bytes, bytes == 4 ? 2 : 1)
    case .scalars: return (bytes, 1)
    }
  }

  /// Bytes of the character that starts at `at`: 1 to 4; a malformed byte is one character.
  package func characterLength(at: Int) -> Int {
    let lead = text.bytes[at]
    let wanted = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1
    var length = 1
    while length < wanted, at + length < text.count, text.bytes[at + length] & 0xC0 == 0x80 { length += 1 }
    return length == wanted ? wanted : 1
  }
}
