import StetDocument

/// Apostrophes: clitics (’s ’ll ’re ’ve ’d ’m n’t), years (’72), pairs of single marks.
extension Tokenizer {
  /// Where the clitic of a word starts.
  func clitic(_ start: Int, _ end: Int) -> Int? {
    let length = end - start
    guard length >= 3 else { return nil }
    var at = end - 1
    var letters = 0
    while at > start, letters < 3 {
      if let width = apostrophe(endingAt: at) {
        let mark = at - width + 1
        guard mark > start else { return nil }
        if end - at == 2, text[at + 1] | 0x20 == UInt8(ascii: "t") {
          let n = mark - 1
          return n > start && text[n] | 0x20 == UInt8(ascii: "n") ? n : nil
        }
        return isCliticTail(at + 1, end) ? mark : nil
      }
      at -= 1
      letters += 1
    }
    return nil
  }

  /// The letters after the apostrophe of a clitic: s, d, m, ll, re, ve.
  private func isCliticTail(_ at: Int, _ end: Int) -> Bool {
    switch end - at {
    case 1:
      let letter = text[at] | 0x20
      return letter == UInt8(ascii: "s") || letter == UInt8(ascii: "d") || letter == UInt8(ascii: "m")
    case 2: return matches("ll", at: at, end) || matches("re", at: at, end) || matches("ve", at: at, end)
    default: return false
    }
  }

  private func apostrophe(endingAt at: Int) -> Int? {
    if text[at] == UInt8(ascii: "'") { return 1 }
    if text[at] == 0x99, at >= 2, text[at - 1] == 0x80, text[at - 2] == 0xE2 { return 3 }
    return nil
  }

  /// A single mark that does not stand in a word: a clitic that hangs on something else or on nothing
  /// (“U.S.’s”, “Rent”’s), a year (’72), a doubled mark ('' and ’’), or a mark alone.
  mutating func apostrophe(_ start: Int, _ width: Int, _ end: Int, _ blank: Bool, opens: Bool) -> Int {
    let next = start + width
    guard next < end else {
      add(start, next, .punctuation, blank)
      return next
    }
    if let stop = doubled(start, width, end) {
      add(start, stop, .punctuation, blank)
      return stop
    }
    if !opens, isASCIILetter(next), let stop = lettersEnd(next, end), isCliticTail(next, stop),
      !isClosed(stop, end)
    {
      add(start, stop, .word, blank, .lower)
      return stop
    }
    let isFirst = blank || start == 0 || isBlank(start - 1)
    if isFirst, next + 1 < end, isDigit(next), isDigit(next + 1), !isDigitAt(next + 2, end) {
      var stop = next + 2
      if stop < end, text[stop] == UInt8(ascii: "s") { stop += 1 }
      if stop == end || !isWordByte(stop), !isClosed(stop, end) {
        add(start, stop, .number, blank)
        return stop
      }
    }
    add(start, next, .punctuation, blank)
    return next
  }

  /// The end of two equal single marks; ’’ may also begin with ‘. Three of them are no pair.
  private func doubled(_ start: Int, _ width: Int, _ end: Int) -> Int? {
    let stop = start + 2 * width
    guard stop <= end else { return nil }
    if width == 1 {
      guard text[start + 1] == text[start], stop == end || text[stop] != text[start] else { return nil }
      return start > 0 && text[start - 1] == text[start] ? nil : stop
    }
    guard isSingleCurly(start), isSingleCurly(start + 3) else { return nil }
    return stop
  }

  private func isSingleCurly(_ at: Int) -> Bool {
    text[at] == 0xE2 && text[at + 1] == 0x80 && (text[at + 2] == 0x98 || text[at + 2] == 0x99)
  }

  /// Whether a single quotation mark follows, so that what stands here is quoted: 's'.
  private func isClosed(_ at: Int, _ end: Int) -> Bool {
    at < end && (text[at] == UInt8(ascii: "'") || at + 2 < end && isSingleCurly(at))
  }

  /// The end of at most three letters that nothing else of a word follows.
  func lettersEnd(_ start: Int, _ end: Int) -> Int? {
    var at = start
    while at < end, at < start + 3, isASCIILetter(at) { at += 1 }
    return at == end || !isWordByte(at) ? at : nil
  }

  /// The end of 's after a number, and whether it belongs to it: the 1930's, but 2003's comedy.
  func numberClitic(_ start: Int, _ at: Int, _ end: Int) -> (stop: Int, joins: Bool)? {
    let width = text[at] == UInt8(ascii: "'") ? 1 : at + 2 < end && isSingleCurly(at) ? 3 : 0
    let letter = at + width
    guard width > 0, letter < end, text[letter] | 0x20 == UInt8(ascii: "s"),
      letter + 1 == end || !isWordByte(letter + 1)
    else { return nil }
    let isDecade = (at - start == 2 || at - start == 4) && text[at - 1] == UInt8(ascii: "0")
    return (letter + 1, isDecade)
  }
}
