/// Reads the top-level text values of TOML 1.0: `key = "text"`, `key = 'text'` and their forms of several
/// lines. Everything else is passed over.
enum TOMLFrontMatter {
  static func fields(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [FrontMatter.Field] {
    let lines = LineScanner(bytes: bytes)
    var fields: [FrontMatter.Field] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let end = min(lines.end(of: at), range.upperBound)
      guard let first = bytes[at..<end].firstIndex(where: { $0 > 0x20 }) else {
        at = lines.next(after: at)
        continue
      }
      if bytes[first] == UInt8(ascii: "[") { break }
      guard let sign = bytes[first..<end].firstIndex(of: UInt8(ascii: "=")),
        let start = bytes[(sign + 1)..<end].firstIndex(where: { $0 > 0x20 })
      else {
        at = lines.next(after: at)
        continue
      }
      let key = String(
        decoding: bytes[first..<sign].filter { $0 > 0x20 && $0 != UInt8(ascii: "\"") }, as: UTF8.self)
      var string = QuotedString(bytes: bytes, limit: range.upperBound)
      guard let close = string.read(from: start, isTOML: true) else {
        at = lines.next(after: at)
        continue
      }
      if FrontMatter.isRead(key), let pieces = string.pieces {
        fields.append(FrontMatter.Field(key: key, pieces: pieces))
      }
      at = lines.next(after: close)
    }
    return fields
  }
}

/// Reads the top-level text values of a JSON object.
enum JSONFrontMatter {
  /// The offset after the brace that closes the object at `start`; nil when it stays open.
  static func objectEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var depth = 0
    var isQuoted = false
    var at = start
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\\") where isQuoted: at += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "{") where !isQuoted: depth += 1
      case UInt8(ascii: "}") where !isQuoted:
        depth -= 1
        if depth == 0 { return at + 1 }
      default: break
      }
      at += 1
    }
    return nil
  }

  static func fields(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [FrontMatter.Field] {
    var fields: [FrontMatter.Field] = []
    var depth = 0
    var key: String?
    var at = range.lowerBound
    while at < range.upperBound {
      switch bytes[at] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ","): key = nil
      case UInt8(ascii: "\""):
        var string = QuotedString(bytes: bytes, limit: range.upperBound)
        guard let close = string.read(from: at, isTOML: false) else { return fields }
        if depth == 1 {
          if let name = key, FrontMatter.isRead(name) {
            if let pieces = string.pieces { fields.append(FrontMatter.Field(key: name, pieces: pieces)) }
          } else if key == nil {
            key = String(decoding: bytes[(at + 1)..<(close - 1)], as: UTF8.self)
          }
        }
        at = close
        continue
      default: break
      }
      at += 1
    }
    return fields
  }
}

/// A string in quotes, as JSON and TOML write it.
struct QuotedString {
  let bytes: UnsafeBufferPointer<UInt8>
  let limit: Int
  /// The parts of the value; nil when it holds an escape that is not decoded here.
  private(set) var pieces: [FrontMatter.Piece]? = []

  init(bytes: UnsafeBufferPointer<UInt8>, limit: Int) {
    self.bytes = bytes
    self.limit = limit
  }

  /// Reads the string whose first quote is at `start`; the offset after its last quote, nil when `start`
  /// is no quote or the string does not end.
  mutating func read(from start: Int, isTOML: Bool) -> Int? {
    let quote = bytes[start]
    guard quote == UInt8(ascii: "\"") || isTOML && quote == UInt8(ascii: "'") else { return nil }
    var width = 1
    if isTOML, start + 2 < limit, bytes[start + 1] == quote, bytes[start + 2] == quote { width = 3 }
    var at = start + width
    if width == 3, at < limit, bytes[at] == 0x0D { at += 1 }
    if width == 3, at < limit, bytes[at] == 0x0A { at += 1 }
    while at < limit {
      let byte = bytes[at]
      if byte == quote, at + width <= limit, bytes[at..<at + width].allSatisfy({ $0 == quote }) {
        return at + width
      }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        at = escape(at)
        continue
      }
      if byte == 0x0A || byte == 0x0D {
        guard width == 3 else { return nil }
        let isPair = byte == 0x0D && at + 1 < limit && bytes[at + 1] == 0x0A
        pieces?.append(FrontMatter.Piece(from: at, to: at + (isPair ? 2 : 1), text: [0x0A]))
        at += isPair ? 2 : 1
        continue
      }
      pieces?.appendVerbatim(at)
      at += 1
    }
    return nil
  }

  /// Reads the escape at `at`; an unknown one spoils the value.
  private mutating func escape(_ at: Int) -> Int {
    guard at + 1 < limit else { return at + 1 }
    let byte = bytes[at + 1]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      pieces?.append(FrontMatter.Piece(from: at, to: at + 2, text: [byte]))
    case UInt8(ascii: "n"): pieces?.append(FrontMatter.Piece(from: at, to: at + 2, text: [0x0A]))
    case UInt8(ascii: "t"): pieces?.append(FrontMatter.Piece(from: at, to: at + 2, text: [0x09]))
    case UInt8(ascii: "u"):
      guard at + 6 <= limit else { break }
      var value: UInt32 = 0
      for digit in bytes[(at + 2)..<(at + 6)] {
        guard let digit = CharacterReference.digit(digit) else {
          pieces = nil
          return at + 2
        }
        value = value * 16 + digit
      }
      guard let scalar = Unicode.Scalar(value), value >= 0x20 else { break }
      pieces?.append(FrontMatter.Piece(from: at, to: at + 6, text: Array(String(scalar).utf8)))
      return at + 6
    default: break
    }
    if !"\"\\/nt".utf8.contains(byte) { pieces = nil }
    return at + 2
  }
}
