import StetDocument
import StetLanguage
import StetLint

struct DashSpacing: CharacterRule {
  static let metadata = RuleMetadata(
    id: "dash-spacing", family: .punctuation, severity: .warning,
    summary: "A dash with a space on one side only", packs: [.strict])
  static let characters: [ClosedRange<UInt32>] = [0x2013...0x2014]

  init(_ lexicon: Lexicon) {}

  func look(
    _ scalar: Unicode.Scalar, _ at: Int, _ end: Int, _ around: ProseWindow, _ found: inout ScanFindings
  ) {
    let before = around.skipBlanks(before: at)
    let after = around.skipBlanks(from: end)
    guard (before < at) != (after > end), around.isAny(before - 1, .letter), around.isAny(after, .letter)
    else { return }
    // “pre– and post-war”: the first half of a pair.
    if after > end, ["and", "or", "to"].contains(around.string(after, around.wordEnd(from: after))) {
      return
    }
    let dash = around.string(at, end)
    found.add(
      "“\(dash)” has a space on one side only. Set one on the other side, or none.", at, end,
      fixes: [.replace(ProseRange(before, after), with: " \(dash) ", .review)])
  }
}
