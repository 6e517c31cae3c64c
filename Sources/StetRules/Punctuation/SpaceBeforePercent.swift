import StetDocument
import StetLanguage
import StetLint

struct SpaceBeforePercent: MarkRule {
  static let metadata = RuleMetadata(
    id: "space-before-percent", family: .punctuation, severity: .warning,
    summary: "A space between a figure and its percent sign", packs: [.strict])
  static let pairs = [BytePair(.blank, .percent)]

  init(_ lexicon: Lexicon) {}

  func look(_ at: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    let start = around.skipBlanks(before: at)
    guard around.isAny(start - 1, .digit), !around.isAny(at + 1, [.letter, .digit]), around.isEnglish()
    else { return }
    let figure = around.chunk(start - 1)
    found.add(
      "A space stands before the sign in “\(around.string(figure.lowerBound, at + 1))”. Delete it.", start,
      at + 1, fixes: [ProposedFix("Delete the space", [(ProseRange(start, at), "")], .safe)])
  }
}
