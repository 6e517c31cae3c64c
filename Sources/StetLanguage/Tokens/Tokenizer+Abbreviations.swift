import StetDocument

/// Full stops that belong to the word before them.
extension Tokenizer {
  /// The end of the token when the full stop at `at` belongs to the word before it, else `at`:
  /// U.S. · a.m. · J. · Dr. · Ph.D.
  func abbreviation(_ start: Int, _ at: Int, _ end: Int) -> Int {
    guard at < end, text[at] == UInt8(ascii: ".") else { return at }
    let length = at - start
    if length == 1, isASCIILetter(start) { return initials(start, at, end) }
    if length == 2, text[start] == UInt8(ascii: "P"), text[start + 1] == UInt8(ascii: "h"), at + 2 < end,
      text[at + 1] == UInt8(ascii: "D"), text[at + 2] == UInt8(ascii: ".")
    {
      return at + 3
    }
    guard length <= 6, at + 1 == end || text[at + 1] != UInt8(ascii: ".") else { return at }
    if isUnknownAbbreviation(start, at, end) { return at + 1 }
    let wordClass = lexicon.classes(words.intern(slice(start, at)))
    if wordClass.isDisjoint(with: [.title, .abbreviation, .abbreviationBeforeName, .list, .state]) {
      return at
    }
    if wordClass.contains(.title) || wordClass.contains(.abbreviation) { return at + 1 }
    let next = skipBlanks(at + 1, end)
    if wordClass.contains(.list) {
      // “etc” gives its full stop to the sentence that it ends.
      return next == end || nextIsCapital(next, end) ? at : at + 1
    }
    if wordClass.contains(.state), isUpper(start), start > 1, isBlank(start - 1),
      text[start - 2] == UInt8(ascii: ",")
    {
      return at + 1
    }
    guard wordClass.contains(.abbreviationBeforeName) else { return at }
    if nextIsDigit(next, end) { return at + 1 }
    guard isUpper(start), nextIsCapital(next, end) else { return at }
    // “No. It was not”, “the Sun. Then”: a word of its own keeps the stop only before a month.
    if wordClass.contains(.otherDeterminer) || matches("sun", at: start, at) {
      return isMonth(next, end) ? at + 1 : at
    }
    return isFunctionWord(next, end) ? at : at + 1
  }

  /// U.S. and U.S, e.g., J. in a name; p. 12 and (c. 314).
  private func initials(_ start: Int, _ at: Int, _ end: Int) -> Int {
    var stop = at + 1
    while stop < end, isASCIILetter(stop), stop + 1 == end || !isWordByte(stop + 1) {
      guard stop + 1 < end, text[stop + 1] == UInt8(ascii: ".") else { return stop + 1 }
      stop += 2
    }
    if stop > at + 1 { return stop }
    if isUpper(start) {
      if isCommaOrSemicolon(at + 1, end) { return at + 1 }
      // An initial: a capital, and a capitalised word after it.
      guard text[start] != UInt8(ascii: "I"), nextIsCapital(at + 1, end) else { return at }
      return isFunctionWord(skipBlanks(at + 1, end), end) ? at : at + 1
    }
    let next = skipBlanks(at + 1, end)
    guard next < end, isDigit(next) else { return at }
    let isBracketed =
      start > 0
      && ("(;[,".utf8.contains(text[start - 1])
        || start > 1 && isBlank(start - 1) && ";,".utf8.contains(text[start - 2]))
    return text[start] == UInt8(ascii: "p") || isBracketed ? at + 1 : at
  }

  /// A full stop that cannot end a sentence: a comma follows, or a small letter or a figure after a word
  /// without a vowel (hrs. yrs. dept.).
  private func isUnknownAbbreviation(_ start: Int, _ at: Int, _ end: Int) -> Bool {
    if isCommaOrSemicolon(at + 1, end) { return true }
    let next = skipBlanks(at + 1, end)
    guard next > at + 1, next < end, isLower(next) || isDigit(next), at - start > 1, at - start < 5 else {
      return false
    }
    for index in start..<at {
      guard isLower(index) || index == start && isUpper(index), !"aeiouyAEIOUY".utf8.contains(text[index])
      else { return false }
    }
    return true
  }

  private func isCommaOrSemicolon(_ at: Int, _ end: Int) -> Bool {
    at < end && (text[at] == UInt8(ascii: ",") || text[at] == UInt8(ascii: ";"))
  }

  /// Whether the word that starts here never takes a capital inside a sentence. A single letter may be an
  /// initial as well.
  private func isFunctionWord(_ start: Int, _ end: Int) -> Bool {
    start + 1 < end && isWordByte(start + 1) && wordClass(start, end).contains(.functionWord)
  }

  private func isMonth(_ start: Int, _ end: Int) -> Bool {
    !wordClass(start, end).isDisjoint(with: [.month, .abbreviationBeforeName])
  }

  private func wordClass(_ start: Int, _ end: Int) -> WordClass {
    var at = start
    while at < end, isASCIILetter(at) { at += 1 }
    return at == end || !isWordByte(at) ? lexicon.classes(words.intern(slice(start, at))) : []
  }

  func slice(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[start..<end])
  }
}
