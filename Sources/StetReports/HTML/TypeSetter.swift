import StetDocument
import StetText

/// Turns blocks of a document and stretches of its source into blocks of a printed article.
struct TypeSetter {
  private let document: Document
  private let bytes: [UInt8]
  private let lines: LineIndex
  /// The segment at which the next block starts to look.
  private var segment = 0

  init(_ document: Document) {
    self.document = document
    bytes = document.source.bytes
    lines = LineIndex(document.source)
  }

  /// Blocks must come in order.
  mutating func block(_ block: Block) -> PrintedArticle.Block {
    let source = document.source(block.prose)
    var set = PrintedArticle.Block(kind: .prose(block.kind, level: Int(block.level)), source: source)
    guard let segments = document.map.segments else {
      append(source, look: [], to: &set)
      return set
    }
    var look = InlineMarkup(document.format)
    var at = source.lower
    look.read(head(of: source))
    while segment < segments.count,
      segments[segment].prose + segments[segment].proseLength <= block.prose.start
    {
      segment += 1
    }
    var index = segment
    while index < segments.count, segments[index].prose < block.prose.end {
      let next = segments[index]
      let from = Int(next.source)
      let to = Int(next.source + next.sourceLength)
      if from > at { look.read(bytes[at..<from]) }
      switch next.kind {
      case .verbatim: append(ByteRange(from, to), look: look.look, to: &set)
      case .replaced:
        let prose = document.prose[Int(next.prose)..<Int(next.prose + next.proseLength)]
        append(replaced: ByteRange(from, to), prose, look: look.look, to: &set)
      }
      at = max(at, to)
      index += 1
    }
    if case .listItem = block.kind { addMarker(to: &set) }
    return set
  }

  mutating func source(_ range: ByteRange, kind: PrintedArticle.Kind) -> PrintedArticle.Block {
    var set = PrintedArticle.Block(kind: kind, source: range)
    append(range, look: [], to: &set)
    return set
  }

  /// Emphasis that opens right before the first word of a block.
  private func head(of source: ByteRange) -> ArraySlice<UInt8> {
    let line = lines.range(ofLine: lines.line(at: source.lower)).lower
    var start = source.lower
    while start > line, isInlineMark(bytes[start - 1]) { start -= 1 }
    return bytes[start..<source.lower]
  }

  /// Bytes as they are; malformed ones become one character each.
  private func append(_ range: ByteRange, look: PrintedArticle.Look, to set: inout PrintedArticle.Block) {
    var at = range.lower
    for bad in malformed(in: range) {
      appendVerbatim(at..<bad.lower, look, to: &set)
      for byte in max(bad.lower, range.lower)..<min(bad.upper, range.upper) {
        append("\u{FFFD}", ByteRange(byte, byte + 1), look.union(.malformed), false, to: &set)
      }
      at = min(bad.upper, range.upper)
    }
    appendVerbatim(at..<range.upper, look, to: &set)
  }

  private func appendVerbatim(
    _ range: Range<Int>, _ look: PrintedArticle.Look, to set: inout PrintedArticle.Block
  ) {
    guard !range.isEmpty else { return }
    let text = String(decoding: bytes[range], as: UTF8.self)
    append(text, ByteRange(range.lowerBound, range.upperBound), look, true, to: &set)
  }

  /// What stands in the prose for other bytes: a decoded entity, a line break, or a placeholder for code and the like.
  private func append(
    replaced range: ByteRange, _ prose: ArraySlice<UInt8>, look: PrintedArticle.Look,
    to set: inout PrintedArticle.Block
  ) {
    guard prose.count == 1, prose.first == Document.placeholder else {
      append(String(decoding: prose, as: UTF8.self), range, look, false, to: &set)
      return
    }
    guard !range.isEmpty else { return }
    if range.count == 1, bytes[range.lower] >= 0x80 {
      append("\u{FFFD}", range, look.union(.malformed), false, to: &set)
      return
    }
    var inner = bytes[range.indices]
    let isCode = inner.first == UInt8(ascii: "`")
    while isCode, inner.count > 2, inner.first == UInt8(ascii: "`"), inner.last == UInt8(ascii: "`") {
      inner = inner.dropFirst().dropLast()
    }
    append(
      String(decoding: inner, as: UTF8.self), range, look.union(isCode ? .code : .markup), false, to: &set)
  }

  private func append(
    _ text: String, _ source: ByteRange, _ look: PrintedArticle.Look, _ isVerbatim: Bool,
    to set: inout PrintedArticle.Block
  ) {
    let length = text.utf16.count
    set.spans.append(
      PrintedArticle.Span(source: source, start: set.length, length: length, isVerbatim: isVerbatim))
    set.length += length
    if let last = set.runs.last, last.look == look {
      set.runs[set.runs.count - 1].text += text
    } else {
      set.runs.append(PrintedArticle.Run(text: text, look: look))
    }
  }

  private func malformed(in range: ByteRange) -> ArraySlice<ByteRange> {
    let all = document.malformed
    let low = all.partitioningIndex { $0.upper > range.lower }
    return all[low...].prefix { $0.lower < range.upper }
  }

  /// What stands before the first word of an item in its line.
  private func addMarker(to set: inout PrintedArticle.Block) {
    let line = lines.range(ofLine: lines.line(at: set.source.lower))
    var head = bytes[line.lower..<set.source.lower]
    set.indent = head.prefix { $0 == 0x20 || $0 == 0x09 }.reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) }
    while let first = head.first, first == 0x20 || first == 0x09 || first == UInt8(ascii: ">") {
      head.removeFirst()
    }
    let marker = head.prefix { $0 != 0x20 && $0 != 0x09 }
    if marker.count <= 6, let last = marker.last, "-*+.)".utf8.contains(last) {
      set.marker = String(decoding: marker, as: UTF8.self)
    }
  }
}

private func isInlineMark(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "[")
}

/// What the markup between the words of a Markdown paragraph says about their look.
///
/// The words are known to be words; what stands between them can only be delimiters, so each run of asterisks or
/// underscores turns emphasis on or off (CommonMark 0.31, section 6.2, in its simple cases).
private struct InlineMarkup {
  private(set) var look: PrintedArticle.Look = []
  private let isMarkdown: Bool

  init(_ format: DocumentFormat) {
    if case .markdown = format { isMarkdown = true } else { isMarkdown = false }
  }

  mutating func read(_ markup: ArraySlice<UInt8>) {
    guard isMarkdown else { return }
    var at = markup.startIndex
    while at < markup.endIndex {
      let byte = markup[at]
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "_"):
        var count = 1
        while at + count < markup.endIndex, markup[at + count] == byte { count += 1 }
        if count & 1 == 1 { look.formSymmetricDifference(.emphasis) }
        if count >= 2 { look.formSymmetricDifference(.strong) }
        at += count
      case UInt8(ascii: "["):
        look.insert(.link)
        at += 1
      case UInt8(ascii: "]"):
        look.remove(.link)
        // The address: what it holds is no markup.
        if at + 1 < markup.endIndex, markup[at + 1] == UInt8(ascii: "(") {
          at = markup[at...].firstIndex(of: UInt8(ascii: ")")) ?? markup.endIndex - 1
        }
        at += 1
      default: at += 1
      }
    }
  }
}
