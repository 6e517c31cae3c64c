import StetDocument
import StetLanguage
import StetLint

/// Tokens that translation and language models use among themselves: `<unk>`, `[MASK]`, `▁`.
package struct ModelToken: Rule {
  package static let metadata = RuleMetadata(
    id: "model-token", family: .residue, severity: .error,
    summary: "A token of a translation model in the text: <unk>, [MASK], ▁", packs: .news)

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let isPlain = analysis.document.format == .plain
    for span in analysis.spansAtMarks({ reader, at, _ in Self.span(reader, at, isPlain: isPlain) })
    where analysis.kind != .docs {
      add(span.range, analysis, &report)
    }
    let prose = analysis.document.prose
    for offset in analysis.beyondASCII {
      let at = Int(offset)
      if let length = Self.symbol(prose, at) { add(ProseRange(at, at + length), analysis, &report) }
    }
  }

  private func add(_ range: ProseRange, _ analysis: Analysis, _ report: inout Report) {
    report.add(Self.message(analysis.document.string(range)), at: range)
  }

  private static func span(_ reader: MarkReader, _ at: Int, isPlain: Bool) -> MarkedSpan? {
    switch reader.byte(at) {
    case UInt8(ascii: "<"):
      if reader.byte(at + 1) == UInt8(ascii: "|") {
        return reader.find("|>", after: at + 2, limit: 40).map { MarkedSpan(at, $0 + 2) }
      }
      let name = reader.byte(at + 1) == UInt8(ascii: "/") ? at + 2 : at + 1
      let end = reader.nameEnd(name)
      guard reader.byte(end) == UInt8(ascii: ">") else { return nil }
      let word = reader.string(name, end)
      let isToken = names.contains(word.lowercased()) || word.hasPrefix("extra_id_") || word.hasPrefix("2")
      return isToken ? MarkedSpan(at, end + 1) : nil
    case UInt8(ascii: "["):
      let end = reader.nameEnd(at + 1)
      guard reader.byte(end) == UInt8(ascii: "]") else { return nil }
      let word = reader.string(at + 1, end)
      return word == word.uppercased() && names.contains(word.lowercased()) ? MarkedSpan(at, end + 1) : nil
    case UInt8(ascii: "@"):
      // Byte pairs: “har@@ bour”.
      let isPair = reader.has("@@ ", at: at) && reader.isLetter(at - 1) && reader.isLetter(at + 3)
      return isPair ? MarkedSpan(at, at + 2) : nil
    case UInt8(ascii: "#"):
      // Word pieces: “har ##bour”.
      let isPiece =
        isPlain && reader.has("##", at: at) && reader.isBlank(at - 1) && at > reader.start
        && reader.isLower(at + 2)
      return isPiece ? MarkedSpan(at, at + 2) : nil
    default: return nil
    }
  }

  private static let names: Set<String> = [
    "unk", "pad", "mask", "cls", "sep", "bos", "eos", "unused", "endoftext", "eod", "eot",
  ]

  /// The length of `▁` before a letter or of `⟨unk⟩`.
  private static func symbol(_ prose: [UInt8], _ at: Int) -> Int? {
    guard at + 3 < prose.count, prose[at] == 0xE2 else { return nil }
    if prose[at + 1] == 0x96, prose[at + 2] == 0x81 {  // U+2581
      return (prose[at + 3] | 0x20) &- 0x61 < 26 ? 3 : nil
    }
    guard prose[at + 1] == 0x9F, prose[at + 2] == 0xA8, at + 9 <= prose.count else { return nil }  // U+27E8
    let word = String(decoding: prose[at + 3..<at + 6], as: UTF8.self)
    return names.contains(word) && prose[at + 6] == 0xE2 ? 9 : nil
  }
}

extension ModelToken {
  static func message(_ token: String) -> String {
    "“\(token)” is a token of a translation or language model. Look up the word that it stands for."
  }
}
