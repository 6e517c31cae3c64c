import StetText

/// Where spans start and end: md4c tells of their text alone, so their brackets are looked for around it.
extension MarkdownEvents {
  /// The `!` of the next image. Between two pieces of text lies nothing but markup, so the first is it.
  func imageStart(from: Int) -> Int? {
    var at = from
    while at + 1 < source.count {
      if source[at] == UInt8(ascii: "!"), source[at + 1] == UInt8(ascii: "[") { return at }
      at += 1
    }
    return nil
  }

  /// The offset after the image whose `!` is at `start`.
  func imageEnd(_ start: Int) -> Int {
    guard let label = bracketEnd(max(start + 1, 0), UInt8(ascii: "["), UInt8(ascii: "]")) else {
      return start + 2
    }
    guard label < source.count else { return label }
    switch source[label] {
    case UInt8(ascii: "("): return targetEnd(label) ?? label
    case UInt8(ascii: "["): return bracketEnd(label, UInt8(ascii: "["), UInt8(ascii: "]")) ?? label
    default: return label
    }
  }

  /// The offset after the bracket that closes the one at `start`, at most 100,000 bytes on.
  private func bracketEnd(_ start: Int, _ open: UInt8, _ close: UInt8) -> Int? {
    var at = start
    var depth = 0
    let limit = min(source.count, start + 100_000)
    while at < limit {
      switch source[at] {
      case UInt8(ascii: "\\"): at += 1
      case open: depth += 1
      case close:
        depth -= 1
        if depth == 0 { return at + 1 }
      default: break
      }
      at += 1
    }
    return nil
  }

  /// The offset after `(target "title")`, whose first parenthesis is at `start`; nil when it is none.
  private func targetEnd(_ start: Int) -> Int? {
    var at = start + 1
    let limit = min(source.count, start + 100_000)
    func skipBlanks() { while at < limit, source[at] <= 0x20 { at += 1 } }
    skipBlanks()
    guard at < limit else { return nil }
    if source[at] == UInt8(ascii: "<") {
      while at < limit, source[at] != UInt8(ascii: ">") { at += source[at] == UInt8(ascii: "\\") ? 2 : 1 }
      at += 1
    } else {
      var depth = 0
      while at < limit, source[at] > 0x20 {
        if source[at] == UInt8(ascii: "\\") { at += 1 }
        if source[at] == UInt8(ascii: "(") { depth += 1 }
        if source[at] == UInt8(ascii: ")") {
          if depth == 0 { return at + 1 }
          depth -= 1
        }
        at += 1
      }
    }
    skipBlanks()
    guard at < limit else { return nil }
    if source[at] == UInt8(ascii: ")") { return at + 1 }
    let quote = source[at] == UInt8(ascii: "(") ? UInt8(ascii: ")") : source[at]
    at += 1
    while at < limit, source[at] != quote { at += source[at] == UInt8(ascii: "\\") ? 2 : 1 }
    at += 1
    skipBlanks()
    return at < limit && source[at] == UInt8(ascii: ")") ? at + 1 : nil
  }

  /// The code's text with its backticks, and the blank that may stand inside them.
  func codeSpan(around text: Range<Int>) -> Range<Int> {
    let tick = UInt8(ascii: "`")
    var start = text.lowerBound
    if start > cursorFloor, source[start - 1] == 0x20 { start -= 1 }
    while start > cursorFloor, source[start - 1] == tick { start -= 1 }
    guard start < text.lowerBound, source[start] == tick else { return text }
    var length = 0
    while source[start + length] == tick, start + length < text.lowerBound { length += 1 }
    var end = text.upperBound
    while end < source.count, source[end] != tick, source[end] <= 0x20 { end += 1 }
    var ticks = 0
    while ticks < length, end < source.count, source[end] == tick {
      ticks += 1
      end += 1
    }
    return ticks == length ? start..<end : start..<text.upperBound
  }

  /// Nothing before this may be claimed: prose came from it already.
  private var cursorFloor: Int { text.prose.sourceEnd }

  /// A bare address with its angle brackets, if it has any.
  func autolink(around text: Range<Int>) -> Range<Int> {
    guard text.lowerBound > cursorFloor, source[text.lowerBound - 1] == UInt8(ascii: "<"),
      text.upperBound < source.count, source[text.upperBound] == UInt8(ascii: ">")
    else { return text }
    return (text.lowerBound - 1)..<(text.upperBound + 1)
  }

  /// Whether a link's first text is an address rather than words.
  func isAddress(_ range: Range<Int>) -> Bool {
    let text = UnsafeBufferPointer(rebasing: source[range])
    if range.lowerBound > 0, source[range.lowerBound - 1] == UInt8(ascii: "<") { return true }
    guard !text.contains(where: { $0 <= 0x20 }) else { return false }
    if text.starts(with: "www.".utf8) || text.starts(with: "mailto:".utf8) { return true }
    if text.contains(UInt8(ascii: "@")) { return text.contains(UInt8(ascii: ".")) }
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon + 2 < text.count else { return false }
    return text[colon + 1] == UInt8(ascii: "/") && text[colon + 2] == UInt8(ascii: "/")
  }

  func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return true
    default: return false
    }
  }
}

/// Tags in running text whose inside is no prose.
enum HiddenTag: String {
  case code, kbd, samp, tt, `var`, script, style, pre, math, svg
}

/// What a raw HTML tag in running text means for the prose.
enum HTMLTag: Equatable {
  case open(HiddenTag)
  case close(HiddenTag)
  case lineBreak
  case other

  static func read(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> HTMLTag {
    var at = range.lowerBound
    guard at < range.upperBound, source[at] == UInt8(ascii: "<") else { return .other }
    at += 1
    let isClosing = at < range.upperBound && source[at] == UInt8(ascii: "/")
    if isClosing { at += 1 }
    var name = ""
    while at < range.upperBound, name.utf8.count < 8, (0x41...0x5A).contains(source[at] & 0xDF) {
      name.unicodeScalars.append(Unicode.Scalar(source[at] | 0x20))
      at += 1
    }
    if name == "br" { return .lineBreak }
    guard let tag = HiddenTag(rawValue: name) else { return .other }
    let isEmpty = range.count > 2 && source[range.upperBound - 2] == UInt8(ascii: "/")
    return isClosing ? .close(tag) : isEmpty ? .other : .open(tag)
  }
}
