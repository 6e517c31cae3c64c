/// Cuts a stream of bytes into lines. Nothing of a line that is too long is kept.
package struct LineFraming {
  package enum Line: Sendable, Equatable {
    /// Without its line feed.
    case whole([UInt8])
    /// Longer than the limit; passed over.
    case tooLong

    /// Whether nothing stands in it; the CR before a line feed is a blank, too.
    var isBlank: Bool {
      guard case .whole(let bytes) = self else { return false }
      return bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }
  }

  /// Longest line that is read, in bytes: 64 MiB.
  package static let usualLimit = 64 << 20

  /// In bytes, without the line feed.
  package let limit: Int
  private var line: [UInt8] = []
  private var isPassingOver = false
  private var isFirst = true

  package init(limit: Int = usualLimit) {
    self.limit = limit
  }

  /// Takes more bytes; calls `body` with each line that they end.
  package mutating func append(_ bytes: ArraySlice<UInt8>, _ body: (Line) -> Void) {
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: 0x0A) {
      add(bytes[start..<end])
      finish(body)
      start = end + 1
    }
    add(bytes[start...])
  }

  /// The last line need not have a line feed.
  package mutating func end(_ body: (Line) -> Void) {
    if isPassingOver || !line.isEmpty { finish(body) }
  }

  private mutating func add(_ part: ArraySlice<UInt8>) {
    guard !isPassingOver, line.count + part.count <= limit else {
      isPassingOver = true
      line = []
      return
    }
    line.append(contentsOf: part)
  }

  private mutating func finish(_ body: (Line) -> Void) {
    // A byte order mark is no part of JSON (RFC 8259, 8.1), but some programs write one.
    if isFirst, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    isFirst = false
    body(isPassingOver ? .tooLong : .whole(line))
    isPassingOver = false
    line = []
  }
}
