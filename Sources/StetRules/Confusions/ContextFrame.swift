import StetDocument
import StetLanguage

/// One place of a frame: what the token that stands there may be.
struct FrameElement {
  struct Flags: OptionSet {
    let rawValue: UInt16
    /// The sentence starts, perhaps with a quotation mark.
    static var start: Flags { Flags(rawValue: 1) }
    /// The sentence ends, or a mark that closes or parts stands there: ” ) : ; , . ! ? –
    static var end: Flags { Flags(rawValue: 2) }
    /// Any word or number.
    static var any: Flags { Flags(rawValue: 4) }
    static var comma: Flags { Flags(rawValue: 8) }
    /// The token must not be what the rest says.
    static var negated: Flags { Flags(rawValue: 16) }
    /// A word that begins with a capital letter.
    static var capital: Flags { Flags(rawValue: 32) }
    static var hyphen: Flags { Flags(rawValue: 64) }
    /// The sentence ends with . ! or ?
    static var stop: Flags { Flags(rawValue: 256) }
    /// Nowhere on this side of the sentence; takes no token.
    static var nowhere: Flags { Flags(rawValue: 128) }
  }

  /// Numbers of words, sorted, in the table's pool.
  var words: Range<Int>
  /// Bit n is the Penn tag with raw value n.
  var tags: UInt64
  /// Endings of words in the table's pool.
  var endings: Range<Int>
  var flags: Flags
  /// How many tokens in a row the element takes.
  var least: UInt8
  var most: UInt8
}

/// An ending of a word: its bytes from the last one on, and their number.
struct WordEnding {
  var reversed: UInt64
  var count: Int
}

/// The neighbours that a slip shows itself by.
struct ContextFrame {
  /// Elements to the left, nearest first, and to the right, in the table's pool.
  var left: Range<Int>
  var right: Range<Int>
  /// 1-based line of the table.
  var line: Int
}

/// The sentence around a word, as frames see it.
struct FrameContext {
  let text: UnsafeBufferPointer<UInt8>
  let tokens: UnsafeBufferPointer<Token>
  let tags: UnsafeBufferPointer<TagPair>
  /// Tokens of the sentence.
  var sentence: Range<Int>
}

extension ConfusionTable {
  /// Whether the neighbours of the tokens `slot` are those of a frame.
  func matches(_ frame: ContextFrame, _ slot: Range<Int>, _ context: FrameContext) -> Bool {
    matches(frame.right, from: slot.upperBound, by: 1, context)
      && matches(frame.left, from: slot.lowerBound - 1, by: -1, context)
  }

  private func matches(_ run: Range<Int>, from at: Int, by step: Int, _ context: FrameContext) -> Bool {
    guard let first = run.first else { return true }
    let element = elements[first]
    let rest = run.dropFirst()
    if element.flags.contains(.nowhere) {
      let side = step < 0 ? context.sentence.lowerBound..<at + 1 : at..<context.sentence.upperBound
      return !side.contains { holds(element, $0, context) } && matches(rest, from: at, by: step, context)
    }
    var at = at
    var taken: UInt8 = 0
    while taken < element.least {
      guard matches(element, at, context) else { return false }
      at += step
      taken += 1
    }
    while true {
      if matches(rest, from: at, by: step, context) { return true }
      guard taken < element.most, matches(element, at, context) else { return false }
      at += step
      taken += 1
    }
  }

  private func matches(_ element: FrameElement, _ at: Int, _ context: FrameContext) -> Bool {
    let isNegated = element.flags.contains(.negated)
    guard context.sentence.contains(at) else {
      let isBoundary = !element.flags.isDisjoint(
        with: at < context.sentence.lowerBound ? .start : .end)
      return isBoundary != isNegated
    }
    return holds(element, at, context) != isNegated
  }

  private func holds(_ element: FrameElement, _ at: Int, _ context: FrameContext) -> Bool {
    let token = context.tokens[at]
    if token.isPunctuation { return !element.flags.isDisjoint(with: mark(at, context)) }
    if element.flags.contains(.any) { return true }
    if element.flags.contains(.capital), token.isCapitalized { return true }
    if element.tags != 0, element.tags & 1 << UInt64(context.tags[at].penn.rawValue) != 0 { return true }
    return hasWord(element.words, token.key) || hasEnding(element.endings, token, context.text)
  }

  /// What a mark is for a frame.
  private func mark(_ at: Int, _ context: FrameContext) -> FrameElement.Flags {
    let token = context.tokens[at]
    switch context.text[Int(token.start)] {
    case UInt8(ascii: ","): return [.comma, .end]
    case UInt8(ascii: "-"): return token.spaceBefore ? .end : .hyphen
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ")"), UInt8(ascii: "]"): return .end
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      return token.length == 1 ? [.end, .stop] : .end
    case UInt8(ascii: "\""), UInt8(ascii: "'"), 0xE2, 0xC2:
      if at == context.sentence.lowerBound { return .start }
      let next = at + 1
      let opens = next < context.sentence.upperBound && !context.tokens[next].spaceBefore
      return token.spaceBefore && opens ? [] : .end
    default: return []
    }
  }

  private func hasWord(_ range: Range<Int>, _ key: WordKey) -> Bool {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if words[middle] == key.number { return true }
      if words[middle] < key.number { low = middle + 1 } else { high = middle }
    }
    return false
  }

  private func hasEnding(_ range: Range<Int>, _ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard token.isWord else { return false }
    let end = Int(token.end)
    return range.contains { index in
      let ending = endings[index]
      // “ring” is no participle: an ending needs a stem of two letters.
      guard Int(token.length) >= ending.count + 2 else { return false }
      var bytes = ending.reversed
      for offset in 1...ending.count {
        if UInt64(text[end - offset] | 0x20) != bytes & 0xFF { return false }
        bytes >>= 8
      }
      return true
    }
  }
}
