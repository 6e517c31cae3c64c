import StetDocument
import StetLanguage
import StetLint
import StetText

package struct ControlCharacter: Rule {
  package static let metadata = RuleMetadata(
    id: "control-character", family: .encoding, severity: .error,
    summary: "A control character in the text", languages: .any)
  package let reach = Reach.block

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    checkASCII(analysis, &report)
    let prose = analysis.document.prose
    prose.withUnsafeBufferPointer { text in
      for offset in analysis.beyondASCII where text[Int(offset)] == 0xC2 {
        let at = Int(offset)
        let (scalar, length) = Scalars.decode(text, at: at)
        guard (0x80...0x9F).contains(scalar.value), !isMojibake(text, at) else { continue }
        let range = ProseRange(at, at + length)
        let meant = Windows1252.character(ofControl: scalar)
        report.add(
          Self.message(scalar, meant), at: range,
          fixes: [.replace(range, with: meant.map { String(Character($0)) } ?? "", .review)])
      }
    }
  }

  /// C0 controls but tab, line feed, form feed and carriage return. A row of them is one finding.
  private func checkASCII(_ analysis: Analysis, _ report: inout Report) {
    let prose = analysis.document.prose
    let source = analysis.document.source.bytes
    for block in analysis.document.blocks {
      var at = block.prose.lower
      while at < block.prose.upper {
        let byte = prose[at]
        guard byte < 0x20 || byte == 0x7F, byte != 0x09, byte != 0x0A, byte != 0x0C, byte != 0x0D else {
          at += 1
          continue
        }
        let start = at
        while at < block.prose.upper, prose[at] == byte { at += 1 }
        let range = ProseRange(start, at)
        // The placeholder for inline code and malformed bytes is none of the author's.
        if byte == Document.placeholder, source[analysis.document.source(range).lower] != byte { continue }
        report.add(
          Self.message(Unicode.Scalar(byte), nil), at: range,
          fixes: [.replace(range, with: byte == 0x0B ? " " : "", .review)])
      }
    }
  }

  /// A control after an accented capital or “â” is a byte of UTF-8: the rule for mojibake speaks.
  private func isMojibake(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    guard at > 0 else { return false }
    let before = Scalars.decodeBackwards(text, before: at).scalar
    guard let byte = Windows1252.byte(of: before) else { return false }
    return byte >= 0x80
  }
}

extension ControlCharacter {
  static func message(_ scalar: Unicode.Scalar, _ meant: Unicode.Scalar?) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    guard let meant else { return "The control character U+\(code) stands in the text. Delete it." }
    return "The control character U+\(code) was “\(Character(meant))” in Windows-1252. Put that back."
  }
}
