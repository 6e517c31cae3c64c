/// Tells the place, date and agency that a news story opens with: “LISBON, May 4 (Reuters) –”.
package enum Dateline {
  /// Bytes that a dateline may take.
  private static let limit = 90

  /// The number of bytes of the dateline at the head of a block, its dash included; nil when there is none.
  ///
  /// The place stands in capitals and a date, a country or an agency may follow before the dash; a place in
  /// small letters needs an agency in brackets.
  package static func length(_ block: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = block.first, isUpper(first) else { return nil }
    var letters = 0
    while letters < block.count, isUpper(block[letters]) { letters += 1 }
    // ST. JOHN'S and AL MUKALLA start with two letters.
    let isShort = letters == 2 && block.count > 2 && " .".utf8.contains(block[2])
    let isCapitals = (letters >= 3 || isShort) && (letters == block.count || !isLower(block[letters]))
    var commas = 0
    var digits = 0
    var hasAgency = false
    var hasSmallWord = false
    var at = letters
    while at < min(block.count, limit) {
      let byte = block[at]
      if let dash = dashLength(block, at) {
        // Capitals and a dash alone also open a list: “NASA – the agency”.
        let isDateline = hasAgency || isCapitals && !hasSmallWord && (commas > 0 || digits > 0)
        return isDateline ? at + dash : nil
      }
      switch byte {
      case UInt8(ascii: ","): commas += 1
      case UInt8(ascii: "("):
        guard let close = block[at..<min(block.count, limit)].firstIndex(of: UInt8(ascii: ")")) else {
          return nil
        }
        hasAgency = isUpper(block[at + 1])
        at = close
      case UInt8(ascii: ")"), UInt8(ascii: "\""), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"):
        return nil
      case 0x30...0x39: digits += 1
      default: if isLower(byte), block[at - 1] == 0x20 { hasSmallWord = true }
      }
      at += 1
    }
    // A dateline on a line of its own may end without a dash.
    let isLine = at == block.count && isCapitals && !hasSmallWord && (hasAgency || commas > 0 && digits > 0)
    return isLine ? at : nil
  }

  /// Whether the block is a dateline and nothing else.
  static func isWhole(_ block: UnsafeBufferPointer<UInt8>) -> Bool {
    block.count <= limit && !Byline.endsSentence(block) && length(block) == block.count
  }

  /// Bytes of the dash that parts the dateline from the story: – — - or -- between blanks, — also without.
  private static func dashLength(_ block: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
    let isAfterBlank = block[at - 1] == 0x20
    if block[at] == UInt8(ascii: "-"), isAfterBlank {
      var end = at
      while end < block.count, block[end] == UInt8(ascii: "-") { end += 1 }
      return end == block.count || block[end] == 0x20 ? end - at : nil
    }
    guard at + 2 < block.count, block[at] == 0xE2, block[at + 1] == 0x80 else { return nil }
    switch block[at + 2] {
    case 0x94: return 3
    case 0x93: return isAfterBlank ? 3 : nil
    default: return nil
    }
  }

  private static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  private static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
}
