import StetDocument
import StetLanguage
import StetLint

/// An escape of a programming language that nobody undid: `\"`, `\n`, `\u00e9`.
package struct EscapeSequence: Rule {
  package static let metadata = RuleMetadata(
    id: "escape-sequence", family: .residue, severity: .error,
    summary: "An escape of a program in the text: \\\", \\n, \\u2019", packs: .news)

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    guard analysis.document.format == .plain else { return }
    for span in analysis.spansAtMarks({ reader, at, _ in Self.span(reader, at) }) where analysis.kind != .docs
    {
      report.add(
        Self.message(analysis.document.string(span.range)), at: span.range,
        fixes: span.replacement.map { [.replace(span.range, with: $0, .safe)] } ?? [])
    }
  }

  private static func span(_ reader: MarkReader, _ at: Int) -> MarkedSpan? {
    guard reader.byte(at) == UInt8(ascii: "\\") else { return nil }
    switch reader.byte(at + 1) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return MarkedSpan(at, at + 2, replacement: reader.string(at + 1, at + 2))
    case UInt8(ascii: "/"):
      // \/ is how JSON writes a slash; two slashes lean together in drawings.
      return reader.isLetter(at - 1) && reader.isLetter(at + 2)
        ? MarkedSpan(at, at + 2, replacement: "/") : nil
    case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"):
      // A path: C:\new; a name: \nabla.
      guard !reader.isLower(at + 2), !reader.isNameByte(at - 1) || reader.isUpper(at + 2),
        reader.byte(at - 1) != UInt8(ascii: ":")
      else { return nil }
      var end = at + 2
      while reader.byte(end) == UInt8(ascii: "\\"), "ntr".utf8.contains(reader.byte(end + 1)) { end += 2 }
      return MarkedSpan(at, end, replacement: reader.isBlank(at - 1) || reader.isBlank(end) ? "" : " ")
    case UInt8(ascii: "u"): return scalar(reader, at)
    default: return nil
    }
  }

  /// `\u2019`; halves of a pair stay as they are.
  private static func scalar(_ reader: MarkReader, _ at: Int) -> MarkedSpan? {
    guard at + 6 <= reader.end, let value = UInt32(reader.string(at + 2, at + 6), radix: 16) else {
      return nil
    }
    let character = Unicode.Scalar(value).map { String(Character($0)) }
    return MarkedSpan(at, at + 6, replacement: value < 0x20 ? nil : character)
  }
}

extension EscapeSequence {
  static func message(_ escape: String) -> String {
    "“\(escape)” is an escape of a program and will be printed as it stands. Write what it stands for."
  }
}
