import StetText

/// How prose bytes came from source bytes.
package struct SourceSegment: Sendable, Hashable {
  package enum Kind: UInt8, Sendable {
    /// The same bytes in both.
    case verbatim
    /// The source holds an entity, an escape or markup in place of these prose bytes; it maps only as a whole.
    case replaced
  }

  package var prose: UInt32
  package var proseLength: UInt32
  package var source: UInt32
  package var sourceLength: UInt32
  package var kind: Kind

  package init(kind: Kind, prose: Int, proseLength: Int, source: Int, sourceLength: Int) {
    self.kind = kind
    self.prose = UInt32(prose)
    self.proseLength = UInt32(proseLength)
    self.source = UInt32(source)
    self.sourceLength = UInt32(sourceLength)
  }

  var proseEnd: UInt32 { prose + proseLength }
  var sourceEnd: UInt32 { source + sourceLength }
}

/// The way from prose offsets back to source offsets: segments in ascending order of both.
package struct SourceMap: Sendable {
  /// nil: the prose is the source, byte for byte.
  package let segments: [SourceSegment]?

  package static let identity = SourceMap(segments: nil)

  package init(segments: [SourceSegment]?) {
    self.segments = segments
  }

  /// The source bytes behind a prose range: from the source of its first byte to that of its last.
  /// A range that ends inside a replaced segment covers the whole entity or escape.
  package func source(_ range: ProseRange) -> ByteRange {
    guard let segments else { return ByteRange(range.lower, range.upper) }
    guard let first = index(at: range.start, segments) else { return ByteRange(0, 0) }
    let start = offset(range.start, in: segments[first])
    guard !range.isEmpty, let last = index(at: range.end - 1, segments) else {
      return ByteRange(Int(start), Int(start))
    }
    let segment = segments[last]
    let end =
      segment.kind == .verbatim ? segment.source + (range.end - segment.prose) : segment.sourceEnd
    return ByteRange(Int(start), Int(max(start, end)))
  }

  /// Whether the source behind the range is one unbroken stretch without markup inside, so that an edit of
  /// these words cannot damage the markup.
  package func isEditable(_ range: ProseRange) -> Bool {
    guard let segments else { return true }
    guard let first = index(at: range.start, segments) else { return false }
    let lastByte = range.isEmpty ? range.start : range.end - 1
    guard let last = index(at: lastByte, segments), segments[first].kind == .verbatim else {
      return range.isEmpty == false && segments[first].kind == .replaced
        && segments[first].prose == range.start && segments[first].proseEnd == range.end
    }
    var at = first
    while at < last {
      guard segments[at].sourceEnd == segments[at + 1].source else { return false }
      at += 1
    }
    let end = segments[last]
    return end.kind == .verbatim || end.proseEnd == range.end
  }

  private func offset(_ prose: UInt32, in segment: SourceSegment) -> UInt32 {
    segment.kind == .verbatim ? segment.source + (prose - segment.prose) : segment.source
  }

  /// The segment that holds the prose byte, or the last one before it.
  private func index(at prose: UInt32, _ segments: [SourceSegment]) -> Int? {
    guard !segments.isEmpty else { return nil }
    return max(0, segments.partitioningIndex { $0.prose > prose } - 1)
  }
}
