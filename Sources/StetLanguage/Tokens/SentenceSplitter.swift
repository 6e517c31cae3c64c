import StetDocument

/// Finds the sentences of a block. News is the measure: initials, titles, “U.S. troops”, ellipses, and
/// quotations that end inside a sentence do not end one.
struct SentenceSplitter {
  let text: UnsafeBufferPointer<UInt8>
  let tokens: UnsafeBufferPointer<Token>
  let lexicon: Lexicon
  let words: WordTable

  func append(block: Int, _ range: Range<Int>, to sentences: inout [Sentence]) {
    var first = range.lowerBound
    var at = range.lowerBound
    while at < range.upperBound {
      let kind = terminal(tokens[at])
      if case .none = kind {
        at += 1
        continue
      }
      let (ends, last) = boundary(after: at, kind, from: first, range.upperBound)
      if case .rule = kind, at > first {
        sentences.append(Sentence(first: first, end: at, block: block))
        first = at
      }
      at = last + 1
      guard ends else { continue }
      sentences.append(Sentence(first: first, end: at, block: block))
      first = at
    }
    if first < range.upperBound {
      sentences.append(Sentence(first: first, end: range.upperBound, block: block))
    }
  }

  private enum Terminal {
    case none
    /// A single full stop.
    case stop
    /// ! ? ... …
    case mark
    /// A word with its full stop.
    case abbreviation
    /// :)
    case emoticon
    /// A line drawn with hyphens or the like: a sentence of its own.
    case rule
  }

  @inline(__always)
  private func terminal(_ token: Token) -> Terminal {
    switch token.kind {
    case .word: text[Int(token.end) - 1] == UInt8(ascii: ".") ? .abbreviation : .none
    case .punctuation: terminalMark(token)
    case .symbol: token.length >= Self.ruleLength ? .rule : .none
    case .emoji: .emoticon
    default: .none
    }
  }

  private static let ruleLength = 8

  private func terminalMark(_ token: Token) -> Terminal {
    switch text[Int(token.end) - 1] {
    case UInt8(ascii: "."): return token.length == 1 ? .stop : .mark
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return .mark
    case 0xA6 where token.length == 3: return text[Int(token.start) + 1] == 0x80 ? .mark : .none  // …
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      return token.length >= Self.ruleLength ? .rule : .none
    default: return .none
    }
  }

  /// Whether a sentence ends with the terminal at `at` and the closing marks after it; and the last of those.
  private func boundary(
    after at: Int, _ terminal: Terminal, from first: Int, _ end: Int
  ) -> (ends: Bool, last: Int) {
    var terminal = terminal
    var last = at
    // “. . .”, “? ?” and what else is written apart.
    while last + 1 < end, case .punctuation = tokens[last + 1].kind, isTerminal(tokens[last + 1]) {
      last += 1
      if case .rule = terminal { continue }
      terminal = .mark
    }
    let mark = last
    while last + 1 < end, isCloser(last + 1, end) { last += 1 }
    last = citation(after: last, end)
    if last + 1 < end, case .emoji = tokens[last + 1].kind {
      last += 1
      return (!startsLower(last + 1, end), last)
    }
    guard last + 1 < end else { return (true, last) }
    let next = tokens[last + 1]
    if !next.spaceBefore { return (isGlued(at, last, next, terminal), last) }
    if isDash(next) { return (false, last) }
    switch terminal {
    case .none: return (false, last)
    case .rule: return (true, last)
    case .abbreviation: return (endsAfterAbbreviation(tokens[at], next), last)
    case .stop where isListLabel(at, from: first): return (false, last)
    case .stop: return (true, last)
    case .emoticon: return (next.isCapitalized, last)
    case .mark: return (endsAfterMark(at, mark, last, end), last)
    }
  }

  private func isTerminal(_ token: Token) -> Bool {
    switch terminalMark(token) {
    case .stop, .mark: true
    default: false
    }
  }

  /// A closing quotation mark or bracket that hugs the token before it, or stands last in the block.
  private func isCloser(_ at: Int, _ end: Int) -> Bool {
    let token = tokens[at]
    guard token.isPunctuation, !token.spaceBefore || at + 1 == end else { return false }
    switch text[Int(token.start)] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): return true
    case 0xE2 where token.length % 3 == 0:
      let third = text[Int(token.start) + 2]
      return text[Int(token.start) + 1] == 0x80 && (third == 0x99 || third == 0x9D)
    case 0xC2: return text[Int(token.start) + 1] == 0xBB  // »
    default: return false
    }
  }

  /// The end of reference numbers in brackets, “[2] [3]”, which belong to the sentence before them.
  private func citation(after at: Int, _ end: Int) -> Int {
    var last = at
    while last + 3 < end, isMark(last + 1, UInt8(ascii: "[")), case .number = tokens[last + 2].kind,
      isMark(last + 3, UInt8(ascii: "]"))
    {
      last += 3
    }
    return last
  }

  private func isMark(_ at: Int, _ byte: UInt8) -> Bool {
    tokens[at].length == 1 && text[Int(tokens[at].start)] == byte
  }

  private func isDash(_ token: Token) -> Bool {
    guard token.isPunctuation, token.length <= 3 else { return false }
    let start = Int(token.start)
    if text[start] == UInt8(ascii: "-") { return true }
    return token.length == 3 && text[start] == 0xE2 && text[start + 1] == 0x80
      && (text[start + 2] == 0x93 || text[start + 2] == 0x94)
  }

  /// Without a blank a sentence ends only between a word in small letters and one with a capital: a blank
  /// was forgotten.
  private func isGlued(_ at: Int, _ last: Int, _ next: Token, _ terminal: Terminal) -> Bool {
    switch terminal {
    case .stop, .mark: break
    default: return false
    }
    guard at > 0, tokens[at - 1].isWord, tokens[at - 1].isLower, tokens[at - 1].length > 1 else {
      return false
    }
    return last == at && next.isWord && next.shape == .capitalized
  }

  /// After “U.S.” or “a.m.” a sentence ends only before a word that never takes a capital inside one;
  /// after a title, an initial, “e.g.” or “i.e.” never.
  private func endsAfterAbbreviation(_ token: Token, _ next: Token) -> Bool {
    if token.length == 2 || isLatin(token) || lexicon.has(keyWithoutStop(token), .title) { return false }
    return next.isWord && next.isCapitalized && lexicon.has(next.key, .functionWord)
  }

  private func isLatin(_ token: Token) -> Bool {
    guard token.length == 4 else { return false }
    let letters = (text[Int(token.start)], text[Int(token.start) + 2])
    return letters == (UInt8(ascii: "e"), UInt8(ascii: "g"))
      || letters == (UInt8(ascii: "i"), UInt8(ascii: "e"))
  }

  private func keyWithoutStop(_ token: Token) -> WordKey {
    words.find(UnsafeBufferPointer(rebasing: text[Int(token.start)..<Int(token.end) - 1])) ?? .none
  }

  /// After “!”, “?” or an ellipsis a sentence goes on with a small letter, but for hasty writing: “what a
  /// mistake! she left” has a small letter on both sides, and no quotation ends. “Maria! (1965)” is a title.
  private func endsAfterMark(_ at: Int, _ mark: Int, _ last: Int, _ end: Int) -> Bool {
    let isAfterCapital = at > 0 && tokens[at - 1].isCapitalized
    if isAfterCapital, last == mark, isMark(last + 1, UInt8(ascii: "(")) { return false }
    guard startsLower(last + 1, end) else { return true }
    guard last == mark, at > 0, tokens[at - 1].isLower, tokens[last + 1].isWord else { return false }
    switch text[Int(tokens[mark].start)] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    default: return false
    }
  }

  private func startsLower(_ at: Int, _ end: Int) -> Bool {
    var at = at
    while at < end, tokens[at].isPunctuation { at += 1 }
    return at < end && tokens[at].isWord && tokens[at].isLower
  }

  /// “1.” or “a.” at the head of a sentence or after a colon.
  private func isListLabel(_ at: Int, from first: Int) -> Bool {
    guard at > first, !tokens[at].spaceBefore else { return false }
    let label = tokens[at - 1]
    switch label.kind {
    case .number where label.length <= 2: break
    case .word where label.length == 1: break
    default: return false
    }
    return at == first + 1 || isMark(at - 2, UInt8(ascii: ":"))
  }
}
