import StetDocument
import StetLanguage

/// Reads what stands at a rare mark, byte by byte, within the mark's block.
struct MarkReader {
  let prose: [UInt8]
  /// The block.
  var start: Int
  var end: Int

  init(_ analysis: Analysis) {
    prose = analysis.document.prose
    start = 0
    end = 0
  }

  /// Moves to the block of a mark.
  mutating func enter(_ block: Block) {
    start = block.prose.lower
    end = block.prose.upper
  }

  /// The byte at an offset, 0 outside the block.
  func byte(_ at: Int) -> UInt8 { at >= start && at < end ? prose[at] : 0 }

  func isLetter(_ at: Int) -> Bool { (byte(at) | 0x20) &- 0x61 < 26 || byte(at) >= 0xC3 }
  func isDigit(_ at: Int) -> Bool { byte(at) &- 0x30 < 10 }
  func isUpper(_ at: Int) -> Bool { byte(at) &- 0x41 < 26 }
  func isLower(_ at: Int) -> Bool { byte(at) &- 0x61 < 26 }
  /// A blank, a line break or the edge of the block.
  func isBlank(_ at: Int) -> Bool { byte(at) <= 0x20 && byte(at) != Document.placeholder }
  /// A letter, a digit, a hyphen or an underscore.
  func isNameByte(_ at: Int) -> Bool {
    isLetter(at) && byte(at) < 0x80 || isDigit(at) || byte(at) == UInt8(ascii: "_")
      || byte(at) == UInt8(ascii: "-")
  }

  func has(_ literal: StaticString, at: Int) -> Bool {
    guard at >= start, at + literal.utf8CodeUnitCount <= end else { return false }
    for offset in 0..<literal.utf8CodeUnitCount where prose[at + offset] != literal.utf8Start[offset] {
      return false
    }
    return true
  }

  /// The offset after the run of name bytes that starts here.
  func nameEnd(_ at: Int) -> Int {
    var at = at
    while at < end, isNameByte(at) { at += 1 }
    return at
  }

  /// The offset after the run of the byte that stands here.
  func runEnd(_ at: Int) -> Int {
    var next = at + 1
    while next < end, prose[next] == prose[at] { next += 1 }
    return next
  }

  /// The offset of a literal behind `at`, at most `limit` bytes on.
  func find(_ literal: StaticString, after at: Int, limit: Int = 300) -> Int? {
    guard let first = literal.utf8Start.pointee as UInt8?, at < end else { return nil }
    for next in at..<min(end, at + limit) where prose[next] == first && has(literal, at: next) { return next }
    return nil
  }

  func string(_ from: Int, _ to: Int) -> String { String(decoding: prose[from..<to], as: UTF8.self) }
}

/// What a rule found at a mark: bytes of the prose, and what may stand in their place.
struct MarkedSpan {
  var range: ProseRange
  /// nil: nothing certain.
  var replacement: String?

  init(_ from: Int, _ to: Int, replacement: String? = nil) {
    range = ProseRange(from, to)
    self.replacement = replacement
  }
}

extension Analysis {
  /// Calls `read` at every rare mark that is in no span found before it.
  func spansAtMarks(_ read: (_ reader: MarkReader, _ at: Int, _ block: Block) -> MarkedSpan?) -> [MarkedSpan]
  {
    let marks = rareMarks
    guard !marks.isEmpty else { return [] }
    var reader = MarkReader(self)
    var block = UInt32.max
    var done = 0
    var spans: [MarkedSpan] = []
    for mark in marks where Int(mark.offset) >= done {
      if mark.block != block {
        block = mark.block
        reader.enter(document.blocks[Int(block)])
      }
      guard let span = read(reader, Int(mark.offset), document.blocks[Int(block)]) else { continue }
      done = span.range.upper
      spans.append(span)
    }
    return spans
  }
}
