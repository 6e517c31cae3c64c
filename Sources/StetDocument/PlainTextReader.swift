import StetText

/// Reads plain text: blocks are separated by blank lines; a block of several lines is one paragraph when it
/// was wrapped by hand, otherwise each line is a block of its own.
enum PlainTextReader {
  static func read(_ source: SourceText, path: String) -> Document {
    let malformed = source.malformedRanges()
    let prose = DocumentReader.masked(source.bytes, malformed)
    let blocks = prose.withUnsafeBufferPointer { bytes in
      var chunker = PlainTextChunker(bytes: bytes, start: source.byteOrderMarkLength)
      return chunker.blocks()
    }
    return Document(
      path: path, format: .plain, source: source, prose: prose, blocks: blocks, map: .identity,
      malformed: malformed)
  }
}

/// Cuts bytes into lines, lines into chunks between blank lines, chunks into blocks.
private struct PlainTextChunker {
  let bytes: UnsafeBufferPointer<UInt8>
  let start: Int

  /// A line without its line break and without the blanks at its head; blanks at its end stay, since a
  /// no-break space there is a fault that a rule reports.
  struct Line {
    var start: Int
    var end: Int
    var contentEnd: Int
    var isBlank: Bool { start >= contentEnd }
    var count: Int { contentEnd - start }
  }

  mutating func blocks() -> [Block] {
    var blocks: [Block] = []
    var chunk: [Line] = []
    var at = start
    while at < bytes.count {
      let line = nextLine(&at)
      if line.isBlank {
        append(chunk, to: &blocks)
        chunk.removeAll(keepingCapacity: true)
      } else {
        chunk.append(line)
      }
    }
    append(chunk, to: &blocks)
    return blocks
  }

  private func nextLine(_ at: inout Int) -> Line {
    var start = at
    while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
    let end = at
    if at < bytes.count {
      if bytes[at] == 0x0D, at + 1 < bytes.count, bytes[at + 1] == 0x0A { at += 1 }
      at += 1
    }
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    var contentEnd = end
    while contentEnd > start {
      if bytes[contentEnd - 1] == 0x20 || bytes[contentEnd - 1] == 0x09 {
        contentEnd -= 1
      } else if contentEnd - 2 >= start, bytes[contentEnd - 2] == 0xC2, bytes[contentEnd - 1] == 0xA0 {
        contentEnd -= 2
      } else {
        break
      }
    }
    return Line(start: start, end: end, contentEnd: contentEnd)
  }

  private func append(_ chunk: [Line], to blocks: inout [Block]) {
    guard let first = chunk.first, let last = chunk.last else { return }
    if isWrapped(chunk) {
      blocks.append(block(first.start, last.end, lines: chunk.count))
    } else {
      for line in chunk { blocks.append(block(line.start, line.end, lines: 1)) }
    }
  }

  /// Wrapped by hand: no line but the last is much shorter than the longest, none starts like a list item,
  /// and the lines are no longer than people wrap at (100 columns).
  private func isWrapped(_ chunk: [Line]) -> Bool {
    guard chunk.count > 1 else { return true }
    let longest = chunk.reduce(0) { max($0, $1.count) }
    guard longest >= 40, longest <= 100 else { return false }
    for (index, line) in chunk.enumerated() {
      if isListItem(line) { return false }
      if index + 1 < chunk.count, line.count * 10 < longest * 6 { return false }
    }
    return true
  }

  private func isListItem(_ line: Line) -> Bool {
    var at = line.start
    switch bytes[at] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return at + 1 < line.contentEnd && bytes[at + 1] == 0x20
    case 0xE2:  // U+2022 BULLET
      return at + 2 < line.contentEnd && bytes[at + 1] == 0x80 && bytes[at + 2] == 0xA2
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while at < line.contentEnd, bytes[at] >= 0x30, bytes[at] <= 0x39 { at += 1 }
      guard at - line.start <= 3, at + 1 < line.contentEnd else { return false }
      return (bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ")")) && bytes[at + 1] == 0x20
    default:
      return false
    }
  }

  private func block(_ start: Int, _ end: Int, lines: Int) -> Block {
    let line = Line(start: start, end: end, contentEnd: end)
    let kind: BlockKind
    if isListItem(line) {
      kind = .listItem
    } else if lines == 1, hasTab(line) {
      kind = .tableCell
    } else if Byline.matches(slice(line)) {
      kind = .byline
    } else if lines == 1, isHeadline(line) {
      kind = .headline
    } else {
      kind = .paragraph
    }
    return Block(kind: kind, prose: ProseRange(start, end))
  }

  private func hasTab(_ line: Line) -> Bool {
    (line.start..<line.end).contains { bytes[$0] == 0x09 }
  }

  /// A line without a stop at its end, short enough to be read at one glance (120 bytes).
  private func isHeadline(_ line: Line) -> Bool {
    line.count <= 120 && !Byline.endsSentence(slice(line))
  }

  private func slice(_ line: Line) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[line.start..<line.end])
  }
}
