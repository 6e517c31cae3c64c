import StetDocument
import StetLanguage
import StetLint

struct RepeatedOutcry: MarkRule {
  static let metadata = RuleMetadata(
    id: "repeated-outcry", family: .punctuation, severity: .note,
    summary: "Two or more exclamation or question marks in a row", languages: .any)
  static let pairs = [BytePair(.outcry, .outcry)]

  init(_ lexicon: Lexicon) {}

  func look(_ at: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    let start = at - 1
    guard !around.isAny(start - 1, .outcry), around.isAny(start - 1, [.letter, .digit]) else { return }
    var end = at
    while around.isAny(end, .outcry) { end += 1 }
    let marks = around.string(start, end)
    guard marks != "?!", marks != "!?", around.isGap(end) || around.isAny(end, [.quote, .close]) else {
      return
    }
    let single = marks.contains("?") ? "?" : "!"
    found.add(
      "“\(marks)” shouts. One mark is enough.", start, end, replacement: single, .review)
  }
}
