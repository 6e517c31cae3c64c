import StetDocument
import StetLanguage
import StetLint

/// A slot that nobody filled: `[Name]`, `{{date}}`, `%s`, “XX per cent”, TK.
package struct PlaceholderLeak: Rule {
  package static let metadata = RuleMetadata(
    id: "placeholder-leak", family: .residue, severity: .error,
    summary: "A slot that nobody filled: [Name], {{date}}, %s, XX, TK", aliases: ["llm-template-slot"],
    packs: .news, languages: .any)

  private let crosses: CrossSlots

  package init(_ lexicon: Lexicon) {
    crosses = CrossSlots(lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let kind = analysis.rareMarks.isEmpty ? .other : analysis.kind
    let isPlain = analysis.document.format == .plain
    var ranges = analysis.spansAtMarks { reader, at, _ in
      Slot(reader: reader, isPlain: isPlain, isDocumentation: kind == .docs).span(at)
    }.map(\.range)
    // Editors put a word of their own into somebody's speech: “the [number] of dead”.
    ranges.removeAll { range in Slot.isGentle(analysis.document.prose, range) && analysis.isQuoted(range) }
    ranges += crosses.find(analysis)
    var done = 0
    for range in ranges.sorted() where range.lower >= done {
      done = range.upper
      report.add(Self.message(analysis.document.string(range)), at: range)
    }
  }
}

extension PlaceholderLeak {
  static func message(_ slot: String) -> String {
    "“\(slot)” is a slot that nobody filled. Put in what belongs there."
  }
}

/// A slot that starts at one mark.
private struct Slot {
  let reader: MarkReader
  let isPlain: Bool
  let isDocumentation: Bool

  func span(_ at: Int) -> MarkedSpan? {
    switch reader.byte(at) {
    case UInt8(ascii: "["): return bracket(at, closing: "]")
    case UInt8(ascii: "<"): return isPlain ? bracket(at, closing: ">") : nil
    case UInt8(ascii: "{"): return isDocumentation ? nil : braces(at)
    case UInt8(ascii: "%"): return isDocumentation ? nil : format(at)
    case UInt8(ascii: "_"): return underscore(at)
    default: return nil
    }
  }

  // MARK: Brackets

  /// `[Your name]`, `[DATE]`, `[insert quote here]`, `<COMPANY>`
  private func bracket(_ at: Int, closing: StaticString) -> MarkedSpan? {
    guard let close = reader.find(closing, after: at + 1, limit: 80), close > at + 1 else { return nil }
    // A link's text is followed by its address.
    guard reader.byte(close + 1) != UInt8(ascii: "("), reader.byte(close + 1) != UInt8(ascii: "[") else {
      return nil
    }
    let text = reader.string(at + 1, close)
    if text == "object Object" || Self.isRow(text) { return MarkedSpan(at, close + 1) }
    let slot = SlotWords(text)
    guard slot.isSlot else { return nil }
    // Angle brackets and Markdown's references hold small words for other reasons.
    if closing.utf8Start.pointee == UInt8(ascii: ">") || !isPlain, !slot.isCapitals, !slot.isOrder {
      return nil
    }
    return MarkedSpan(at, close + 1)
  }

  /// Whether a slot in brackets may also be an editor's word: it is in small letters and gives no order.
  static func isGentle(_ prose: [UInt8], _ range: ProseRange) -> Bool {
    guard prose[range.lower] == UInt8(ascii: "[") else { return false }
    let slot = SlotWords(String(decoding: prose[range.lower + 1..<range.upper - 1], as: UTF8.self))
    return !slot.isCapitals && !slot.isOrder
  }

  /// `[#]`, `[XX]`
  private static func isRow(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.allSatisfy({ $0 == first }) else { return false }
    return first == UInt8(ascii: "#") || first | 0x20 == UInt8(ascii: "x") && text.utf8.count > 1
  }

  // MARK: Templates

  /// `{{date}}`, `{name}`, `${price}`, `#{count}`, `{0}`
  private func braces(_ at: Int) -> MarkedSpan? {
    let isDouble = reader.byte(at + 1) == UInt8(ascii: "{")
    var name = at + (isDouble ? 2 : 1)
    while reader.byte(name) == 0x20 { name += 1 }
    var end = name
    while reader.isNameByte(end) || reader.byte(end) == UInt8(ascii: ".") { end += 1 }
    var close = end
    while reader.byte(close) == 0x20 { close += 1 }
    guard end > name, reader.byte(close) == UInt8(ascii: "}") else { return nil }
    if isDouble {
      return reader.byte(close + 1) == UInt8(ascii: "}") ? MarkedSpan(at, close + 2) : nil
    }
    let sigil = reader.byte(at - 1)
    if sigil == UInt8(ascii: "$") || sigil == UInt8(ascii: "#") { return MarkedSpan(at - 1, close + 1) }
    // A letter in braces is a set or a formula.
    let isName = end - name >= 3 && reader.isLetter(name) || end - name == 1 && reader.isDigit(name)
    return isName && (reader.isBlank(at - 1) || "(\"'".utf8.contains(sigil)) ? MarkedSpan(at, close + 1) : nil
  }

  /// `%s`, `%1$s`, `%(name)s`, `%@`, with nothing before it that could be a figure: “100%s”.
  private func format(_ at: Int) -> MarkedSpan? {
    let before = reader.byte(at - 1)
    guard reader.isBlank(at - 1) || "(\"'$".utf8.contains(before) || before >= 0x80 else { return nil }
    var next = at + 1
    if reader.byte(next) == UInt8(ascii: "("), let close = reader.find(")", after: next, limit: 30) {
      next = close + 1
    } else if reader.isDigit(next), reader.byte(next + 1) == UInt8(ascii: "$") {
      next += 2
    }
    guard "sdf@i".utf8.contains(reader.byte(next)), !reader.isLetter(next + 1), !reader.isDigit(next + 1)
    else {
      return nil
    }
    return MarkedSpan(at, next + 1)
  }

  /// `INSERT_SOURCE_URL`, and a line to write on: `____`.
  private func underscore(_ at: Int) -> MarkedSpan? {
    let runEnd = reader.runEnd(at)
    if runEnd - at >= 3 {
      let isGap =
        isPlain && !isDocumentation && reader.isBlank(at - 1) && at > reader.start && runEnd < reader.end
        && (reader.isBlank(runEnd) || ".,;".utf8.contains(reader.byte(runEnd)))
      return isGap ? MarkedSpan(at, runEnd) : nil
    }
    var from = at
    while reader.isNameByte(from - 1) { from -= 1 }
    let end = reader.nameEnd(at)
    guard from < at, (from..<end).allSatisfy({ !reader.isLower($0) }) else { return nil }
    let slot = SlotWords(reader.string(from, end))
    return slot.isSlot ? MarkedSpan(from, end) : nil
  }
}
