extension MarkdownMaskScanner {
  /// Looks at one line, from `start` to `end`, for what may stand inside it.
  mutating func scanInline(_ start: Int, _ end: Int, lineContent: Int) {
    var at = start
    while true {
      while at < end, !Self.isSpecial(bytes[at]) { at += 1 }
      guard at < end else { return }
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += 2
      case UInt8(ascii: "`"): at = skipCode(at, end)
      case UInt8(ascii: "{"): at = brace(at, end)
      case UInt8(ascii: "["): at = footnote(at, end, lineContent)
      case UInt8(ascii: ":"): at = emoji(at, end)
      case UInt8(ascii: "$"): at = math(at, end)
      case 0:
        add(at, at + 1, end, .placeholder, isBlock: false)
        at += 1
      default: at += 1
      }
    }
  }

  /// Whether the byte is one of NUL, `$`, `:`, `[`, `\`, a backtick and `{`: one bit for each in two words.
  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    guard byte < 0x80 else { return false }
    let low: UInt64 = 1 << 0 | 1 << 0x24 | 1 << 0x3A
    let high: UInt64 = 1 << 0x1B | 1 << 0x1C | 1 << 0x20 | 1 << 0x3B
    return (byte < 0x40 ? low : high) >> UInt64(byte & 0x3F) & 1 != 0
  }

  /// Notes a mask; what runs over the line's end goes on with the next lines. Returns its end.
  @discardableResult
  private mutating func add(
    _ from: Int, _ to: Int, _ end: Int, _ kind: MarkdownMask.Kind, isBlock: Bool
  ) -> Int {
    pieces.append((MarkdownMask(start: from, end: min(to, end), kind: kind), isBlock))
    if to > end { running = (to, .nothing) }
    return to
  }

  /// The end of a code span. Only its first 1,000 bytes are looked at: a bound that keeps the scan linear.
  private func skipCode(_ from: Int, _ end: Int) -> Int {
    var at = from
    while at < end, bytes[at] == bytes[from] { at += 1 }
    let length = at - from
    let after = at
    let limit = min(end, after + 1000)
    while at < limit {
      guard bytes[at] == bytes[from] else {
        at += 1
        continue
      }
      let run = at
      while at < end, bytes[at] == bytes[from] { at += 1 }
      if at - run == length { return at }
    }
    return after
  }

  private mutating func brace(_ from: Int, _ end: Int) -> Int {
    guard from + 1 < end else { return from + 1 }
    switch bytes[from + 1] {
    case UInt8(ascii: "{"):
      guard let close = next(.braces, from: from + 2), close <= paragraphEnd(from: from) else { break }
      return shortcode(from, close + 2, end)
    case UInt8(ascii: "%"):
      guard let close = next(.percent, from: from + 2), close <= paragraphEnd(from: from) else { break }
      return shortcode(from, close + 2, end)
    case UInt8(ascii: "#"):
      if let close = next(.hash, from: from + 2), close < end {
        return add(from, close + 2, end, .nothing, isBlock: true)
      }
      return attributes(from, end)
    case UInt8(ascii: ":"), UInt8(ascii: "."):
      return attributes(from, end)
    default: break
    }
    if isMDX, let close = balancedBrace(from: from) {
      let isComment = bytes[from + 1] == UInt8(ascii: "/")
      return add(from, close, end, isComment ? .nothing : .placeholder, isBlock: true)
    }
    return from + 1
  }

  /// `{: .class}`, `{#id}`, `{.class key="value"}` leave nothing.
  private mutating func attributes(_ from: Int, _ end: Int) -> Int {
    var at = from + 1
    var isQuoted = false
    while at < end, at - from < 1000 {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: "}"), !isQuoted {
        return add(from, at + 1, end, .nothing, isBlock: true)
      }
      let isWord = isAlphanumeric(byte) || byte >= 0x80 || " -_.:#=\"'/".utf8.contains(byte)
      guard isQuoted || isWord else { break }
      at += 1
    }
    return from + 1
  }

  /// Shortcodes whose inside is code or a remark, by the name that opens them.
  private static let raw: Set<String> = [
    "highlight", "comment", "mermaid", "katex", "math", "codeblock", "code",
  ]

  /// `from` to `to` is a shortcode; one that holds code takes its inside and its end along.
  private mutating func shortcode(_ from: Int, _ to: Int, _ end: Int) -> Int {
    var at = from + 2
    while at < to, " <%-\t\n\r".utf8.contains(bytes[at]) { at += 1 }
    let nameStart = at
    while at < to, isAlphanumeric(bytes[at]) || bytes[at] == UInt8(ascii: "-") { at += 1 }
    let name = String(decoding: bytes[nameStart..<min(at, nameStart + 16)], as: UTF8.self)
    guard Self.raw.contains(name) else { return add(from, to, end, .placeholder, isBlock: true) }
    let isLiquid = bytes[from + 1] == UInt8(ascii: "%")
    let closer = Closer.end(isLiquid ? "end" + name : "/" + name)
    guard let inner = next(closer, from: to),
      let close = next(isLiquid ? .percent : .braces, from: inner)
    else { return add(from, to, end, .placeholder, isBlock: true) }
    return add(from, close + 2, end, .placeholder, isBlock: true)
  }

  private mutating func footnote(_ from: Int, _ end: Int, _ lineContent: Int) -> Int {
    guard from + 3 < end, bytes[from + 1] == UInt8(ascii: "^") else { return from + 1 }
    var at = from + 2
    while at < end, at - from < 200, bytes[at] > 0x20, bytes[at] != UInt8(ascii: "]"),
      bytes[at] != UInt8(ascii: "[")
    { at += 1 }
    guard at < end, at > from + 2, bytes[at] == UInt8(ascii: "]") else { return from + 1 }
    guard from == lineContent, at + 1 < end, bytes[at + 1] == UInt8(ascii: ":") else {
      return add(from, at + 1, end, .placeholder, isBlock: false)
    }
    // A bullet of width two: paragraphs of the note, four columns in, then belong to its item.
    fill(from, from + 1, UInt8(ascii: "-"))
    fill(from + 1, from + 2, 0x20)
    return add(from + 2, at + 2, end, .footnote, isBlock: false)
  }

  /// `:tada:` stands for a picture.
  private mutating func emoji(_ from: Int, _ end: Int) -> Int {
    guard from + 2 < end, from == 0 || !isAlphanumeric(bytes[from - 1]), isLetter(bytes[from + 1]) else {
      return from + 1
    }
    var at = from + 1
    while at < end, at - from < 50, isAlphanumeric(bytes[at]) || "_+-".utf8.contains(bytes[at]) { at += 1 }
    guard at < end, bytes[at] == UInt8(ascii: ":"), at + 1 == end || !isAlphanumeric(bytes[at + 1]) else {
      return from + 1
    }
    return add(from, at + 1, end, .placeholder, isBlock: false)
  }

  /// `$$…$$`, and `$…$` where it cannot be money: no digit after the first sign, no blank inside the signs,
  /// no letter or digit around them, and a sign of TeX between them (or a single letter).
  private mutating func math(_ from: Int, _ end: Int) -> Int {
    if from + 1 < end, bytes[from + 1] == UInt8(ascii: "$") {
      guard let close = next(.dollars, from: from + 2), close <= paragraphEnd(from: from) else {
        return from + 2
      }
      return add(from, close + 2, end, .placeholder, isBlock: true)
    }
    guard from + 2 < end, bytes[from + 1] > 0x20, !(0x30...0x39).contains(bytes[from + 1]),
      from == 0 || !isAlphanumeric(bytes[from - 1])
    else { return from + 1 }
    var at = from + 1
    var hasSign = false
    while at < end, at - from < 1000, bytes[at] != UInt8(ascii: "$") {
      hasSign = hasSign || "\\^_{=".utf8.contains(bytes[at])
      at += 1
    }
    guard at < end, bytes[at] == UInt8(ascii: "$"), bytes[at - 1] > 0x20,
      at + 1 == end || !isAlphanumeric(bytes[at + 1]),
      hasSign || at == from + 2 && isLetter(bytes[from + 1])
    else { return from + 1 }
    return add(from, at + 1, end, .placeholder, isBlock: false)
  }

  // MARK: Bytes and lines

  func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

  func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }

  func isBlank(_ from: Int, _ to: Int) -> Bool {
    guard from < to else { return true }
    return bytes[from..<to].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  func matches(_ text: StaticString, _ at: Int, _ end: Int) -> Bool {
    guard at + text.utf8CodeUnitCount <= end else { return false }
    return text.withUTF8Buffer { bytes[at..<at + $0.count].elementsEqual($0) }
  }

  /// The offset of the line break at or after `from`.
  func lineEnd(_ from: Int) -> Int {
    var at = from
    while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
    return at
  }

  func nextLine(_ end: Int) -> Int {
    guard end < bytes.count else { return end }
    return bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? end + 2 : end + 1
  }

  /// Past indentation, quote marks and the marks of list items.
  func skipContainers(_ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end {
      let byte = bytes[at]
      if byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">") {
        at += 1
        continue
      }
      var mark = at
      if "-*+".utf8.contains(byte) {
        mark += 1
      } else {
        while mark < end, mark - at < 9, (0x30...0x39).contains(bytes[mark]) { mark += 1 }
        guard mark > at, mark < end, bytes[mark] == UInt8(ascii: ".") || bytes[mark] == UInt8(ascii: ")")
        else { return at }
        mark += 1
      }
      guard mark < end, bytes[mark] == 0x20 || bytes[mark] == 0x09 else { return at }
      at = mark
    }
    return at
  }
}
