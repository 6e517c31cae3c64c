import StetDocument
import StetLanguage
import StetLint

struct BackslashEscape: MarkRule {
  static let metadata = RuleMetadata(
    id: "backslash-escape", family: .encoding, severity: .error,
    summary: "An escape of a programming language in the text, such as \\n or \\u2019", languages: .any)
  static let pairs = [BytePair(.backslash, [.letter, .quote, .apostrophe])]

  init(_ lexicon: Lexicon) {}

  func look(_ at: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    let start = at - 1
    switch around[at] {
    case UInt8(ascii: "u"):
      guard let (end, scalar) = codePoint(at + 1, around) else { return }
      let range = ProseRange(start, end)
      let fixes = scalar.map { [ProposedFix.replace(range, with: String(Character($0)), .safe)] } ?? []
      add(start, end, around, &found, fixes)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard isEscapedMark(start, at, around) else { return }
      let mark = around.string(at, at + 1)
      add(start, at + 1, around, &found, [.replace(ProseRange(start, at + 1), with: mark, .review)])
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      guard !around.isAny(start - 1, .backslash) || isEscape(start - 2, around), isBreak(start, at, around)
      else { return }
      var end = at + 1
      while around.isAny(end, .backslash), isEscape(end, around) { end += 2 }
      // The first of a row is reported.
      guard start < around.lower + 2 || !isEscape(start - 2, around) else { return }
      add(start, end, around, &found, [.replace(ProseRange(start, end), with: " ", .review)])
    default: break
    }
  }

  /// \n, \r or \t
  private func isEscape(_ at: Int, _ around: ProseWindow) -> Bool {
    around.isAny(at, .backslash)
      && [UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t")].contains(around[at + 1])
  }

  /// Where a sentence ends or a block begins, and what follows is no path.
  private func isBreak(_ start: Int, _ at: Int, _ around: ProseWindow) -> Bool {
    var end = at + 1
    while isEscape(end, around) { end += 2 }
    let afterSentence = around.isAny(start - 1, [.stop, .outcry, .quote, .comma, .edge])
    let isRow = end > at + 1
    guard afterSentence || isRow else { return false }
    if around.isAny(end, [.upper, .edge, .digit, .hyphen]) { return true }
    guard around.isAny(end, [.blank, .lineBreak, .quote]) else { return false }
    // “the "\n" that ends a line” speaks of it.
    return around.isAny(start - 1, [.stop, .outcry]) || (isRow && !around.isAny(start - 1, .quote))
  }

  /// He said \"no\"; don\'t
  private func isEscapedMark(_ start: Int, _ at: Int, _ around: ProseWindow) -> Bool {
    guard !around.isTechnical(start..<start) else { return false }
    let before = around.isAny(start - 1, [.letter, .stop, .comma, .outcry])
    let after = around.isAny(at + 1, .letter)
    if around.isAny(at, .apostrophe), before, after {
      return Clitic.isTail(at + 1, around.wordEnd(from: at + 1), of: around)
    }
    return (around.isGap(start - 1) && after)
      || (before && (around.isGap(at + 1) || around.isAny(at + 1, [.comma, .stop])))
  }

  /// Four hexadecimal digits, or eight after two such groups that are one character.
  private func codePoint(_ start: Int, _ around: ProseWindow) -> (end: Int, scalar: Unicode.Scalar?)? {
    guard let unit = hexadecimal(start, around) else { return nil }
    if let scalar = Unicode.Scalar(unit) { return (start + 4, scalar) }
    guard around.isAny(start + 4, .backslash), around[start + 5] == UInt8(ascii: "u"),
      let next = hexadecimal(start + 6, around), unit >> 10 == 0x36, next >> 10 == 0x37
    else { return (start + 4, nil) }
    return (start + 10, Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + next & 0x3FF))
  }

  private func hexadecimal(_ start: Int, _ around: ProseWindow) -> UInt32? {
    guard start + 4 <= around.upper else { return nil }
    let digits = around.string(start, start + 4)
    return digits.utf8.count == 4 ? UInt32(digits, radix: 16) : nil
  }

  private func add(
    _ start: Int, _ end: Int, _ around: ProseWindow, _ found: inout ScanFindings, _ fixes: [ProposedFix]
  ) {
    found.add(
      "“\(around.string(start, end))” will be printed as it stands. Put the character that it means.", start,
      end,
      fixes: fixes)
  }
}
