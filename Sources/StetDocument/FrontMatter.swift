import StetText

/// The data at the head of a file (YAML, TOML or JSON): no prose, but some of its values are words that
/// readers see.
struct FrontMatter {
  enum Format {
    case yaml, toml, json
  }

  let format: Format
  /// Of its first fence or brace.
  let start: Int
  /// The bytes between the fences; for JSON the object with its braces.
  let inner: Range<Int>
  /// Where the body starts.
  let end: Int

  /// A value that is read, from the top level of the data.
  struct Field {
    var key: String
    var pieces: [Piece]
  }

  /// A part of a value: source bytes as they are, or `text` in place of them.
  struct Piece: Equatable {
    var from: Int
    var to: Int
    var text: [UInt8]?
  }

  /// The kind of block that a key's value is; nil for keys that are not read.
  static func kind(of key: String) -> BlockKind? {
    switch key {
    case "title", "headline", "subtitle": return .headline
    case "description", "summary", "excerpt", "caption": return .paragraph
    default: return nil
    }
  }

  /// The front matter that starts at `start` (after a byte order mark), nil when there is none.
  static func find(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> FrontMatter? {
    let lines = LineScanner(bytes: bytes)
    guard start < bytes.count else { return nil }
    if bytes[start] == UInt8(ascii: "{") { return findJSON(bytes, start) }
    let format: Format
    if lines.isFence("---", at: start) {
      format = .yaml
    } else if lines.isFence("+++", at: start) {
      format = .toml
    } else {
      return nil
    }
    let first = lines.next(after: start)
    guard format == .toml || startsLikeData(bytes, first) else { return nil }
    var at = first
    while at < bytes.count {
      let isEnd =
        format == .toml
        ? lines.isFence("+++", at: at) : lines.isFence("---", at: at) || lines.isFence("...", at: at)
      if isEnd {
        return FrontMatter(format: format, start: start, inner: first..<at, end: lines.next(after: at))
      }
      at = lines.next(after: at)
    }
    return nil
  }

  /// `---` may also be a thematic break: data starts with a key or ends at once.
  private static func startsLikeData(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    let lines = LineScanner(bytes: bytes)
    var at = start
    while at < bytes.count {
      let end = lines.end(of: at)
      guard let first = bytes[at..<end].firstIndex(where: { $0 != 0x20 && $0 != 0x09 }) else {
        at = lines.next(after: at)
        continue
      }
      if bytes[first] == UInt8(ascii: "#") {
        at = lines.next(after: at)
        continue
      }
      if lines.isFence("---", at: at) || "\"'{".utf8.contains(bytes[first]) { return true }
      guard let colon = bytes[first..<end].firstIndex(of: UInt8(ascii: ":")) else { return false }
      let key = bytes[first..<colon]
      return key.count <= 60 && !key.isEmpty && (colon + 1 == end || bytes[colon + 1] <= 0x20)
        && key.filter { $0 == 0x20 }.count <= 2
    }
    return false
  }

  private static func findJSON(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> FrontMatter? {
    var at = start + 1
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "}") else {
      return nil
    }
    guard let end = JSONFrontMatter.objectEnd(bytes, from: start) else { return nil }
    let lines = LineScanner(bytes: bytes)
    return FrontMatter(format: .json, start: start, inner: start..<end, end: lines.next(after: end))
  }

  /// The values that are read, in the order of the file, and what is said to Stet. `malformed` are the places of
  /// ill-formed UTF-8.
  func values(
    _ bytes: UnsafeBufferPointer<UInt8>, malformed: [ByteRange]
  ) -> (fields: [Field], settings: DocumentSettings) {
    switch format {
    case .yaml:
      let values = YAMLFrontMatter.values(bytes, inner, malformed: malformed)
      return (values.fields, DocumentSettings(values.settings))
    case .toml: return (TOMLFrontMatter.fields(bytes, inner), DocumentSettings(format, bytes, inner))
    case .json: return (JSONFrontMatter.fields(bytes, inner), DocumentSettings(format, bytes, inner))
    }
  }
}

extension FrontMatter.Field {
  /// The value's bytes when Markdown reads them as the format does: no escapes but those of punctuation
  /// (`\"`), no line breaks but single ones. Most publishing systems render these values as Markdown.
  func markdownRange(in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard let first = pieces.first, let last = pieces.last else { return nil }
    for piece in pieces {
      guard let text = piece.text else { continue }
      let source = bytes[piece.from..<piece.to]
      let isEscape = source.count == 2 && source.first == UInt8(ascii: "\\") && source.last == text.first
      let isBreak = text == [0x20] || text == [0x0A] && source.first != UInt8(ascii: "\\")
      guard isEscape || isBreak else { return nil }
    }
    return first.from..<last.to
  }
}

extension [FrontMatter.Piece] {
  /// Adds the source byte at `at` as it is.
  mutating func appendVerbatim(_ at: Int) {
    if let last, last.text == nil, last.to == at {
      self[count - 1].to += 1
    } else {
      append(FrontMatter.Piece(from: at, to: at + 1, text: nil))
    }
  }
}

/// Lines of a buffer by the offset of their first byte.
struct LineScanner {
  let bytes: UnsafeBufferPointer<UInt8>

  func end(of start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
    return at
  }

  func next(after start: Int) -> Int {
    let end = end(of: start)
    guard end < bytes.count else { return end }
    return bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? end + 2 : end + 1
  }

  /// Whether the line holds the fence and blanks alone.
  func isFence(_ fence: StaticString, at start: Int) -> Bool {
    let length = fence.utf8CodeUnitCount
    guard start + length <= bytes.count else { return false }
    guard fence.withUTF8Buffer({ bytes[start..<start + length].elementsEqual($0) }) else { return false }
    return bytes[(start + length)..<end(of: start + length)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
