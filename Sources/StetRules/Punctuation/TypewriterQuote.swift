import StetDocument
import StetLanguage
import StetLint

struct TypewriterQuote: MarkRule {
  static let metadata = RuleMetadata(
    id: "typewriter-quote", family: .punctuation, severity: .warning,
    summary: "Quotation marks written as `` and ''")
  static let pairs = [BytePair(.grave, .grave)]
  static let reportsOnce = true

  init(_ lexicon: Lexicon) {}

  func look(_ at: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    let start = at - 1
    guard !around.isAny(start - 1, .grave), !around.isAny(at + 1, .grave),
      around.isGap(start - 1) || around.isAny(start - 1, [.open, .hyphen, .quote])
    else { return }
    let next = around.skipBlanks(from: at + 1)
    guard around.isAny(next, [.letter, .digit, .apostrophe, .beyondASCII, .stop]) else { return }
    var edits = [(range: ProseRange(start, next), replacement: "\"")]
    if let close = close(from: next, around) {
      edits.append((ProseRange(around.skipBlanks(before: close), close + 2), "\""))
    }
    found.add(
      "“``” opens a quotation as typesetting programs read it. Set a quotation mark.", start, at + 1,
      fixes: [ProposedFix("Set quotation marks", edits, .review)])
  }

  private func close(from start: Int, _ around: ProseWindow) -> Int? {
    var at = start
    let end = around.near(start).upperBound
    while at + 1 < end {
      if around.isAny(at, .grave), around.isAny(at + 1, .grave) { return nil }
      if around.isAny(at, .apostrophe), around.isAny(at + 1, .apostrophe) { return at }
      at += 1
    }
    return nil
  }
}
