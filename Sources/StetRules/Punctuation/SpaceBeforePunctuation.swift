import StetDocument
import StetLanguage
import StetLint

struct SpaceBeforePunctuation: MarkRule {
  static let metadata = RuleMetadata(
    id: "space-before-punctuation", family: .punctuation, severity: .warning,
    summary: "A space before a comma, a full stop or another mark")
  static let pairs = [BytePair(.blank, [.comma, .stop, .semicolon, .colon, .outcry])]

  init(_ lexicon: Lexicon) {}

  func look(_ at: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    let start = around.skipBlanks(before: at)
    guard start > around.lower, isWordEnd(start, around), ends(at, around),
      around.isVerbatim(start - 1, at + 1), !isRightHere(at, start, around)
    else { return }
    let mark = around[at]
    // French, and what quotes it, sets a space there.
    if mark != UInt8(ascii: ","), mark != UInt8(ascii: "."),
      !around.isEnglish() || isForeignQuotation(at, around)
    {
      return
    }
    let before = around.chunk(start - 1)
    let joinsOn = mark == UInt8(ascii: ",") && !around.isGap(at + 1) && around.isAny(at + 1, .letter)
    let edits: [(range: ProseRange, replacement: String)] =
      joinsOn
      ? [(ProseRange(start, at), ""), (ProseRange(at + 1, at + 1), " ")] : [(ProseRange(start, at), "")]
    found.add(
      "A space stands before the mark in “\(around.string(before.lowerBound, at + 1))”. Delete the space.",
      start, at + 1, trace: .spaceBeforeMark,
      fixes: [ProposedFix("Delete the space", edits, .safe)])
  }

  /// Within quotation marks, and no small word of English between the opening one and the mark.
  private func isForeignQuotation(_ at: Int, _ around: ProseWindow) -> Bool {
    var open = at
    while open > around.lower, at - open < 300 {
      let (scalar, length) = Scalars.decodeBackwards(around.text, before: open)
      if "”»".unicodeScalars.contains(scalar) { return false }
      if "“«\"".unicodeScalars.contains(scalar) { return !around.isEnglish(open, at) }
      open -= length
    }
    return false
  }

  private func isWordEnd(_ start: Int, _ around: ProseWindow) -> Bool {
    if around.isAny(start - 1, [.letter, .digit, .close, .quote, .percent, .apostrophe]) { return true }
    guard let scalar = around.scalar(before: start) else { return false }
    return scalar.properties.isAlphabetic || scalar == "”" || scalar == "’"
  }

  /// Nothing hangs on the mark: “.NET”, “.5” and “!=” are words.
  private func ends(_ at: Int, _ around: ProseWindow) -> Bool {
    if around.isGap(at + 1) || around.isAny(at + 1, .quote) { return true }
    if around[at + 1] == UInt8(ascii: ")") {
      return around[at] != UInt8(ascii: ":") && around[at] != UInt8(ascii: ";")
    }
    if around.scalar(at: at + 1) == "”" || around.scalar(at: at + 1) == "’" { return true }
    return around[at] == UInt8(ascii: ",") && around.isAny(at + 1, .lower)
      && around.wordEnd(from: at + 1) - at > 3
  }

  private func isRightHere(_ at: Int, _ start: Int, _ around: ProseWindow) -> Bool {
    switch around[at] {
    case UInt8(ascii: "."):
      // “. . .” is an ellipsis.
      let next = around.skipBlanks(from: at + 1)
      return around.isAny(next, .stop)
    case UInt8(ascii: ":"):
      // A ratio, and a label before its value.
      if around.isAny(start - 1, .digit), around.isAny(around.skipBlanks(from: at + 1), .digit) {
        return true
      }
      return around.kind != .paragraph || around.skipBlanks(from: at + 1) == around.upper
    default:
      return false
    }
  }
}
