import StetDocument
import StetLanguage
import StetLint

struct EllipsisForm: MarkRule {
  static let metadata = RuleMetadata(
    id: "ellipsis-form", family: .punctuation, severity: .warning,
    summary: "An ellipsis of more than four points, or of three that join two words", packs: [.strict])
  static let pairs = [BytePair(.stop, .stop)]

  init(_ lexicon: Lexicon) {}

  func look(_ at: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    let start = at - 1
    guard !around.isAny(start - 1, .stop) else { return }
    var end = at
    while around.isAny(end, .stop) { end += 1 }
    let next = around.skipBlanks(from: end)
    // Points that lead to a page number, and a path.
    guard end - start < 8, !around.isAny(next, .digit),
      around.isAny(start - 1, [.letter, .quote, .blank, .close])
    else { return }
    if end - start > 4 {
      found.add(
        "“\(around.string(start, end))” has \(end - start) points. An ellipsis has three.", start, end,
        replacement: "...", .review)
    } else if end - start == 3, around.isAny(start - 1, .letter), around.isAny(end, .letter),
      !around.isTechnical(around.chunk(start))
    {
      found.add(
        "“...” joins two words here. Put a space after it, and before it when it stands for words left out.",
        start, end, replacement: "... ", .review)
    }
  }
}
