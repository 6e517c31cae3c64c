import StetDocument
import StetLanguage
import StetLint

struct LineSeparator: CharacterRule {
  static let metadata = RuleMetadata(
    id: "line-separator", family: .encoding, severity: .error,
    summary: "U+2028 or U+2029, a line break of a layout program", languages: .any)
  static let characters: [ClosedRange<UInt32>] = [0x2028...0x2029]

  init(_ lexicon: Lexicon) {}

  func look(
    _ scalar: Unicode.Scalar, _ at: Int, _ end: Int, _ around: ProseWindow, _ found: inout ScanFindings
  ) {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let isBlank = around.isGap(at - 1) || around.isGap(end)
    found.add(
      "U+\(code), the line break of a layout program, stands here. Set a space, or begin a new line.", at,
      end,
      replacement: isBlank ? "" : " ", .safe)
  }
}

struct UnusualSpace: CharacterRule {
  static let metadata = RuleMetadata(
    id: "unusual-space", family: .encoding, severity: .note,
    summary: "A space of unusual width, such as U+2003")
  /// Thin spaces are left out: typesetters put them between marks and figures.
  static let characters: [ClosedRange<UInt32>] = [
    0x1680...0x1680, 0x2000...0x2005, 0x2007...0x2008, 0x205F...0x205F,
  ]
  static let reportsOnce = true

  init(_ lexicon: Lexicon) {}

  func look(
    _ scalar: Unicode.Scalar, _ at: Int, _ end: Int, _ around: ProseWindow, _ found: inout ScanFindings
  ) {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let isBlank = around.isGap(at - 1) || around.isGap(end)
    found.add(
      "U+\(code), a space of unusual width, stands here. Set an ordinary space.", at, end,
      replacement: isBlank ? "" : " ", .review)
  }
}
