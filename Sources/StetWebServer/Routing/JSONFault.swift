/// Where bytes stop being JSON (RFC 8259), for people who have to mend them. Decoders of JSON say only that it is none.
struct JSONFault: Error, Equatable {
  /// Ends a sentence that begins with the place.
  var what: String
  /// Both 1-based; columns count bytes.
  var line: Int
  var column: Int

  /// nil: it is JSON.
  static func first(in bytes: [UInt8]) -> JSONFault? {
    var scanner = Scanner(bytes: bytes)
    do {
      try scanner.document()
      return nil
    } catch {
      let before = bytes[..<min(scanner.at, bytes.count)]
      let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      return JSONFault(
        what: error.what, line: before.count { $0 == 0x0A } + 1, column: before.count - lineStart + 1)
    }
  }

  private struct Fault: Error {
    var what: String
  }

  private struct Scanner {
    let bytes: [UInt8]
    var at = 0
    var depth = 0

    static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

    var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    mutating func document() throws(Fault) {
      try value()
      skipBlanks()
      if next != nil { throw Fault(what: "something follows the end of the value") }
    }

    mutating func value() throws(Fault) {
      skipBlanks()
      // Deeper than anything that is asked for here.
      guard depth < 64 else { throw Fault(what: "the nesting is too deep") }
      switch next {
      case UInt8(ascii: "{"): try list(closedBy: UInt8(ascii: "}"), isObject: true)
      case UInt8(ascii: "["): try list(closedBy: UInt8(ascii: "]"), isObject: false)
      case UInt8(ascii: "\""): try string()
      case let byte? where byte == UInt8(ascii: "-") || Self.isDigit(byte): number()
      case nil: throw Fault(what: "the body ends where a value must stand")
      default: try word()
      }
    }

    mutating func list(closedBy end: UInt8, isObject: Bool) throws(Fault) {
      at += 1
      depth += 1
      defer { depth -= 1 }
      skipBlanks()
      if next == end {
        at += 1
        return
      }
      while true {
        if isObject {
          skipBlanks()
          guard next == UInt8(ascii: "\"") else {
            throw Fault(what: "a member's name in quotation marks is missing")
          }
          try string()
          skipBlanks()
          guard next == UInt8(ascii: ":") else {
            throw Fault(what: "a colon is missing after a member's name")
          }
          at += 1
        }
        try value()
        skipBlanks()
        if next == end {
          at += 1
          return
        }
        guard next == UInt8(ascii: ",") else {
          throw Fault(
            what: next == nil ? "the body ends before the value does" : "a comma or a bracket is missing")
        }
        at += 1
      }
    }

    mutating func string() throws(Fault) {
      let start = at
      at += 1
      while let byte = next {
        switch byte {
        case UInt8(ascii: "\""):
          at += 1
          return
        case UInt8(ascii: "\\"): try escape()
        case ..<0x20:
          throw Fault(
            what: #"a line break or a control character in a string is not written as an escape, such as \n"#)
        case 0x80...: try character()
        default: at += 1
        }
      }
      at = start
      throw Fault(what: "a string begins and does not end")
    }

    mutating func escape() throws(Fault) {
      let letters = Array(#""\/bfnrtu"#.utf8)
      guard at + 1 < bytes.count, letters.contains(bytes[at + 1]) else {
        throw Fault(what: #"a backslash is followed by none of "\/bfnrtu"#)
      }
      at += 2
    }

    /// A character of more than one byte.
    mutating func character() throws(Fault) {
      let end = min(bytes.count, at + 4)
      let length = (2...4).first { length in
        at + length <= end
          && String(validating: bytes[at..<at + length], as: UTF8.self)?.unicodeScalars.count == 1
      }
      guard let length else { throw Fault(what: "a byte is no UTF-8") }
      at += length
    }

    mutating func number() {
      while let byte = next, "+-.eE".utf8.contains(byte) || Self.isDigit(byte) {
        at += 1
      }
    }

    mutating func word() throws(Fault) {
      for word in ["true", "false", "null"] where bytes[at...].starts(with: word.utf8) {
        at += word.utf8.count
        return
      }
      throw Fault(what: "a value is missing, or a string without its quotation marks")
    }

    mutating func skipBlanks() {
      while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { at += 1 }
    }
  }
}
