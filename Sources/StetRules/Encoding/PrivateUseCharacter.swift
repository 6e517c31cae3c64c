import StetDocument
import StetLanguage
import StetLint

struct PrivateUseCharacter: CharacterRule {
  static let metadata = RuleMetadata(
    id: "private-use-character", family: .encoding, severity: .error,
    summary: "A character that has no meaning outside one font or program", languages: .any)
  /// The private areas but U+F8FF, which Apple's fonts show as their mark, and the noncharacters.
  static let characters: [ClosedRange<UInt32>] = [
    0xE000...0xF8FE, 0xFDD0...0xFDEF, 0xFFFE...0xFFFF, 0x1FFFE...0x1FFFF, 0x2FFFE...0x2FFFF,
    0xF0000...0x10FFFF,
  ]

  init(_ lexicon: Lexicon) {}

  func look(
    _ scalar: Unicode.Scalar, _ at: Int, _ end: Int, _ around: ProseWindow, _ found: inout ScanFindings
  ) {
    func isPrivate(_ scalar: Unicode.Scalar) -> Bool {
      Self.characters.contains { $0.contains(scalar.value) }
    }
    if let before = around.scalar(before: at), isPrivate(before) { return }
    var stop = end
    while let next = around.scalar(at: stop), isPrivate(next) { stop += UTF8.width(next) }
    let code = String(scalar.value, radix: 16, uppercase: true)
    found.add(
      "U+\(code) has a meaning in one font only; readers see a box. Put the character that was meant.", at,
      stop)
  }
}
