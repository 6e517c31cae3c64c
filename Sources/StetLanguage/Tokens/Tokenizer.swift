import StetDocument

/// Cuts prose into tokens in Universal Dependencies style (universaldependencies.org, “Tokenization and word
/// segmentation”; English: clitics split, hyphenated words split but for common prefixes).
struct Tokenizer {
  let text: UnsafeBufferPointer<UInt8>
  let words: WordTable
  let lexicon: Lexicon
  var tokens: [Token] = []
  let classes = CharacterClass.table

  init(text: UnsafeBufferPointer<UInt8>, words: WordTable, lexicon: Lexicon) {
    self.text = text
    self.words = words
    self.lexicon = lexicon
  }

  /// Appends the tokens of one block.
  mutating func scan(_ block: ProseRange) {
    var at = block.lower
    let end = block.upper
    var blank = false
    while at < end {
      let byte = text[at]
      switch classes[Int(byte)] {
      case .space:
        blank = true
        at += 1
        continue
      case .letter: at = word(at, end, blank)
      case .digit: at = number(at, end, blank)
      case .punctuation: at = punctuation(at, end, blank)
      case .symbol: at = run(of: byte, at, end, blank, .symbol)
      case .control:
        add(at, at + 1, .placeholder, blank)
        at += 1
      case .beyondASCII:
        let (scalar, length) = Scalars.decode(text, at: at)
        switch Scalars.classify(scalar) {
        case .space:
          blank = true
          at += length
          continue
        case .letter: at = word(at, end, blank)
        case .digit: at = number(at, end, blank)
        case .invisible, .mark:
          let next = at + length
          if next < end, isWordByte(next) {
            at = word(at, end, blank)
          } else {
            add(at, next, .symbol, blank)
            at = next
          }
        case .punctuation:
          add(at, at + length, .punctuation, blank)
          at += length
        case .symbol: at = symbol(scalar, at, length, end, blank)
        case .control:
          add(at, at + length, .placeholder, blank)
          at += length
        }
      }
      blank = false
    }
  }

  // MARK: Words

  mutating func word(_ start: Int, _ end: Int, _ blank: Bool) -> Int {
    if let stop = address(start, end) {
      add(start, stop, .url, blank)
      return stop
    }
    var spelling = SpellingShape()
    var at = start
    scan: while at < end {
      let byte = text[at]
      switch classes[Int(byte)] {
      case .letter:
        spelling.letter(isUpper: byte < 0x61)
        at += 1
      case .digit:
        at += 1
      case .beyondASCII:
        let (scalar, length) = Scalars.decode(text, at: at)
        switch Scalars.classify(scalar) {
        case .letter:
          spelling.letter(isUpper: scalar.properties.isUppercase)
          at += length
        case .mark, .invisible, .digit: at += length
        default:
          if scalar == "\u{2019}", isLetter(at + length, end), at > start {
            at += length
          } else {
            break scan
          }
        }
      case .punctuation:
        if byte == UInt8(ascii: "@"), let stop = email(from: start, at: at, end) {
          add(start, stop, .email, blank)
          return stop
        }
        guard joins(byte, at, start, end) else { break scan }
        at += 1
      default: break scan
      }
    }
    let stop = abbreviation(start, at, end)
    if stop > at {
      add(start, stop, .word, blank, spelling.shape)
      return stop
    }
    addWord(start, at, blank, spelling.shape)
    return at
  }

  /// Whether a mark stands inside a word: don't, AT&T, snake_case, bbc.co.uk, re-elect.
  func joins(_ byte: UInt8, _ at: Int, _ start: Int, _ end: Int) -> Bool {
    guard at > start, at + 1 < end else { return false }
    switch byte {
    case UInt8(ascii: "'"): return isLetter(at + 1, end) && isLetterBefore(at)
    case UInt8(ascii: "_"): return isWordByte(at + 1)
    case UInt8(ascii: "&"): return isUpper(at - 1) && isUpper(at + 1)
    case UInt8(ascii: "-"):
      return isLetter(at + 1, end) && lexicon.isJoinedPrefix(text, start, at)
    case UInt8(ascii: "."):
      return isLower(at + 1) && lexicon.isDomainEnding(text, at + 1, end) && !isUpper(start)
    default: return false
    }
  }

  /// The end of the token when the full stop at `at` belongs to the word before it, else `at`:
  /// U.S. · a.m. · J. · Dr. · Ph.D.
  func abbreviation(_ start: Int, _ at: Int, _ end: Int) -> Int {
    guard at < end, text[at] == UInt8(ascii: ".") else { return at }
    let length = at - start
    if length == 1, isASCIILetter(start) {
      var stop = at + 1
      while stop + 1 < end, isASCIILetter(stop), text[stop + 1] == UInt8(ascii: ".") { stop += 2 }
      if stop > at + 1 { return stop }
      // An initial: a capital, and a capitalised word after it.
      if isUpper(start), nextIsCapital(at + 1, end), text[start] != UInt8(ascii: "I") { return at + 1 }
      return at
    }
    if length == 2, text[start] == UInt8(ascii: "P"), text[start + 1] == UInt8(ascii: "h"), at + 2 < end,
      text[at + 1] == UInt8(ascii: "D"), text[at + 2] == UInt8(ascii: ".")
    {
      return at + 3
    }
    guard length <= 6 else { return at }
    let key = words.intern(slice(start, at))
    let followed = nextIsCapital(at + 1, end) || nextIsDigit(at + 1, end)
    if lexicon.has(key, .title) { return at + 1 }
    if lexicon.has(key, .abbreviation) { return at + 1 }
    if lexicon.has(key, .abbreviationBeforeName) { return followed && isUpper(start) ? at + 1 : at }
    return at
  }

  /// Adds a word, its clitic apart.
  mutating func addWord(_ start: Int, _ end: Int, _ blank: Bool, _ shape: Token.Shape) {
    if let split = clitic(start, end) {
      add(start, split, .word, blank, shape)
      add(split, end, .word, false, .lower)
      return
    }
    add(start, end, .word, blank, shape)
  }

  /// Where the clitic starts: 's 'll 're 've 'd 'm n't and the second half of “cannot”.
  func clitic(_ start: Int, _ end: Int) -> Int? {
    let length = end - start
    guard length >= 3 else { return nil }
    var at = end - 1
    var letters = 0
    while at > start, letters < 3 {
      if let width = apostrophe(endingAt: at) {
        let mark = at - width + 1
        let tail = end - at - 1
        guard mark > start, tail >= 1 else { return nil }
        let first = text[at + 1] | 0x20
        let second = tail > 1 ? text[at + 2] | 0x20 : 0
        switch (tail, first, second) {
        case (1, UInt8(ascii: "t"), _):
          let n = mark - 1
          return n > start && text[n] | 0x20 == UInt8(ascii: "n") ? n : nil
        case (1, UInt8(ascii: "s"), _), (1, UInt8(ascii: "d"), _), (1, UInt8(ascii: "m"), _): return mark
        case (2, UInt8(ascii: "l"), UInt8(ascii: "l")), (2, UInt8(ascii: "r"), UInt8(ascii: "e")),
          (2, UInt8(ascii: "v"), UInt8(ascii: "e")):
          return mark
        default: return nil
        }
      }
      at -= 1
      letters += 1
    }
    if length == 6, lexicon.isCannot(text, start) { return start + 3 }
    return nil
  }

  func apostrophe(endingAt at: Int) -> Int? {
    if text[at] == UInt8(ascii: "'") { return 1 }
    if text[at] == 0x99, at >= 2, text[at - 1] == 0x80, text[at - 2] == 0xE2 { return 3 }
    return nil
  }

  func slice(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[start..<end])
  }

  mutating func add(
    _ start: Int, _ end: Int, _ kind: Token.Kind, _ blank: Bool, _ shape: Token.Shape = .none
  ) {
    tokens.append(
      Token(
        start: UInt32(start), length: UInt32(end - start), key: words.intern(slice(start, end)), kind: kind,
        shape: shape, spaceBefore: blank))
  }
}
