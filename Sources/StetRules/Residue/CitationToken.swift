import StetDocument
import StetLanguage
import StetLint

/// What a chatbot writes where its window shows a link to a source.
package struct CitationToken: Rule {
  package static let metadata = RuleMetadata(
    id: "llm-citation-token", family: .residue, severity: .error,
    summary: "A chatbot's citation mark in the text: 【12†source】, [cite: 2]", languages: .any)

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    var ranges = analysis.spansAtMarks { reader, at, _ in Self.span(reader, at) }.map(\.range)
    for offset in analysis.beyondASCII {
      if let length = Self.symbol(analysis.document.prose, Int(offset)) {
        ranges.append(ProseRange(Int(offset), Int(offset) + length))
      }
    }
    let prose = analysis.document.prose
    for token in analysis.layer.tokens where token.isWord && token.length >= 8 {
      let first = prose[Int(token.start)]
      guard first == UInt8(ascii: "t") || first == UInt8(ascii: "c") else { continue }
      if Self.isTurn(prose[token.range.indices]) { ranges.append(token.range) }
    }
    var done = 0
    for range in ranges.sorted() where range.lower >= done {
      done = range.upper
      report.add(
        Self.message(analysis.document.string(range)), at: range, fixes: [.replace(range, with: "", .review)])
    }
  }

  // MARK: Marks

  private static func span(_ reader: MarkReader, _ at: Int) -> MarkedSpan? {
    switch reader.byte(at) {
    case UInt8(ascii: "["): return bracket(reader, at)
    case UInt8(ascii: "_"): return snake(reader, at)
    case UInt8(ascii: "<"):
      for tag: StaticString in ["<think>", "</think>", "<grok:render", "<tool_call>", "</tool_call>"]
      where reader.has(tag, at: at) {
        let close = reader.find(">", after: at).map { $0 + 1 }
        return MarkedSpan(at, close ?? at + tag.utf8CodeUnitCount)
      }
      return nil
    default: return nil
    }
  }

  /// `[cite: 1, 2]`, `[web:1]`, `[attached_file:3]`, `[^1^]`, `:contentReference[oaicite:3]{index=3}`
  private static func bracket(_ reader: MarkReader, _ at: Int) -> MarkedSpan? {
    guard let close = reader.find("]", after: at, limit: 60) else { return nil }
    if reader.has("[oaicite:", at: at) {
      var (from, to) = (at, close + 1)
      while reader.isNameByte(from - 1) || reader.byte(from - 1) == UInt8(ascii: ":") { from -= 1 }
      if reader.byte(to) == UInt8(ascii: "{"), let brace = reader.find("}", after: to, limit: 40) {
        to = brace + 1
      }
      return MarkedSpan(from, to)
    }
    if reader.byte(at + 1) == UInt8(ascii: "^"), reader.byte(close - 1) == UInt8(ascii: "^"),
      reader.isDigit(at + 2)
    {
      return MarkedSpan(at, close + 1)
    }
    let end = reader.nameEnd(at + 1)
    let name = reader.string(at + 1, end)
    if end == close { return markers.contains(name) ? MarkedSpan(at, close + 1) : nil }
    guard reader.byte(end) == UInt8(ascii: ":"), sources.contains(name) else { return nil }
    let isNumbers = (end + 1..<close).allSatisfy {
      reader.isDigit($0) || " ,.-–:".utf8.contains(reader.byte($0)) || reader.byte($0) >= 0x80
    }
    guard isNumbers, reader.isDigit(close - 1) else { return nil }
    let from = reader.byte(at - 1) == 0x20 ? at - 1 : at
    return MarkedSpan(from == reader.start ? at : at, close + 1)
  }

  private static let sources: Set<String> = [
    "cite", "web", "search", "attached_file", "file", "news", "image", "video", "memory", "citation", "doc",
    "conversation_history", "attached_image", "source",
  ]
  private static let markers: Set<String> = ["cite_start", "cite_end", "start_span", "end_span", "citation"]

  /// `oai_citation`, `grok_card`: names that no prose has.
  private static func snake(_ reader: MarkReader, _ at: Int) -> MarkedSpan? {
    var from = at
    while reader.isNameByte(from - 1) { from -= 1 }
    let end = reader.nameEnd(at)
    let name = reader.string(from, end)
    let isTool =
      name.hasPrefix("oai_cit") || name.hasPrefix("grok_") || name.hasPrefix("ppl-ai-")
      || markers.contains(name)
      || name == "attached_file"
    return isTool ? MarkedSpan(from, end) : nil
  }

  // MARK: Words and characters

  /// `turn0search12`, `citeturn0news3`: “turn”, a figure, a tool, a figure, once or more.
  private static func isTurn(_ word: ArraySlice<UInt8>) -> Bool {
    var rest = word
    if rest.starts(with: "cite".utf8) { rest = rest.dropFirst(4) }
    guard rest.starts(with: "turn".utf8) else { return false }
    rest = rest.dropFirst(4)
    let turn = rest.prefix { $0 &- 0x30 < 10 }
    rest = rest.dropFirst(turn.count)
    let tool = rest.prefix { $0 &- 0x61 < 26 }
    rest = rest.dropFirst(tool.count)
    return !turn.isEmpty && tool.count >= 3 && rest.first.map { $0 &- 0x30 < 10 } == true
  }

  /// The length of `【12†L3-L9】`, or of characters of the private area that enclose such marks (U+E200 to
  /// U+E2FF).
  private static func symbol(_ prose: [UInt8], _ at: Int) -> Int? {
    if prose[at] == 0xEE, prose[at + 1] & 0xFC == 0x88 { return 3 }
    guard prose[at] == 0xE3, prose[at + 1] == 0x80, prose[at + 2] == 0x90 else { return nil }
    var next = at + 3
    var hasDagger = false
    while next + 2 < prose.count, next < at + 80 {
      if prose[next] == 0xE2, prose[next + 1] == 0x80, prose[next + 2] == 0xA0 { hasDagger = true }
      if prose[next] == 0xE3, prose[next + 1] == 0x80, prose[next + 2] == 0x91 {
        return hasDagger ? next + 3 - at : nil
      }
      next += 1
    }
    return nil
  }
}

extension CitationToken {
  static func message(_ token: String) -> String {
    "“\(token)” is a chatbot's mark for a source. Delete it, and check what it stood for."
  }
}
