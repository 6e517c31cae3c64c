import StetDocument

/// Cuts prose into tokens in Universal Dependencies style (universaldependencies.org, “Tokenization and word
/// segmentation”; English: clitics split, hyphenated words split but for common affixes).
///
/// One pass. Nearly every word is a run of letters before a blank or a comma, and is done in `word`; what has
/// marks inside goes on in `markedWord`.
struct Tokenizer {
  let text: UnsafeBufferPointer<UInt8>
  let words: WordTable
  let lexicon: Lexicon
  var tokens: [Token] = []
  let classes = CharacterClass.table
  let bytes: UnsafePointer<UInt8>
  private let storage: UnsafeMutablePointer<WordStorage>

  init(text: UnsafeBufferPointer<UInt8>, words: WordTable, lexicon: Lexicon) {
    self.text = text
    self.words = words
    self.lexicon = lexicon
    storage = words.storage
    // Never read when there is no text.
    bytes = text.baseAddress ?? UnsafeRawPointer(classes).assumingMemoryBound(to: UInt8.self)
  }

  /// Appends the tokens of one block.
  mutating func scan(_ block: ProseRange) {
    var at = block.lower
    let end = block.upper
    precondition(end <= text.count, "a block must lie in the prose")
    var blank = false
    while at < end {
      let byte = bytes[at]
      switch classes[Int(byte)] {
      case .space:
        blank = true
        at += 1
        continue
      case .letter: at = word(at, end, blank)
      case .digit: at = number(at, end, blank)
      case .punctuation: at = punctuation(at, end, blank)
      case .symbol: at = asciiSymbol(at, end, blank)
      case .control:
        add(at, at + 1, .placeholder, blank)
        at += 1
      case .beyondASCII:
        guard let next = beyondASCII(at, end, blank) else {
          blank = true
          at += Scalars.decode(text, at: at).length
          continue
        }
        at = next
      }
      blank = false
    }
  }

  /// The end of the token that starts here with a character beyond ASCII; nil for a blank.
  @inline(never)
  private mutating func beyondASCII(_ at: Int, _ end: Int, _ blank: Bool) -> Int? {
    let (scalar, length) = Scalars.decode(text, at: at)
    switch Scalars.classify(scalar) {
    case .space: return nil
    case .letter: return markedWord(at, at, end, blank, SpellingShape())
    case .digit: return number(at, end, blank)
    case .invisible, .mark:
      let next = at + length
      if next < end, isWordByte(next) { return markedWord(at, at, end, blank, SpellingShape()) }
      add(at, next, .symbol, blank)
      return next
    case .punctuation:
      if scalar == "\u{2019}" || scalar == "\u{2018}" {
        return apostrophe(at, length, end, blank, opens: scalar == "\u{2018}")
      }
      add(at, at + length, .punctuation, blank)
      return at + length
    case .symbol: return symbol(scalar, at, length, end, blank)
    case .control:
      add(at, at + length, .placeholder, blank)
      return at + length
    }
  }

  // MARK: Words

  private mutating func word(_ start: Int, _ end: Int, _ blank: Bool) -> Int {
    var at = start &+ 1
    let firstIsUpper = bytes[start] < 0x61
    var upper = firstIsUpper ? 1 : 0
    while at < end, case .letter = classes[Int(bytes[at])] {
      upper &+= bytes[at] < 0x61 ? 1 : 0
      at &+= 1
    }
    if at < end, bytes[at] != 0x20, bytes[at] != UInt8(ascii: ",") {
      let spelling = SpellingShape(upper: upper, lower: at - start - upper, firstIsUpper: firstIsUpper)
      return markedWord(start, at, end, blank, spelling)
    }
    let shape: Token.Shape =
      upper == 0
      ? .lower : upper == 1 && firstIsUpper ? .capitalized : upper == at &- start ? .upper : .mixed
    addWord(start, at, blank, shape)
    return at
  }

  /// Goes on with a word at `at`, where something other than an ASCII letter stands.
  @inline(never)
  private mutating func markedWord(
    _ start: Int, _ at: Int, _ end: Int, _ blank: Bool, _ spelling: SpellingShape
  ) -> Int {
    if let stop = address(start, end) {
      add(start, stop, .url, blank)
      return stop
    }
    var spelling = spelling
    var at = at
    var hasApostrophe = false
    scan: while at < end {
      let byte = bytes[at]
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
          guard scalar == "\u{2019}", isLetter(at + length, end), at > start else { break scan }
          hasApostrophe = true
          at += length
        }
      case .punctuation:
        if let (stop, kind) = dottedName(start, at, end) {
          add(start, stop, kind, blank, kind == .word ? spelling.shape : .none)
          return stop
        }
        guard joins(byte, at, start, end) else { break scan }
        if byte == UInt8(ascii: "'") { hasApostrophe = true }
        at += 1
      default: break scan
      }
    }
    let stop = abbreviation(start, at, end)
    if stop > at {
      add(start, stop, .word, blank, spelling.shape)
      return stop
    }
    if hasApostrophe, let split = clitic(start, at) {
      add(start, split, .word, blank, spelling.shape)
      add(split, at, .word, false, .lower)
    } else {
      addWord(start, at, blank, spelling.shape)
    }
    return at
  }

  /// Whether a mark stands inside a word: don't, AT&T, snake_case, re-elect, w/o, d*mn.
  private func joins(_ byte: UInt8, _ at: Int, _ start: Int, _ end: Int) -> Bool {
    guard at > start, at + 1 < end else { return false }
    switch byte {
    case UInt8(ascii: "'"): return isLetter(at + 1, end) && isLetterBefore(at)
    case UInt8(ascii: "_"): return isWordByte(at + 1)
    case UInt8(ascii: "*"):
      // A word with letters masked: d*mn.
      return isASCIILetter(at - 1) && isASCIILetter(at + 1)
    case UInt8(ascii: "&"): return isUpper(at - 1) && isUpper(at + 1)
    case UInt8(ascii: "-"):
      // mid-1990s, but A-10
      guard isLetter(at + 1, end) || isDigit(at + 1) && at - start > 2 else { return false }
      return lexicon.isJoinedPrefix(text, start, at) || lexicon.isJoinedSuffix(text, at + 1, end)
    case UInt8(ascii: "/"):
      // Two single letters, or “w/out”.
      guard at == start + 1, isASCIILetter(start), isASCIILetter(at + 1) else { return false }
      let isSingle = at + 2 >= end || !isWordByte(at + 2)
      return isSingle || matches("w/out", at: start, end)
    default: return false
    }
  }

  /// Adds a word, cut in two if it is one that is always written together: cannot, gonna.
  mutating func addWord(_ start: Int, _ end: Int, _ blank: Bool, _ shape: Token.Shape) {
    let key = storage.pointee.intern(bytes + start, count: end - start, readable: text.count - start)
    if lexicon.has(key, .fused) {
      let split = start + lexicon.fusedLength(key)
      add(start, split, .word, blank, shape)
      add(split, end, .word, false, isLower(split) ? .lower : .upper)
      return
    }
    append(start, end, key, .word, blank, shape)
  }

  @inline(__always)
  mutating func add(
    _ start: Int, _ end: Int, _ kind: Token.Kind, _ blank: Bool, _ shape: Token.Shape = .none
  ) {
    let key = storage.pointee.intern(bytes + start, count: end - start, readable: text.count - start)
    append(start, end, key, kind, blank, shape)
  }

  @inline(__always)
  private mutating func append(
    _ start: Int, _ end: Int, _ key: WordKey, _ kind: Token.Kind, _ blank: Bool, _ shape: Token.Shape
  ) {
    tokens.append(
      Token(
        start: UInt32(truncatingIfNeeded: start), length: UInt32(truncatingIfNeeded: end - start), key: key,
        kind: kind, shape: shape, spaceBefore: blank))
  }
}
