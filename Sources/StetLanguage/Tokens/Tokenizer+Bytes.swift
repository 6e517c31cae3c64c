/// Small questions about the bytes around a place.
extension Tokenizer {
  func matches(_ literal: StaticString, at start: Int, _ end: Int) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard start + count <= end else { return false }
    for offset in 0..<count where text[start + offset] | 0x20 != literal.utf8Start[offset] | 0x20 {
      return false
    }
    return true
  }

  func isASCIILetter(_ at: Int) -> Bool { classes[Int(text[at])] == .letter }
  func isDigit(_ at: Int) -> Bool { text[at] &- 0x30 < 10 }
  func isDigitAt(_ at: Int, _ end: Int) -> Bool { at < end && isDigit(at) }
  func isBlank(_ at: Int) -> Bool { classes[Int(text[at])] == .space }
  func isUpper(_ at: Int) -> Bool { text[at] &- 0x41 < 26 }
  func isLower(_ at: Int) -> Bool { text[at] &- 0x61 < 26 }

  func isWordByte(_ at: Int) -> Bool {
    switch classes[Int(text[at])] {
    case .letter, .digit: true
    case .beyondASCII: Scalars.classify(Scalars.decode(text, at: at).scalar) == .letter
    default: text[at] == UInt8(ascii: "_")
    }
  }

  func isLetter(_ at: Int, _ end: Int) -> Bool {
    guard at < end else { return false }
    if text[at] < 0x80 { return isASCIILetter(at) }
    return Scalars.classify(Scalars.decode(text, at: at).scalar) == .letter
  }

  func isLetterBefore(_ at: Int) -> Bool {
    text[at - 1] < 0x80
      ? isASCIILetter(at - 1)
      : Scalars.classify(Scalars.decodeBackwards(text, before: at).scalar) == .letter
  }

  func nextIsCapital(_ at: Int, _ end: Int) -> Bool {
    let next = skipBlanks(at, end)
    guard next < end else { return false }
    if text[next] < 0x80 { return isUpper(next) }
    return Scalars.decode(text, at: next).scalar.properties.isUppercase
  }

  func nextIsDigit(_ at: Int, _ end: Int) -> Bool {
    let next = skipBlanks(at, end)
    return next < end && isDigit(next)
  }

  func skipBlanks(_ at: Int, _ end: Int) -> Int {
    var at = at
    while at < end, text[at] == 0x20 || text[at] == 0x0A { at += 1 }
    return at
  }
}
