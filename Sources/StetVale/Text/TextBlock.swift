import StetText

/// One stretch of text as Vale's rules see it, and the way back to the source.
struct TextBlock: Sendable {
  /// How a run of bytes came about.
  struct Segment: Sendable {
    var start: Int
    var length: Int
    /// Bytes of the source; of equal length when the text is the source's own.
    var source: Range<Int>
    var isVerbatim: Bool
  }

  var text: [UInt8] = []
  /// In the order of the text. Bytes in none of them were added: blanks between pieces.
  var segments: [Segment] = []
  /// Such as `text`, `heading`, `h2`, `md`.
  var sections: [String] = []
  /// What comments of the text have switched off here.
  var silenced = CommentControl.Silenced()

  var isBlank: Bool { text.allSatisfy(Self.isBlank) }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// The source behind a range of the text: from its first byte that has one to its last; nil when none has.
  func source(_ range: Range<Int>) -> Range<Int>? {
    var lower: Int?
    var upper = 0
    var low = segments.partitioningIndex { $0.start + $0.length > range.lowerBound }
    while low < segments.count, segments[low].start < range.upperBound {
      let segment = segments[low]
      let from = max(range.lowerBound, segment.start) - segment.start
      let to = min(range.upperBound, segment.start + segment.length) - segment.start
      if from < to {
        lower = lower ?? (segment.isVerbatim ? segment.source.lowerBound + from : segment.source.lowerBound)
        upper = segment.isVerbatim ? segment.source.lowerBound + to : segment.source.upperBound
      }
      low += 1
    }
    return lower.map { $0..<max($0, upper) }
  }

  /// Whether the range is the source's own text in one piece, so that it can be replaced.
  func isEditable(_ range: Range<Int>) -> Bool {
    var next: Int?
    var covered = 0
    for segment in segments
    where segment.start < range.upperBound && segment.start + segment.length > range.lowerBound {
      guard segment.isVerbatim else { return false }
      let from = max(range.lowerBound, segment.start) - segment.start
      let to = min(range.upperBound, segment.start + segment.length) - segment.start
      if let next, next != segment.source.lowerBound + from { return false }
      next = segment.source.lowerBound + to
      covered += to - from
    }
    return covered == range.count
  }

  /// A part of the block as a block of its own.
  func part(_ range: Range<Int>, sections: [String]) -> TextBlock {
    var part = TextBlock()
    part.text = Array(text[range])
    part.sections = sections
    part.silenced = silenced
    for segment in segments
    where segment.start < range.upperBound && segment.start + segment.length > range.lowerBound {
      let from = max(range.lowerBound, segment.start) - segment.start
      let to = min(range.upperBound, segment.start + segment.length) - segment.start
      let source =
        segment.isVerbatim
        ? segment.source.lowerBound + from..<segment.source.lowerBound + to : segment.source
      part.segments.append(
        Segment(
          start: segment.start + from - range.lowerBound, length: to - from, source: source,
          isVerbatim: segment.isVerbatim))
    }
    return part
  }

  /// The range without blanks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, Self.isBlank(text[lower]) { lower += 1 }
    while upper > lower, Self.isBlank(text[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  /// Without blanks at the head.
  mutating func dropLeadingBlanks() {
    let first = text.firstIndex { $0 != 0x20 } ?? text.count
    if first > 0 { self = part(first..<text.count, sections: sections) }
  }

  // MARK: Building

  /// Bytes that have no source.
  mutating func add(_ bytes: some Collection<UInt8>) { text += bytes }

  /// Bytes of the source as they are.
  mutating func add(_ bytes: some Collection<UInt8>, verbatimFrom source: Int) {
    guard !bytes.isEmpty else { return }
    let count = bytes.count
    if let last = segments.indices.last, segments[last].isVerbatim,
      segments[last].source.upperBound == source,
      segments[last].start + segments[last].length == text.count
    {
      segments[last].length += count
      segments[last].source = segments[last].source.lowerBound..<source + count
    } else {
      segments.append(
        Segment(start: text.count, length: count, source: source..<source + count, isVerbatim: true))
    }
    text += bytes
  }

  /// Bytes in place of others of the source.
  mutating func add(_ bytes: some Collection<UInt8>, for source: Range<Int>) {
    guard !bytes.isEmpty else { return }
    segments.append(Segment(start: text.count, length: bytes.count, source: source, isVerbatim: false))
    text += bytes
  }

  mutating func add(_ other: TextBlock) {
    let shift = text.count
    text += other.text
    for var segment in other.segments {
      segment.start += shift
      segments.append(segment)
    }
  }
}
