import StetDocument

/// What begins with a figure.
extension Tokenizer {
  mutating func number(_ start: Int, _ end: Int, _ blank: Bool) -> Int {
    var at = start
    var spelling = SpellingShape()
    var isPlain = true
    scan: while at < end {
      let byte = text[at]
      switch classes[Int(byte)] {
      case .digit: at += 1
      case .letter:
        // 5km, 4:30pm, $5m: the unit is a word of its own.
        if isPlain, at > start, isUnit(at, end) { break scan }
        isPlain = false
        spelling.letter(isUpper: byte < 0x61)
        at += 1
      case .punctuation:
        if byte == UInt8(ascii: "-"), isPlain, let stop = dashedNumber(start, at, end) {
          add(start, stop, .number, blank)
          return stop
        }
        if byte == UInt8(ascii: "'"), let (stop, joins) = numberClitic(start, at, end) {
          add(start, joins ? stop : at, .number, blank, spelling.shape)
          if !joins { add(at, stop, .word, false, .lower) }
          return stop
        }
        if byte == UInt8(ascii: "."), at + 1 < end, isASCIILetter(at + 1),
          let stop = lexicon.fileEnding(text, at + 1, end)
        {
          add(start, stop, .word, blank, .lower)
          return stop
        }
        guard joinsFigures(byte, at, end), isDigit(at - 1) else { break scan }
        at += 1
      case .beyondASCII:
        let (scalar, length) = Scalars.decode(text, at: at)
        if scalar == "\u{2019}", let (stop, joins) = numberClitic(start, at, end) {
          add(start, joins ? stop : at, .number, blank, spelling.shape)
          if !joins { add(at, stop, .word, false, .lower) }
          return stop
        }
        let kind = Scalars.classify(scalar)
        guard kind == .letter || kind == .digit || kind == .mark || kind == .invisible else { break scan }
        if kind == .letter { spelling.letter(isUpper: scalar.properties.isUppercase) }
        at += length
      default: break scan
      }
    }
    add(start, at, .number, blank, spelling.shape)
    return at
  }

  /// 3.5 · 10:45 · 9/11 · 1,000 and 10,00,000, but a list of figures without blanks (13,14) is cut.
  private func joinsFigures(_ byte: UInt8, _ at: Int, _ end: Int) -> Bool {
    guard at + 1 < end, isDigit(at + 1) else { return false }
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "/"): return true
    case UInt8(ascii: ","):
      var stop = at + 1
      while stop < end, isDigit(stop) { stop += 1 }
      return stop - at == 4 || stop - at == 3 && stop < end && text[stop] == UInt8(ascii: ",")
    default: return false
    }
  }

  /// The end of a telephone number, a postcode or a date in figures that goes on at the hyphen at `at`:
  /// 713-555-0100 · 555-0100 · 12345-6789 · 11-20-2000. A range of two (2003-2005) is cut.
  private func dashedNumber(_ start: Int, _ at: Int, _ end: Int) -> Int? {
    guard at > start else { return nil }
    var stop = at
    var groups = 1
    for index in start..<at where !isDigit(index) {
      // 020/555-0147
      guard text[index] == UInt8(ascii: "/"), index - start == 3 else { return nil }
      groups += 1
    }
    var length = 0
    while stop + 1 < end, text[stop] == UInt8(ascii: "-"), isDigit(stop + 1) {
      groups += 1
      length = 0
      stop += 1
      while stop < end, isDigit(stop) {
        stop += 1
        length += 1
      }
    }
    guard stop == end || !isWordByte(stop) else { return nil }
    if groups > 2 { return stop }
    let first = at - start
    return groups == 2 && length == 4 && (first == 1 || first == 3 || first == 5) ? stop : nil
  }

  /// Whether a unit stands right after a figure, or any word of four small letters or more: a blank was
  /// forgotten.
  private func isUnit(_ at: Int, _ end: Int) -> Bool {
    if lexicon.isUnit(text, at, end) { return true }
    var stop = at
    while stop < end, isLower(stop) { stop += 1 }
    return stop - at >= 4 && (stop == end || !isWordByte(stop))
  }
}
