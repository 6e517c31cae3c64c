import StetDocument

/// Finds the sentences of a block. News is the measure: initials, titles, “U.S. troops”, ellipses, and
/// quotations that end inside a sentence do not end one.
struct SentenceSplitter {
  let text: UnsafeBufferPointer<UInt8>
  let tokens: UnsafeBufferPointer<Token>
  let lexicon: Lexicon

  func append(block: Int, _ range: Range<Int>, to sentences: inout [Sentence]) {
    var first = range.lowerBound
    var at = range.lowerBound
    while at < range.upperBound {
      let (ends, last) = boundary(after: at, in: range)
      at = last + 1
      guard ends, at > first else { continue }
      sentences.append(Sentence(first: first, end: at, block: block))
      first = at
    }
    if first < range.upperBound {
      sentences.append(Sentence(first: first, end: range.upperBound, block: block))
    }
  }

  /// Whether a sentence ends with the token at `at` and the closing marks after it; and the last of those.
  private func boundary(after at: Int, in range: Range<Int>) -> (ends: Bool, last: Int) {
    let token = tokens[at]
    let terminal = terminal(token)
    guard terminal != .none else { return (false, at) }
    var last = at
    while last + 1 < range.upperBound, isCloser(tokens[last + 1]) { last += 1 }
    guard last + 1 < range.upperBound else { return (true, last) }
    let next = tokens[last + 1]
    guard next.spaceBefore else { return (false, last) }
    switch terminal {
    case .none: return (false, last)
    case .abbreviation: return (last == at && endsAfterAbbreviation(token, next), last)
    case .stop where isListLabel(at, range): return (false, last)
    case .stop: return (true, last)
    case .mark: return (!startsLower(last + 1, range), last)
    }
  }

  private enum Terminal { case none, stop, mark, abbreviation }

  private func terminal(_ token: Token) -> Terminal {
    let lastByte = text[Int(token.end) - 1]
    if token.isPunctuation {
      switch lastByte {
      case UInt8(ascii: "."): return token.length == 1 ? .stop : .mark
      case UInt8(ascii: "!"), UInt8(ascii: "?"): return .mark
      case 0xA6 where token.length == 3: return text[Int(token.start) + 1] == 0x80 ? .mark : .none  // …
      default: return .none
      }
    }
    return token.isWord && lastByte == UInt8(ascii: ".") ? .abbreviation : .none
  }

  /// A closing quotation mark or bracket that hugs the token before it.
  private func isCloser(_ token: Token) -> Bool {
    guard token.isPunctuation, !token.spaceBefore else { return false }
    switch text[Int(token.start)] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): return true
    case 0xE2 where token.length == 3:
      let third = text[Int(token.start) + 2]
      return text[Int(token.start) + 1] == 0x80 && (third == 0x99 || third == 0x9D)
    case 0xC2: return text[Int(token.start) + 1] == 0xBB  // »
    default: return false
    }
  }

  /// After “U.S.” or “a.m.” a sentence ends only before a word that never takes a capital inside one;
  /// after a title or an initial never.
  private func endsAfterAbbreviation(_ token: Token, _ next: Token) -> Bool {
    if lexicon.has(keyWithoutStop(token), .title) || token.length == 2 { return false }
    return next.isWord && next.isCapitalized && lexicon.has(next.key, .functionWord)
  }

  private func keyWithoutStop(_ token: Token) -> WordKey {
    let word = UnsafeBufferPointer(rebasing: text[Int(token.start)..<Int(token.end) - 1])
    return lexicon.find(word) ?? .none
  }

  private func startsLower(_ at: Int, _ range: Range<Int>) -> Bool {
    var at = at
    while at < range.upperBound, tokens[at].isPunctuation { at += 1 }
    return at < range.upperBound && tokens[at].isWord && tokens[at].isLower
  }

  /// “1.” or “a.” at the head of a block.
  private func isListLabel(_ at: Int, _ range: Range<Int>) -> Bool {
    at == range.lowerBound + 1 && tokens[at - 1].length <= 2 && !tokens[at].spaceBefore
  }
}
