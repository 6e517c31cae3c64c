import StetDocument
import StetLanguage
import StetLint

struct ForeignPunctuation: CharacterRule {
  static let metadata = RuleMetadata(
    id: "foreign-punctuation", family: .punctuation, severity: .error,
    summary: "A mark of Chinese, Arabic, Hindi or Spanish after an English word",
    aliases: ["foreign-sentence-punctuation"])
  static let characters: [ClosedRange<UInt32>] = [
    0xA1...0xA1, 0xBF...0xBF, 0x60C...0x60C, 0x61B...0x61B, 0x61F...0x61F, 0x6D4...0x6D4, 0x964...0x965,
    0x3001...0x3002, 0xFF61...0xFF61, 0xFF64...0xFF64,
  ]

  init(_ lexicon: Lexicon) {}

  func look(
    _ scalar: Unicode.Scalar, _ at: Int, _ end: Int, _ around: ProseWindow, _ found: inout ScanFindings
  ) {
    guard let right = Self.marks[scalar] else {
      inverted(scalar, at, end, around, &found)
      return
    }
    // After a Latin word or a figure, perhaps with a closing mark, and not before the script that it belongs to.
    let before = around.skipBlanks(before: at)
    guard let word = around.scalar(before: before),
      Script(word) == .latin || around.isAny(before - 1, [.digit, .quote, .close, .percent]) || word == "”"
    else { return }
    if let next = around.scalar(at: around.skipBlanks(from: end)),
      Script.isEastAsian(next) || Script.isRightToLeft(next) || Script.isIndic(next)
    {
      return
    }
    let isTight = around.isAny(end, [.letter, .digit])
    found.add(
      "“\(String(Character(scalar)))” is a mark of another script. Write “\(right)”.", at, end,
      fixes: [.replace(ProseRange(before, end), with: right + (isTight ? " " : ""), .safe)])
  }

  /// ¿ and ¡ before an English word.
  private func inverted(
    _ scalar: Unicode.Scalar, _ at: Int, _ end: Int, _ around: ProseWindow, _ found: inout ScanFindings
  ) {
    guard around.isAny(end, .letter) else { return }
    let stop = around.wordEnd(from: end)
    guard stop - end > 2, around.wordClass(end, stop).contains(.functionWord), around.isEnglish(),
      around.isGap(at - 1) || around.isAny(at - 1, .quote)
    else { return }
    found.add(
      "“\(String(Character(scalar)))” is a mark of Spanish. Delete it.", at, end, replacement: "", .review)
  }

  private static let marks: [Unicode.Scalar: String] = [
    "\u{60C}": ",", "\u{61B}": ";", "\u{61F}": "?", "\u{6D4}": ".", "\u{964}": ".", "\u{965}": ".",
    "\u{3001}": ",",
    "\u{3002}": ".", "\u{FF61}": ".", "\u{FF64}": ",",
  ]
}
