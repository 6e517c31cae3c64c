import StetDocument
import StetLanguage
import StetLint

struct Ligature: CharacterRule {
  static let metadata = RuleMetadata(
    id: "ligature", family: .encoding, severity: .warning,
    summary: "A ligature left by a PDF, such as “ﬁ” in one character", aliases: ["ligature-or-soft-hyphen"],
    languages: .any)
  static let characters: [ClosedRange<UInt32>] = [0xFB00...0xFB06]

  init(_ lexicon: Lexicon) {}

  func look(
    _ scalar: Unicode.Scalar, _ at: Int, _ end: Int, _ around: ProseWindow, _ found: inout ScanFindings
  ) {
    let letters = Self.letters[Int(scalar.value - 0xFB00)]
    let start = around.wordStart(before: at)
    let stop = around.wordEnd(from: end)
    // Alone, it is spoken of.
    guard start < at || stop > end else { return }
    found.add(
      "“\(around.string(start, stop))” holds a ligature as one character, so that no search finds the word. "
        + "Write “\(letters)”.", at, end, replacement: letters, .safe)
  }

  private static let letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
}
