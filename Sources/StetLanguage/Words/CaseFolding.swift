/// Folding of words for comparison; see `WordTable`.
package enum CaseFolding {
  /// Appends the folded form of UTF-8 bytes; malformed bytes are kept.
  package static func append(_ word: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    var at = 0
    while at < word.count {
      let byte = word[at]
      if byte < 0x80 {
        out.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        at += 1
        continue
      }
      let (scalar, length) = Scalars.decode(word, at: at)
      let start = at
      at += length
      switch scalar.value {
      case 0x00AD, 0x200B...0x200D, 0x2060, 0xFEFF: continue
      case 0x2019, 0x02BC: out.append(UInt8(ascii: "'"))
      case 0xFFFD where length == 1: out.append(byte)
      // No case here, and the most frequent of all: no String for them.
      case 0x00DF...0x00FF, 0x2010...0x205E: out.append(contentsOf: word[start..<at])
      default: out.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
  }
}

/// UTF-8 decoding and coarse classes of characters.
package enum Scalars {
  /// The scalar at `at` and its length in bytes; a malformed byte is U+FFFD of length 1.
  @inlinable
  package static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    let lead = UInt32(bytes[at])
    if lead < 0x80 { return (Unicode.Scalar(UInt8(lead)), 1) }
    let replacement: (Unicode.Scalar, Int) = ("\u{FFFD}", 1)
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead >= 0xC2, lead < 0xF5, at + length <= bytes.count else { return replacement }
    var value = length == 2 ? lead & 0x1F : length == 3 ? lead & 0x0F : lead & 0x07
    for step in 1..<length {
      let byte = UInt32(bytes[at + step])
      guard byte & 0xC0 == 0x80 else { return replacement }
      value = value << 6 | byte & 0x3F
    }
    guard let scalar = Unicode.Scalar(value) else { return replacement }
    return (scalar, length)
  }

  /// The scalar that ends before `at`, and its length in bytes.
  package static func decodeBackwards(
    _ bytes: UnsafeBufferPointer<UInt8>, before at: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    var start = at - 1
    while start > 0, start > at - 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let (scalar, length) = decode(bytes, at: start)
    return start + length == at ? (scalar, length) : ("\u{FFFD}", 1)
  }

  package enum Class: UInt8 {
    case letter, mark, digit, space, punctuation, symbol, invisible, control
  }

  /// The coarse class of a character beyond ASCII.
  package static func classify(_ scalar: Unicode.Scalar) -> Class {
    switch scalar.value {
    case 0xC0...0x24F: return scalar.value == 0xD7 || scalar.value == 0xF7 ? .symbol : .letter
    case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return .space
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF, 0xFE00...0xFE0F:
      return .invisible
    case 0x2010...0x2027, 0x2030...0x205E: return .punctuation
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
      return .letter
    case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
    case .decimalNumber, .otherNumber: return .digit
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return .punctuation
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: return .symbol
    case .format: return .invisible
    default: return .control
    }
  }
}
