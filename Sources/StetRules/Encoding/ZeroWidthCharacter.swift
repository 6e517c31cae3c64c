import StetDocument
import StetLanguage
import StetLint

package struct ZeroWidthCharacter: Rule {
  package static let metadata = RuleMetadata(
    id: "zero-width-character", family: .encoding, severity: .error,
    summary: "An invisible character inside Latin text", languages: .any)

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let offsets = analysis.beyondASCII
    guard !offsets.isEmpty else { return }
    analysis.document.prose.withUnsafeBufferPointer { text in
      for offset in offsets where text[Int(offset)] == 0xE2 || text[Int(offset)] == 0xEF {
        let at = Int(offset)
        let (scalar, length) = Scalars.decode(text, at: at)
        guard Self.isZeroWidth(scalar), !joins(scalar, text, at, length) else { continue }
        let range = ProseRange(at, at + length)
        report.add(Self.message(scalar), at: range, fixes: [.replace(range, with: "", .safe)])
      }
    }
  }

  private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// Joiners have work to do inside emoji and in the letters of Persian or Hindi, the zero-width space between
  /// the words of Khmer and Thai.
  private func joins(
    _ scalar: Unicode.Scalar, _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ length: Int
  ) -> Bool {
    guard (0x200B...0x200D).contains(scalar.value) else { return false }
    let before = at > 0 ? Scalars.decodeBackwards(text, before: at).scalar : " "
    let after = at + length < text.count ? Scalars.decode(text, at: at + length).scalar : " "
    let others = [before, after].filter { $0.value > 0x2FF && !(0x2000...0x206F).contains($0.value) }
    return others.count >= (scalar.value == 0x200B ? 2 : 1)
  }
}

extension ZeroWidthCharacter {
  static func message(_ scalar: Unicode.Scalar) -> String {
    let code = String(scalar.value, radix: 16, uppercase: true)
    return "An invisible character, U+\(code), stands here. Delete it: it breaks searching and spelling."
  }
}
