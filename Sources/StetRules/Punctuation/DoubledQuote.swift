import StetDocument
import StetLanguage
import StetLint

struct DoubledQuote: MarkRule {
  static let metadata = RuleMetadata(
    id: "doubled-quote", family: .punctuation, severity: .warning,
    summary: "Two double quotation marks where one is due")
  static let pairs = [BytePair(.quote, .quote)]

  init(_ lexicon: Lexicon) {}

  func look(_ at: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    let start = at - 1
    guard !around.isAny(start - 1, .quote), !around.isAny(at + 1, .quote) else { return }
    let wordBefore = around.isAny(start - 1, [.letter, .digit, .stop, .comma, .outcry])
    let wordAfter = around.isAny(at + 1, [.letter, .digit])
    let opens = around.isGap(start - 1) && wordAfter
    let closes = wordBefore && (around.isGap(at + 1) || around.isAny(at + 1, [.comma, .stop]))
    // An empty string in a text about programs, and the sign for inches.
    guard opens || closes, !around.isAny(start - 1, .digit), !around.isTechnical(around.chunk(at)) else {
      return
    }
    found.add(
      "Two quotation marks stand here where one is due, as a table writes them. Delete one.", start, at + 1,
      replacement: "\"", .review)
  }
}
