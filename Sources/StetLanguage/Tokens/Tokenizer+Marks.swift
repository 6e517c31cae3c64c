import StetDocument

/// Numbers, marks, symbols and addresses.
extension Tokenizer {
  mutating func number(_ start: Int, _ end: Int, _ blank: Bool) -> Int {
    var at = start
    var spelling = SpellingShape()
    while at < end {
      let byte = text[at]
      switch classes[Int(byte)] {
      case .digit: at += 1
      case .letter:
        spelling.letter(isUpper: byte < 0x61)
        at += 1
      case .punctuation:
        let separates =
          byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":")
          || byte == UInt8(ascii: "/")
        guard separates, at + 1 < end, isDigit(at + 1), isDigit(at - 1) else {
          add(start, at, .number, blank, spelling.shape)
          return at
        }
        at += 1
      case .beyondASCII:
        let (scalar, length) = Scalars.decode(text, at: at)
        let kind = Scalars.classify(scalar)
        guard kind == .letter || kind == .digit || kind == .mark || kind == .invisible else {
          add(start, at, .number, blank, spelling.shape)
          return at
        }
        at += length
      default:
        add(start, at, .number, blank, spelling.shape)
        return at
      }
    }
    add(start, at, .number, blank, spelling.shape)
    return at
  }

  mutating func punctuation(_ start: Int, _ end: Int, _ blank: Bool) -> Int {
    let byte = text[start]
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "-"), UInt8(ascii: "*"),
      UInt8(ascii: "_"):
      return run(of: byte, start, end, blank, .punctuation)
    case UInt8(ascii: "@"), UInt8(ascii: "#"):
      var at = start + 1
      while at < end, isWordByte(at) { at += 1 }
      let isName = at > start + 1
      let kind: Token.Kind = byte == UInt8(ascii: "@") ? .handle : .hashtag
      add(start, at, isName ? kind : .symbol, blank)
      return at
    default:
      add(start, start + 1, .punctuation, blank)
      return start + 1
    }
  }

  mutating func run(
    of byte: UInt8, _ start: Int, _ end: Int, _ blank: Bool, _ kind: Token.Kind
  ) -> Int {
    var at = start + 1
    while at < end, text[at] == byte { at += 1 }
    add(start, at, kind, blank)
    return at
  }

  /// An emoji with everything that is joined to it, or another symbol alone.
  mutating func symbol(
    _ scalar: Unicode.Scalar, _ start: Int, _ length: Int, _ end: Int, _ blank: Bool
  ) -> Int {
    var at = start + length
    guard scalar.properties.isEmoji || scalar.properties.isEmojiPresentation else {
      add(start, at, .symbol, blank)
      return at
    }
    var afterJoiner = false
    var flag = (0x1F1E6...0x1F1FF).contains(scalar.value)
    while at < end, text[at] >= 0x80 {
      let (next, width) = Scalars.decode(text, at: at)
      let isModifier = next.properties.isEmojiModifier || (0xFE00...0xFE0F).contains(next.value)
      let isTag = (0xE0020...0xE007F).contains(next.value) || next.value == 0x20E3
      let isSecondFlag = flag && (0x1F1E6...0x1F1FF).contains(next.value)
      guard next.value == 0x200D || isModifier || isTag || isSecondFlag || afterJoiner else { break }
      if isSecondFlag { flag = false }
      afterJoiner = next.value == 0x200D
      at += width
    }
    add(start, at, .emoji, blank)
    return at
  }

  /// The end of a web address that starts here.
  func address(_ start: Int, _ end: Int) -> Int? {
    let first = text[start] | 0x20
    guard first == UInt8(ascii: "h") || first == UInt8(ascii: "w") || first == UInt8(ascii: "f") else {
      return nil
    }
    guard ["http://", "https://", "www.", "ftp://"].contains(where: { matches($0, at: start, end) }) else {
      return nil
    }
    var at = start
    while at < end, text[at] > 0x20, text[at] != UInt8(ascii: "<"), text[at] != UInt8(ascii: ">"),
      text[at] != UInt8(ascii: "\""), text[at] != Document.placeholder
    {
      at += 1
    }
    while at > start, ".,;:!?)]'".utf8.contains(text[at - 1]) { at -= 1 }
    return at
  }

  func email(from start: Int, at: Int, _ end: Int) -> Int? {
    var stop = at + 1
    var hasDot = false
    while stop < end, isWordByte(stop) || text[stop] == UInt8(ascii: ".") || text[stop] == UInt8(ascii: "-") {
      if text[stop] == UInt8(ascii: ".") { hasDot = stop + 1 < end && isWordByte(stop + 1) || hasDot }
      stop += 1
    }
    while stop > at, text[stop - 1] == UInt8(ascii: ".") || text[stop - 1] == UInt8(ascii: "-") { stop -= 1 }
    return hasDot && stop > at + 1 ? stop : nil
  }
}
