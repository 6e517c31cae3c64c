import StetDocument
import StetLanguage
import StetLint

struct LeadingPunctuation: MarkRule {
  static let metadata = RuleMetadata(
    id: "leading-punctuation", family: .punctuation, severity: .warning,
    summary: "A paragraph that begins with a comma, a full stop or a closing bracket")
  static let pairs = [BytePair(.edge, [.comma, .stop, .semicolon, .close])]

  init(_ lexicon: Lexicon) {}

  func look(_ at: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    guard at == around.lower, around.kind == .paragraph || around.kind == .headline else { return }
    let isComma = around.isAny(at, [.comma, .semicolon])
    guard around.isAny(at + 1, .blank) || (isComma && around.isAny(at + 1, .letter)) else { return }
    let next = around.skipBlanks(from: at + 1)
    guard around.isAny(next, [.letter, .digit]), around.upper - at > 20, around[at] != UInt8(ascii: "]")
    else { return }
    found.add(
      "The paragraph begins with “\(around.string(at, at + 1))”: what stood before it is lost, or it belongs to the "
        + "paragraph above.", at, at + 1,
      fixes: [ProposedFix("Delete the mark", [(ProseRange(at, next), "")], .review)])
  }
}
