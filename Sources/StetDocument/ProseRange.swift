import StetText

/// A half-open range of bytes in a document's *prose*: its words as a reader sees them, without markup.
///
/// In plain text the prose is the file itself. In Markdown an entity or an escape is already decoded here,
/// so offsets differ from those of the file; `Document.source(_:)` turns a prose range into source bytes.
/// Two types, so that one can never be taken for the other.
package struct ProseRange: Hashable, Sendable {
  package var start: UInt32
  package var end: UInt32

  @inlinable
  package init(_ start: Int, _ end: Int) {
    precondition(start >= 0 && start <= end, "a prose range must not end before it starts")
    self.start = UInt32(start)
    self.end = UInt32(end)
  }

  @inlinable package var lower: Int { Int(start) }
  @inlinable package var upper: Int { Int(end) }
  @inlinable package var count: Int { Int(end - start) }
  @inlinable package var isEmpty: Bool { start == end }
  @inlinable package var indices: Range<Int> { lower..<upper }

  @inlinable
  package func overlaps(_ other: ProseRange) -> Bool {
    start < other.end && other.start < end
  }

  @inlinable
  package func contains(_ offset: Int) -> Bool {
    lower <= offset && offset < upper
  }
}

extension ProseRange: Comparable {
  @inlinable
  package static func < (a: ProseRange, b: ProseRange) -> Bool {
    a.start != b.start ? a.start < b.start : a.end < b.end
  }
}
