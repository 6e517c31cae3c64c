import StetDocument
import StetLanguage
import StetLint

struct EmptyBracket: MarkRule {
  static let metadata = RuleMetadata(
    id: "empty-bracket", family: .punctuation, severity: .warning,
    summary: "A bracket that holds nothing, or begins with a comma", languages: .any)
  static let pairs = [BytePair(.open, [.close, .comma, .semicolon, .blank])]

  init(_ lexicon: Lexicon) {}

  func look(_ at: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    let open = at - 1
    // “f()” is code.
    guard around[open] == UInt8(ascii: "("), around.isGap(open - 1), open > around.lower else { return }
    let next = around.skipBlanks(from: at)
    guard next < around.upper, around.isVerbatim(open, next + 1) else { return }
    switch around[next] {
    case UInt8(ascii: ")"):
      let start = around.skipBlanks(before: open)
      let fix = ProposedFix("Delete the brackets", [(ProseRange(start, next + 1), "")], .review)
      found.add(
        "“()” holds nothing: what stood in the brackets is lost. Put it back, or delete them.", open,
        next + 1,
        fixes: [fix])
    case UInt8(ascii: ","), UInt8(ascii: ";"):
      guard around.isGap(next + 1) || around.isAny(next + 1, .letter), closes(next, around) else { return }
      let stop = around.skipBlanks(from: next + 1)
      let fix = ProposedFix("Delete the mark", [(ProseRange(at, stop), "")], .review)
      found.add(
        "The bracket begins with “\(around.string(next, next + 1))”: what stood before the mark is lost. "
          + "Put it back, or delete the mark.", open, next + 1, fixes: [fix])
    default: break
    }
  }

  private func closes(_ at: Int, _ around: ProseWindow) -> Bool {
    for place in at..<min(around.upper, at + 200) where around[place] == UInt8(ascii: ")") {
      return place > at + 3
    }
    return false
  }
}
