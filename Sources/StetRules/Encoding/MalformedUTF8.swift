import StetLanguage
import StetLint

package struct MalformedUTF8: Rule {
  package static let metadata = RuleMetadata(
    id: "malformed-utf8", family: .encoding, severity: .error,
    summary: "Bytes that are not UTF-8", languages: .any)

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    for range in analysis.document.malformed.prefix(Self.limit) {
      report.add(Finding(range: range, message: Self.message(analysis.document.source.bytes[range.lower])))
    }
    let rest = analysis.document.malformed.count - Self.limit
    guard rest > 0, let last = analysis.document.malformed.last else { return }
    report.add(Finding(range: last, message: Self.summary(rest)))
  }

  /// A file in another encoding would give one finding for every accented letter; twenty make the point.
  private static let limit = 20
}

extension MalformedUTF8 {
  static func message(_ byte: UInt8) -> String {
    let hex = String(byte, radix: 16, uppercase: true)
    return "The byte 0x\(hex) is not UTF-8 here. Save the file as UTF-8, or put the character back by hand."
  }

  static func summary(_ count: Int) -> String {
    "\(count) more places are not UTF-8. The file was probably saved in another encoding: convert it to UTF-8."
  }
}
