import StetDocument
import StetLanguage
import StetLint

struct HyphenForDash: MarkRule {
  static let metadata = RuleMetadata(
    id: "hyphen-for-dash", family: .punctuation, severity: .warning,
    summary: "A hyphen or two hyphens in place of a dash", packs: [.strict])
  static let pairs = [BytePair(.blank, .hyphen), BytePair(.hyphen, .hyphen)]

  init(_ lexicon: Lexicon) {}

  func look(_ at: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    guard around.kind == .paragraph || around.kind == .quotation else { return }
    let start = around.isAny(at, .hyphen) && around.isAny(at - 1, .hyphen) ? at - 1 : at
    var end = start
    while around.isAny(end, .hyphen) { end += 1 }
    // Reported at the first hyphen; a pair after a blank is seen twice.
    guard end - start < 3, at == start + (end - start == 2 ? 1 : 0) else { return }
    let before = around.skipBlanks(before: start)
    let after = around.skipBlanks(from: end)
    let isSpaced = before < start && after > end
    let isTight = before == start && after == end && end - start == 2
    guard isSpaced || isTight, isWordEnd(before, around), isWordStart(after, around) else { return }
    // A result, a sum, a range, and the dateline of a press release.
    if around.isAny(before - 1, .digit), around.isAny(after, .digit) { return }
    if before - around.lower < 60, around.text[around.lower..<before].contains(UInt8(ascii: "/")) { return }
    found.add(
      "“\(around.string(start, end))” stands for a dash here. Set an en or em dash.", start, end,
      fixes: ["–", "—"].map { .replace(ProseRange(start, end), with: $0, .review) })
  }

  private func isWordEnd(_ at: Int, _ around: ProseWindow) -> Bool {
    around.isAny(at - 1, [.letter, .digit, .comma, .quote, .close, .beyondASCII])
  }

  private func isWordStart(_ at: Int, _ around: ProseWindow) -> Bool {
    around.isAny(at, [.letter, .digit, .quote, .open, .beyondASCII])
  }
}
