/// Sets of classes of bytes. A rule on marks names the pairs of neighbours at which it looks closer.
struct ByteClasses: OptionSet, Sendable {
  let rawValue: UInt32

  /// Before the first and after the last byte of a block.
  static let edge = ByteClasses(rawValue: 1 << 0)
  /// a to z
  static let lower = ByteClasses(rawValue: 1 << 1)
  /// A to Z
  static let upper = ByteClasses(rawValue: 1 << 2)
  static let digit = ByteClasses(rawValue: 1 << 3)
  /// Space and tab.
  static let blank = ByteClasses(rawValue: 1 << 4)
  static let lineBreak = ByteClasses(rawValue: 1 << 5)
  static let comma = ByteClasses(rawValue: 1 << 6)
  static let stop = ByteClasses(rawValue: 1 << 7)
  static let semicolon = ByteClasses(rawValue: 1 << 8)
  static let colon = ByteClasses(rawValue: 1 << 9)
  /// ! and ?
  static let outcry = ByteClasses(rawValue: 1 << 10)
  static let quote = ByteClasses(rawValue: 1 << 11)
  static let apostrophe = ByteClasses(rawValue: 1 << 12)
  static let grave = ByteClasses(rawValue: 1 << 13)
  /// ( and [
  static let open = ByteClasses(rawValue: 1 << 14)
  /// ) and ]
  static let close = ByteClasses(rawValue: 1 << 15)
  static let hyphen = ByteClasses(rawValue: 1 << 16)
  static let percent = ByteClasses(rawValue: 1 << 17)
  static let backslash = ByteClasses(rawValue: 1 << 18)
  static let at = ByteClasses(rawValue: 1 << 19)
  /// <
  static let less = ByteClasses(rawValue: 1 << 20)
  /// A byte of a character beyond ASCII.
  static let beyondASCII = ByteClasses(rawValue: 1 << 21)
  /// Any other symbol or control.
  static let other = ByteClasses(rawValue: 1 << 22)

  static let letter: ByteClasses = [.lower, .upper]
  static let all = ByteClasses(rawValue: (1 << 23) - 1)

  /// The number of classes, rounded up to a power of two: rows and columns of the table of pairs.
  static let count = 32

  /// The class of each byte as a number. Never freed.
  nonisolated(unsafe) static let numbers: UnsafePointer<UInt8> = {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for byte in 0...255 {
      (table + byte).initialize(to: UInt8(of(UInt8(byte)).rawValue.trailingZeroBitCount))
    }
    return UnsafePointer(table)
  }()

  static func of(_ byte: UInt8) -> ByteClasses {
    switch byte {
    case 0x61...0x7A: .lower
    case 0x41...0x5A: .upper
    case 0x30...0x39: .digit
    case 0x20, 0x09: .blank
    case 0x0A, 0x0D: .lineBreak
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: "."): .stop
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "!"), UInt8(ascii: "?"): .outcry
    case UInt8(ascii: "\""): .quote
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "`"): .grave
    case UInt8(ascii: "("), UInt8(ascii: "["): .open
    case UInt8(ascii: ")"), UInt8(ascii: "]"): .close
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "%"): .percent
    case UInt8(ascii: "\\"): .backslash
    case UInt8(ascii: "@"): .at
    case UInt8(ascii: "<"): .less
    case 0x80...0xFF: .beyondASCII
    default: .other
    }
  }
}

/// Two neighbours.
struct BytePair: Sendable {
  var first: ByteClasses
  var second: ByteClasses

  init(_ first: ByteClasses, _ second: ByteClasses) {
    self.first = first
    self.second = second
  }
}
