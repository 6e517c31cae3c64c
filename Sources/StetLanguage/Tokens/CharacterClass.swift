/// Classes of ASCII bytes for the tokenizer, one table look-up each.
enum CharacterClass: UInt8 {
  case space, letter, digit, punctuation, symbol, control, beyondASCII

  /// One entry for each byte. Never freed; a pointer, since the bounds checks and the reference count of an
  /// array cost a fifth of the tokenizer's time.
  nonisolated(unsafe) static let table: UnsafePointer<CharacterClass> = {
    let table = UnsafeMutablePointer<CharacterClass>.allocate(capacity: 256)
    for byte in 0...255 { (table + byte).initialize(to: of(UInt8(byte))) }
    return UnsafePointer(table)
  }()

  private static func of(_ byte: UInt8) -> CharacterClass {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, 0x0B, 0x0C: .space
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "$"), UInt8(ascii: "+"), UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"),
      UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "%"):
      .symbol
    case 0x21...0x7E: .punctuation
    case 0x80...0xFF: .beyondASCII
    default: .control
    }
  }
}
