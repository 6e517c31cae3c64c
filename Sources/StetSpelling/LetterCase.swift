/// How a word is capitalised, as Hunspell's `get_captype` sorts words.
package enum LetterCase: Equatable, Sendable {
  /// No capital letter: `desk`, `22nd`.
  case lower
  /// The first letter alone: `Desk`, `A`.
  case initial
  /// Every letter, at least two: `DESK`, `U.S.`.
  case upper
  /// Anything else: `iPhone`, `McDonald`.
  case mixed

  package init(_ word: UnsafeBufferPointer<UInt8>) {
    var capitals = 0
    var letters = 0
    var at = 0
    while at < word.count {
      let (kind, length) = letter(word, at)
      if kind != .none { letters += 1 }
      if kind == .capital { capitals += 1 }
      at += length
    }
    let first = word.isEmpty ? LetterKind.none : letter(word, 0).kind
    if capitals == 0 {
      self = .lower
    } else if capitals == 1, first == .capital {
      self = .initial
    } else if capitals == letters {
      self = .upper
    } else {
      self = .mixed
    }
  }
}

enum LetterKind { case none, small, capital }

/// What the character at `at` is, and its length in bytes. Latin-1 letters (two bytes, lead 0xC3) are sorted
/// as ASCII is; any other non-ASCII byte counts as part of a small letter.
@inline(__always)
private func letter(_ word: UnsafeBufferPointer<UInt8>, _ at: Int) -> (kind: LetterKind, length: Int) {
  let byte = word[at]
  if byte < 0x80 {
    if byte &- 0x61 < 26 { return (.small, 1) }
    if byte &- 0x41 < 26 { return (.capital, 1) }
    return (.none, 1)
  }
  if byte == 0xC3, at + 1 < word.count {
    return (word[at + 1] < 0x9F ? .capital : .small, 2)
  }
  var length = 1
  while at + length < word.count, word[at + length] & 0xC0 == 0x80 { length += 1 }
  return (.small, length)
}

/// Whether an ASCII byte is a letter, of either case.
@inline(__always)
package func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

@inline(__always)
package func isASCIIDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

/// One byte in lower case, given the byte before it: ASCII and the letters À to Þ of Latin-1.
@inline(__always)
func lowercased(_ byte: UInt8, after previous: UInt8) -> UInt8 {
  if byte &- 0x41 < 26 { return byte | 0x20 }
  if previous == 0xC3, byte >= 0x80, byte < 0x9F, byte != 0x97 { return byte + 0x20 }
  return byte
}

/// One byte in upper case, given the byte before it: ASCII and the letters à to þ of Latin-1.
@inline(__always)
func uppercased(_ byte: UInt8, after previous: UInt8) -> UInt8 {
  if byte &- 0x61 < 26 { return byte & 0xDF }
  if previous == 0xC3, byte >= 0xA0, byte < 0xBF, byte != 0xB7 { return byte - 0x20 }
  return byte
}

/// Whether the byte belongs to a capital letter, given the byte before it.
@inline(__always)
func isUppercase(_ byte: UInt8, after previous: UInt8) -> Bool {
  lowercased(byte, after: previous) != byte
}

/// The word in lower case, as bytes.
func lowercased(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  var previous: UInt8 = 0
  return word.map { byte in
    let lower = lowercased(byte, after: previous)
    previous = byte
    return lower
  }
}

/// Writes a lower-case word in the case pattern of another: `initial` and `upper` change it, the rest do not.
func applying(_ pattern: LetterCase, to word: [UInt8]) -> [UInt8] {
  var result = word
  var previous: UInt8 = 0
  for index in word.indices {
    let byte = word[index]
    switch pattern {
    case .lower, .mixed: return result
    case .upper: result[index] = uppercased(byte, after: previous)
    case .initial:
      result[index] = uppercased(byte, after: previous)
      if byte != 0xC3 { return result }
    }
    previous = byte
  }
  return result
}

/// The bytes of a literal.
@inline(__always)
func letters(_ text: StaticString) -> UnsafeBufferPointer<UInt8> {
  UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
}
