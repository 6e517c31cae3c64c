import StetText

/// Reads JSON (RFC 8259) strictly and in place. Its user takes what it wants and passes over the rest, so that a line with
/// a long text is walked once and a number keeps the digits that it came with; Foundation's decoder turns numbers into
/// values and says of a fault only that there is one.
package struct JSONScanner {
  /// What is wrong, and where: bytes from 0.
  package struct Fault: Error, Equatable {
    package var offset: Int
    package var what: String
  }

  /// Levels of arrays and objects in one another.
  static let depthLimit = 512

  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var at = 0

  /// - Parameter bytes: well-formed UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Where bytes stop being JSON; nil when they are one value.
  ///
  /// - Parameter bytes: well-formed UTF-8.
  package static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Fault? {
    var scanner = JSONScanner(bytes)
    do {
      try scanner.skipValue()
      try scanner.end()
      return nil
    } catch {
      return error
    }
  }

  /// The next byte that is no blank; nil at the end.
  mutating func peek() -> UInt8? {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      default: return bytes[at]
      }
    }
    return nil
  }

  /// Passes over a byte that must come next.
  mutating func expect(_ byte: UInt8, _ what: String) throws(Fault) {
    guard peek() == byte else { throw fault("\(what) is missing") }
    at += 1
  }

  /// Passes over a byte if it comes next.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    at += 1
    return true
  }

  /// Nothing but blanks may be left.
  mutating func end() throws(Fault) {
    guard peek() == nil else { throw fault("something follows the end of the value") }
  }

  /// A string, decoded. Half of a surrogate pair becomes U+FFFD.
  mutating func string() throws(Fault) -> [UInt8] {
    try expect(UInt8(ascii: "\""), "a quotation mark")
    var text: [UInt8] = []
    var start = at
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        text.append(contentsOf: bytes[start..<at])
        at += 1
        return text
      case UInt8(ascii: "\\"):
        text.append(contentsOf: bytes[start..<at])
        at += 1
        try escape(&text)
        start = at
      case 0..<0x20: throw fault("a control character stands in a string unescaped")
      default: at += 1
      }
    }
    throw fault("the end of a string is missing")
  }

  /// Passes over a value of any kind. Without recursion, since nesting is up to the sender.
  mutating func skipValue() throws(Fault) {
    /// The brackets that must close what is open.
    var open: [UInt8] = []
    repeat {
      guard let next = peek() else { throw fault("a value is missing") }
      switch next {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard open.count < Self.depthLimit else { throw fault("values are nested too deep") }
        at += 1
        // `}` and `]` stand two behind their openings in ASCII.
        let closing = next + 2
        if !skip(closing) {
          open.append(closing)
          if closing == UInt8(ascii: "}") { try key() }
          continue
        }
      case UInt8(ascii: "\""): try skipString()
      case UInt8(ascii: "t"): try word("true")
      case UInt8(ascii: "f"): try word("false")
      case UInt8(ascii: "n"): try word("null")
      default: try number()
      }
      try closeBrackets(&open)
    } while !open.isEmpty
  }

  /// After a value: closes what ends here, up to where the next value starts.
  private mutating func closeBrackets(_ open: inout [UInt8]) throws(Fault) {
    while let closing = open.last {
      if skip(UInt8(ascii: ",")) {
        if closing == UInt8(ascii: "}") { try key() }
        return
      }
      try expect(closing, "a comma or the end of \(closing == UInt8(ascii: "}") ? "an object" : "an array")")
      open.removeLast()
    }
  }

  private mutating func key() throws(Fault) {
    guard peek() == UInt8(ascii: "\"") else { throw fault("the name of a member is missing") }
    try skipString()
    try expect(UInt8(ascii: ":"), "a colon")
  }

  private mutating func skipString() throws(Fault) {
    at += 1
    var ignored: [UInt8] = []
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        return
      case UInt8(ascii: "\\"):
        at += 1
        try escape(&ignored)
        ignored.removeAll(keepingCapacity: true)
      case 0..<0x20: throw fault("a control character stands in a string unescaped")
      default: at += 1
      }
    }
    throw fault("the end of a string is missing")
  }

  private mutating func word(_ word: StaticString) throws(Fault) {
    let end = at + word.utf8CodeUnitCount
    guard end <= bytes.count,
      bytes[at..<end].elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    else { throw fault("this is no value") }
    at = end
  }

  private mutating func number() throws(Fault) {
    let start = at
    func isDigit(_ at: Int) -> Bool { at < bytes.count && 0x30...0x39 ~= bytes[at] }
    func bad() -> Fault { Fault(offset: start, what: "this is no value") }
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") { at += 1 }
    guard isDigit(at) else { throw bad() }
    let startsWithZero = bytes[at] == 0x30
    at += 1
    if startsWithZero, isDigit(at) { throw bad() }
    while isDigit(at) { at += 1 }
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      at += 1
      guard isDigit(at) else { throw bad() }
      while isDigit(at) { at += 1 }
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
      guard isDigit(at) else { throw bad() }
      while isDigit(at) { at += 1 }
    }
  }

  /// What stands behind a backslash.
  private mutating func escape(_ text: inout [UInt8]) throws(Fault) {
    guard at < bytes.count else { throw fault("the end of a string is missing") }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: String(Character(try scalar())).utf8)
    default:
      at -= 1
      throw fault("no such escape sequence")
    }
  }

  /// The scalar value of `\uXXXX` or of two of them that make a pair (RFC 8259, 7), from behind the first `u`.
  private mutating func scalar() throws(Fault) -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    let first = try codeUnit()
    guard 0xD800..<0xDC00 ~= first else { return Unicode.Scalar(first) ?? replacement }
    guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
      return replacement
    }
    let behindFirst = at
    at += 2
    let second = try codeUnit()
    guard 0xDC00..<0xE000 ~= second else {
      at = behindFirst
      return replacement
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? replacement
  }

  private mutating func codeUnit() throws(Fault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard at < bytes.count, let digit = Self.hexadecimal(bytes[at]) else {
        throw fault("four hexadecimal digits must follow “\\u”")
      }
      value = value << 4 | digit
      at += 1
    }
    return value
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  private func fault(_ what: String) -> Fault { Fault(offset: at, what: what) }
}
