import StetDocument
import StetLanguage
import StetLint

struct MissingSpaceBesideBracket: MarkRule {
  static let metadata = RuleMetadata(
    id: "missing-space-beside-bracket", family: .punctuation, severity: .warning,
    summary: "A word that touches the bracket before or after it", packs: .news)
  static let pairs = [BytePair(.lower, .open), BytePair(.close, .letter)]

  init(_ lexicon: Lexicon) {}

  func look(_ at: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    if around[at] == UInt8(ascii: "(") {
      let start = around.wordStart(before: at)
      guard at - start > 2, around.isGap(start - 1), around.isKnown(start, at),
        let close = close(after: at, around), isProse(at + 1, close, around)
      else { return }
      add(start, at, at + 1, at, around, &found)
    } else if around[at - 1] == UInt8(ascii: ")") {
      let end = around.wordEnd(from: at)
      guard end - at > 1, around.isGap(end) || around.isAny(end, [.comma, .stop]), around.isKnown(at, end),
        let open = open(before: at - 1, around), around.isGap(open - 1), isProse(open + 1, at - 1, around)
      else { return }
      add(at - 1, end, end, at, around, &found)
    }
  }

  private func add(
    _ start: Int, _ end: Int, _ shown: Int, _ gap: Int, _ around: ProseWindow, _ found: inout ScanFindings
  ) {
    let fix = ProposedFix("Put a space between them", [(ProseRange(gap, gap), " ")], .review)
    found.add(
      "“\(around.string(start, shown))”: the word touches the bracket. Put a space between them.", start,
      max(end, shown), fixes: [fix])
  }

  /// Several words, a small one among them: no plural “(s)”, no arguments, no formula.
  private func isProse(_ start: Int, _ end: Int, _ around: ProseWindow) -> Bool {
    guard start < end, around.text[start..<end].contains(0x20) else { return false }
    var at = start
    var small = false
    while at < end {
      if around.isAny(at, [.letter, .beyondASCII]) {
        let stop = max(around.wordEnd(from: at), at + 1)
        if stop - at > 1, around.wordClass(at, stop).contains(.functionWord) { small = true }
        at = stop
      } else if around.isAny(at, [.digit, .blank, .comma, .stop, .hyphen, .apostrophe]) {
        at += 1
      } else {
        return false
      }
    }
    return small
  }

  private func close(after at: Int, _ around: ProseWindow) -> Int? {
    (at + 1..<min(around.upper, at + 200)).first { around.isAny($0, [.open, .close]) }
      .flatMap { around[$0] == UInt8(ascii: ")") ? $0 : nil }
  }

  private func open(before at: Int, _ around: ProseWindow) -> Int? {
    (max(around.lower, at - 200)..<at).last { around.isAny($0, [.open, .close]) }
      .flatMap { around[$0] == UInt8(ascii: "(") ? $0 : nil }
  }
}
