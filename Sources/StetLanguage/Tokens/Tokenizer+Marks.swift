import StetDocument

/// Marks, symbols and emoticons.
extension Tokenizer {
  mutating func punctuation(_ start: Int, _ end: Int, _ blank: Bool) -> Int {
    let byte = bytes[start]
    switch byte {
    case UInt8(ascii: ","):
      add(start, start + 1, .punctuation, blank)
      return start + 1
    case UInt8(ascii: "."):
      if blank, start + 1 < end, isDigit(start + 1) { return leadingMark(start, end, blank) }
      if start + 1 < end, isASCIILetter(start + 1), let stop = lexicon.fileEnding(text, start + 1, end) {
        add(start, stop, .word, blank, .lower)
        return stop
      }
      return finalMarks(start, end, blank)
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return finalMarks(start, end, blank)
    case UInt8(ascii: "'"): return apostrophe(start, 1, end, blank, opens: false)
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      return run(of: byte, start, end, blank, .punctuation)
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "("):
      if let stop = emoticon(start, end) {
        add(start, stop, .emoji, blank)
        return stop
      }
      add(start, start + 1, .punctuation, blank)
      return start + 1
    case UInt8(ascii: "@"), UInt8(ascii: "#"):
      var at = start + 1
      if at < end, !isDigit(at) { while at < end, isWordByte(at) { at += 1 } }
      let isName = at > start + 1
      if !isName, byte == UInt8(ascii: "#") { return run(of: byte, start, end, blank, .symbol) }
      let kind: Token.Kind = byte == UInt8(ascii: "@") ? .handle : .hashtag
      add(start, at, isName ? kind : .symbol, blank)
      return at
    default:
      add(start, start + 1, .punctuation, blank)
      return start + 1
    }
  }

  mutating func asciiSymbol(_ start: Int, _ end: Int, _ blank: Bool) -> Int {
    let byte = bytes[start]
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "^"):
      if let stop = emoticon(start, end) {
        add(start, stop, .emoji, blank)
        return stop
      }
    case UInt8(ascii: "+"):
      if start + 1 < end, isDigit(start + 1), blank || start == 0 || isBlank(start - 1) {
        return leadingMark(start, end, blank)
      }
    case UInt8(ascii: "`"):
      // A grave accent in place of an apostrophe: Levi`s.
      if !blank, start > 0, isWordByte(start - 1), start + 1 < end, text[start + 1] == UInt8(ascii: "s"),
        start + 2 == end || !isWordByte(start + 2)
      {
        add(start, start + 2, .word, blank, .lower)
        return start + 2
      }
    default: break
    }
    return run(of: byte, start, end, blank, .symbol)
  }

  /// +44 and .05: a number with a mark before it.
  private mutating func leadingMark(_ start: Int, _ end: Int, _ blank: Bool) -> Int {
    let stop = number(start + 1, end, blank)
    // The number was added last, or last but one with its clitic.
    let index = tokens.lastIndex { $0.start == UInt32(start + 1) } ?? tokens.count - 1
    tokens[index].start = UInt32(start)
    tokens[index].length += 1
    tokens[index].key = words.intern(slice(start, Int(tokens[index].end)))
    return stop
  }

  /// A run of full stops, exclamation marks and question marks: ?! !!! An ellipsis is a token of its own.
  private mutating func finalMarks(_ start: Int, _ end: Int, _ blank: Bool) -> Int {
    let stop = UInt8(ascii: ".")
    var at = start + 1
    if at < end, bytes[start] == stop, bytes[at] == stop {
      while at < end, bytes[at] == stop { at += 1 }
    } else {
      while at < end, bytes[at] == stop || bytes[at] == UInt8(ascii: "!") || bytes[at] == UInt8(ascii: "?") {
        if bytes[at] == stop, at + 1 < end, bytes[at + 1] == stop { break }
        at += 1
      }
    }
    add(start, at, .punctuation, blank)
    return at
  }

  mutating func run(
    of byte: UInt8, _ start: Int, _ end: Int, _ blank: Bool, _ kind: Token.Kind
  ) -> Int {
    var at = start + 1
    while at < end, text[at] == byte { at += 1 }
    add(start, at, kind, blank)
    return at
  }

  /// The end of an emoticon between blanks, written from the side, or of ^_^ and <3. A blank or the start of
  /// the text must stand before it, so that a bracket that closes is left alone.
  private func emoticon(_ start: Int, _ end: Int) -> Int? {
    guard start == 0 || isBlank(start - 1) || ".!?".utf8.contains(text[start - 1]), start + 1 < end else {
      return nil
    }
    for literal: StaticString in ["^_^", "<3", ">:("] where matches(literal, at: start, end) {
      return endsEmoticon(start + literal.utf8CodeUnitCount, end)
    }
    var at = start
    if text[at] == UInt8(ascii: "(") {  // (: and (-:
      at += 1
      if at < end, text[at] == UInt8(ascii: "-") { at += 1 }
      guard at < end, text[at] == UInt8(ascii: ":") else { return nil }
      return endsEmoticon(at + 1, end)
    }
    guard isEyes(text[at]) else { return nil }
    at += 1
    if at < end, "-'^".utf8.contains(text[at]) { at += 1 }
    guard at < end, ")(DPpOo/\\|*][".utf8.contains(text[at]) else { return nil }
    let mouth = text[at]
    while at < end, text[at] == mouth { at += 1 }
    return endsEmoticon(at, end)
  }

  private func isEyes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "=")
  }

  private func endsEmoticon(_ at: Int, _ end: Int) -> Int? {
    at == end || isBlank(at) || ".,!?)".utf8.contains(text[at]) ? at : nil
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
}
