import StetDocument
import StetLanguage
import StetLint

struct StyledLetters: CharacterRule {
  static let metadata = RuleMetadata(
    id: "styled-letters", family: .encoding, severity: .warning,
    summary: "Words in the letters of mathematics, as social networks use for bold and italic",
    languages: .any)
  static let characters: [ClosedRange<UInt32>] = [0x1D400...0x1D6A3]

  init(_ lexicon: Lexicon) {}

  func look(
    _ scalar: Unicode.Scalar, _ at: Int, _ end: Int, _ around: ProseWindow, _ found: inout ScanFindings
  ) {
    if let before = around.scalar(before: at), Self.plain(before) != nil { return }
    var stop = at
    var plain = String.UnicodeScalarView()
    while let next = around.scalar(at: stop), let letter = Self.plain(next) {
      plain.append(letter)
      stop += UTF8.width(next)
    }
    let word = String(plain)
    // A product of variables is no word.
    guard plain.count > 2, plain.count > 5 || around.analysis.speller.isKnown(word.lowercased()) else {
      return
    }
    found.add(
      "“\(word)” is written in letters of mathematics, which no search finds and no screen reader reads. "
        + "Write it in ordinary letters.", at, stop, replacement: word, .safe)
  }

  /// The ASCII letter or figure of the same meaning: Mathematical Alphanumeric Symbols, and the letters that fill
  /// the gaps of that block (UnicodeData.txt, compatibility decompositions).
  static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x1D400...0x1D6A3:
      let index = (scalar.value - 0x1D400) % 52
      return Unicode.Scalar(index < 26 ? 0x41 + index : 0x61 + index - 26)
    case 0x1D7CE...0x1D7FF: return Unicode.Scalar(0x30 + (scalar.value - 0x1D7CE) % 10)
    default: return gaps[scalar]
    }
  }

  private static let gaps: [Unicode.Scalar: Unicode.Scalar] = [
    "ℎ": "h", "ℬ": "B", "ℰ": "E", "ℱ": "F", "ℋ": "H", "ℐ": "I", "ℒ": "L", "ℳ": "M", "ℛ": "R", "ℯ": "e",
    "ℊ": "g", "ℴ": "o", "ℭ": "C", "ℌ": "H", "ℑ": "I", "ℜ": "R", "ℨ": "Z", "ℂ": "C", "ℍ": "H", "ℕ": "N",
    "ℙ": "P", "ℚ": "Q", "ℝ": "R", "ℤ": "Z",
  ]
}
