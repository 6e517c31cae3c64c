import StetDocument
import StetLanguage
import StetLint

struct DoubleSpace: MarkRule {
  static let metadata = RuleMetadata(
    id: "double-space", family: .encoding, severity: .warning,
    summary: "Two or more spaces within a sentence", packs: .news, languages: .any)
  static let pairs = [BytePair(.blank, .blank)]
  static let reportsOnce = true

  init(_ lexicon: Lexicon) {}

  func look(_ at: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    let start = at - 1
    guard !around.isAny(start - 1, .blank) else { return }
    let end = around.skipBlanks(from: start)
    guard around.kind != .tableCell, around.kind != .byline, follows(start, around), precedes(end, around),
      !isLabel(start, around), around.isVerbatim(start, end), !isAligned(start, end, around)
    else { return }
    // What lines up columns or fills a gap in a headline is layout.
    if around.kind == .headline, end - start > 2 { return }
    let fix = ProposedFix("Leave one space", [(ProseRange(start, end), " ")], .safe)
    found.add(message(start, end, around), start, end, fixes: [fix])
  }

  /// After a word or a comma: two spaces after a sentence are a habit of typists, and no fault.
  private func follows(_ start: Int, _ around: ProseWindow) -> Bool {
    around.isAny(start - 1, [.letter, .digit, .comma, .semicolon, .percent])
      || around.isLetter(before: start)
      || (around[start - 1] == UInt8(ascii: ")") && !around.isAny(start - 2, [.stop, .outcry]))
  }

  private func precedes(_ end: Int, _ around: ProseWindow) -> Bool {
    around.isAny(end, [.letter, .digit, .quote])
      || around[end] == UInt8(ascii: "(") || around[end] == UInt8(ascii: "$")
      || (around.scalar(at: end).map { $0.properties.isAlphabetic || "“‘£€".unicodeScalars.contains($0) }
        ?? false)
  }

  /// “1)  The first”, “a  The first”: the number of a list item.
  private func isLabel(_ start: Int, _ around: ProseWindow) -> Bool {
    start - around.lower <= 4 && !around.text[around.lower..<start].contains(0x20)
      && around.wordEnd(from: around.lower) - around.lower < 3
  }

  /// Several wide gaps in one block line something up.
  private func isAligned(_ start: Int, _ end: Int, _ around: ProseWindow) -> Bool {
    if around.text[start..<end].contains(0x09) { return true }
    guard end - start > 2 else { return false }
    var gaps = 0
    var at = around.lower
    while at < around.upper {
      let stop = around.skipBlanks(from: at)
      if stop - at > 2 { gaps += 1 }
      at = max(stop, at + 1)
    }
    return gaps > 1
  }

  private func message(_ start: Int, _ end: Int, _ around: ProseWindow) -> String {
    let count = end - start == 2 ? "Two" : "\(end - start)"
    let before = around.chunk(start - 1)
    let after = around.chunk(end)
    return "\(count) spaces stand between “\(around.string(before.lowerBound, before.upperBound))” and "
      + "“\(around.string(after.lowerBound, after.upperBound))”. Leave one."
  }
}
