import StetDocument
import StetLanguage
import StetLint

struct BidiControl: CharacterRule {
  static let metadata = RuleMetadata(
    id: "bidi-control", family: .encoding, severity: .error,
    summary: "An invisible sign for the direction of writing in Latin text", languages: .any)
  static let characters: [ClosedRange<UInt32>] = [
    0x61C...0x61C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069,
  ]

  init(_ lexicon: Lexicon) {}

  func look(
    _ scalar: Unicode.Scalar, _ at: Int, _ end: Int, _ around: ProseWindow, _ found: inout ScanFindings
  ) {
    guard !hasRightToLeft(around) else { return }
    let code = String(scalar.value, radix: 16, uppercase: true)
    found.add(
      "An invisible sign for the direction of writing, U+\(code), stands here. Delete it: nothing in the paragraph "
        + "runs from right to left.", at, end, replacement: "", .safe)
  }

  private func hasRightToLeft(_ around: ProseWindow) -> Bool {
    var at = around.lower
    while at < around.upper {
      guard around.text[at] >= 0x80 else {
        at += 1
        continue
      }
      let (scalar, length) = Scalars.decode(around.text, at: at)
      if Script.isRightToLeft(scalar), scalar.value != 0x61C { return true }
      at += length
    }
    return false
  }
}
