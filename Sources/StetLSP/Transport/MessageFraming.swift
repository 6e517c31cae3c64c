/// What stands between two messages of the Language Server Protocol: header fields, of which one gives the
/// length of the body in bytes (LSP 3.17, “Base Protocol”).
struct MessageFraming {
  /// What came in.
  enum Piece: Equatable {
    case message([UInt8])
    /// A body over the limit; its bytes are passed over, not kept.
    case tooLong(Int)
    /// Header fields without a usable `Content-Length`: nobody can tell where the next message starts.
    case unreadable(String)
  }

  /// Longest body that is read, in bytes. A document travels as one JSON string.
  let limit: Int
  /// Longest block of header fields, in bytes.
  private static let headLimit = 8 << 10

  init(limit: Int = 256 << 20) {
    self.limit = limit
  }

  private var buffer: [UInt8] = []
  private var start = 0
  /// Bytes of a body that is too long and still to come.
  private var passing = 0

  /// Bytes of memory that are held for what came in.
  var capacity: Int { buffer.capacity }

  mutating func append(_ bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
  }

  /// Whether a message has begun and not ended.
  var isInMessage: Bool { start < buffer.count || passing > 0 }

  /// The next whole piece; nil when more bytes must come first.
  mutating func next() -> Piece? {
    passOver()
    guard passing == 0, let end = headEnd() else {
      let isHopeless = passing == 0 && buffer.count - start > Self.headLimit
      return isHopeless ? .unreadable("no end of the header fields in \(Self.headLimit) bytes") : nil
    }
    guard let length = Self.length(buffer[start..<end]) else {
      return .unreadable("no Content-Length in the header fields")
    }
    guard length <= limit else {
      start = end
      passing = length
      passOver()
      return .tooLong(length)
    }
    guard buffer.count - end >= length else { return nil }
    let body = Array(buffer[end..<end + length])
    start = end + length
    compact()
    return .message(body)
  }

  private mutating func passOver() {
    guard passing > 0 else { return }
    let step = min(passing, buffer.count - start)
    passing -= step
    start += step
    compact()
  }

  /// Keeps the cost of many small messages in one read linear.
  private mutating func compact() {
    guard start > 1 << 16 || start == buffer.count else { return }
    // The memory of a long message is given back once the message is read.
    if start == buffer.count, buffer.capacity > 1 << 20 { buffer = [] } else { buffer.removeFirst(start) }
    start = 0
  }

  /// The index after the empty line that ends the header fields.
  private func headEnd() -> Int? {
    let breaks: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
    var at = start
    let last = min(buffer.count, start + Self.headLimit) - 4
    while at <= last {
      if buffer[at] == 0x0D, buffer[at..<at + 4].elementsEqual(breaks) { return at + 4 }
      at += 1
    }
    return nil
  }

  private static func length(_ head: ArraySlice<UInt8>) -> Int? {
    for line in head.split(separator: 0x0A) {
      let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1)
      guard parts.count == 2,
        String(decoding: parts[0], as: UTF8.self).lowercased() == "content-length"
      else { continue }
      let digits = parts[1].filter { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }
      guard let length = Int(String(decoding: digits, as: UTF8.self)), length >= 0 else { return nil }
      return length
    }
    return nil
  }

  /// A body with its header field.
  static func framed(_ body: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }
}
