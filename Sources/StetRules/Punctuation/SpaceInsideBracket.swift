import StetDocument
import StetLanguage
import StetLint

struct SpaceInsideBracket: MarkRule {
  static let metadata = RuleMetadata(
    id: "space-inside-bracket", family: .punctuation, severity: .warning,
    summary: "A space just inside a round bracket", languages: .any)
  static let pairs = [BytePair(.open, .blank), BytePair(.blank, .close)]

  init(_ lexicon: Lexicon) {}

  func look(_ at: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    if around[at - 1] == UInt8(ascii: "(") {
      let stop = around.skipBlanks(from: at)
      guard around.isAny(stop, [.letter, .digit, .beyondASCII, .quote]),
        at - 1 == around.lower || around.isGap(at - 2), around.isVerbatim(at - 1, stop),
        let close = partner(of: at - 1, around)
      else { return }
      var edits = [(range: ProseRange(at, stop), replacement: "")]
      let inner = around.skipBlanks(before: close)
      if inner < close { edits.append((ProseRange(inner, close), "")) }
      found.add(
        Self.message(around.string(at - 1, around.wordEnd(from: stop))), at - 1, stop,
        trace: .spaceInsideBracket, fixes: [ProposedFix("Delete the space", edits, .safe)])
    } else if around[at] == UInt8(ascii: ")") {
      let start = around.skipBlanks(before: at)
      guard start > around.lower, let open = opener(of: at, around), !around.isAny(open + 1, .blank),
        around.isVerbatim(start, at + 1),
        around.isAny(start - 1, [.letter, .digit, .beyondASCII, .quote, .stop, .percent])
      else { return }
      found.add(
        Self.message(around.string(around.chunk(start - 1).lowerBound, at + 1)), start, at + 1,
        trace: .spaceInsideBracket,
        fixes: [ProposedFix("Delete the space", [(ProseRange(start, at), "")], .safe)])
    }
  }

  private func partner(of open: Int, _ around: ProseWindow) -> Int? {
    var depth = 0
    for at in open..<min(around.upper, open + 400) {
      if around[at] == UInt8(ascii: "(") { depth += 1 }
      if around[at] == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return at }
      }
    }
    return nil
  }

  private func opener(of close: Int, _ around: ProseWindow) -> Int? {
    var depth = 0
    for at in stride(from: close, through: max(around.lower, close - 400), by: -1) {
      if around[at] == UInt8(ascii: ")") { depth += 1 }
      if around[at] == UInt8(ascii: "(") {
        depth -= 1
        if depth == 0 { return at }
      }
    }
    return nil
  }

  private static func message(_ text: String) -> String {
    "A space stands just inside the bracket in “\(text)”. Delete it."
  }
}
