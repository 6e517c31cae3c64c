/// A half-open range of bytes in a source file: `start` is the first byte, `end` the byte after the last.
///
/// Offsets are 0-based and count bytes of the file as it lies on disk, a byte order mark included.
/// Files above 4 GiB cannot be addressed; the document readers refuse them.
package struct ByteRange: Hashable, Sendable, Codable {
  package var start: UInt32
  package var end: UInt32

  @inlinable
  package init(_ start: Int, _ end: Int) {
    precondition(start >= 0 && start <= end, "a byte range must not end before it starts")
    self.start = UInt32(start)
    self.end = UInt32(end)
  }

  @inlinable package var lower: Int { Int(start) }
  @inlinable package var upper: Int { Int(end) }
  /// Length in bytes.
  @inlinable package var count: Int { Int(end - start) }
  @inlinable package var isEmpty: Bool { start == end }
  @inlinable package var indices: Range<Int> { lower..<upper }

  /// Whether the two ranges share at least one byte.
  @inlinable
  package func overlaps(_ other: ByteRange) -> Bool {
    start < other.end && other.start < end
  }

  @inlinable
  package func contains(_ other: ByteRange) -> Bool {
    start <= other.start && other.end <= end
  }
}

extension ByteRange: Comparable {
  @inlinable
  package static func < (a: ByteRange, b: ByteRange) -> Bool {
    a.start != b.start ? a.start < b.start : a.end < b.end
  }
}
