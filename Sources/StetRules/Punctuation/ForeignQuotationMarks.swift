import StetDocument
import StetLanguage
import StetLint

struct ForeignQuotationMarks: CharacterRule {
  static let metadata = RuleMetadata(
    id: "foreign-quotation-marks", family: .punctuation, severity: .warning,
    summary: "Quotation marks of another language around English words")
  static let characters: [ClosedRange<UInt32>] = [
    0xAB...0xAB, 0x201E...0x201E, 0x300C...0x300C, 0x300E...0x300E,
  ]

  init(_ lexicon: Lexicon) {}

  func look(
    _ scalar: Unicode.Scalar, _ at: Int, _ end: Int, _ around: ProseWindow, _ found: inout ScanFindings
  ) {
    guard let closing = Self.partners[scalar], let close = partner(closing, end, around) else { return }
    let length = close.upperBound - close.lowerBound
    let start = skipSpaces(end, around)
    var stop = close.lowerBound
    while stop > start, around.isAny(stop - 1, .blank) || isNoBreakSpace(stop - 2, around) {
      stop -= around.isAny(stop - 1, .blank) ? 1 : 2
    }
    guard start < stop, isEnglish(start, stop, around) else { return }
    let marks = around.string(at, end) + "…" + around.string(close.lowerBound, close.lowerBound + length)
    found.add(
      "“\(marks)” are quotation marks of another language. Write English ones.", at, end,
      fixes: [
        ProposedFix(
          "Set English quotation marks",
          [(ProseRange(at, start), "“"), (ProseRange(stop, close.upperBound), "”")], .review)
      ])
  }

  private func skipSpaces(_ at: Int, _ around: ProseWindow) -> Int {
    var at = at
    while around.isAny(at, .blank) || isNoBreakSpace(at, around) { at += around.isAny(at, .blank) ? 1 : 2 }
    return at
  }

  private func isNoBreakSpace(_ at: Int, _ around: ProseWindow) -> Bool {
    at >= around.lower && around[at] == 0xC2 && around[at + 1] == 0xA0
  }

  private func partner(
    _ closing: [Unicode.Scalar], _ start: Int, _ around: ProseWindow
  ) -> Range<Int>? {
    var at = start
    while at < min(around.upper, start + 600) {
      let (scalar, length) = Scalars.decode(around.text, at: at)
      if closing.contains(scalar) { return at..<at + length }
      at += length
    }
    return nil
  }

  /// Two words or more, an English function word of three letters or more among them.
  private func isEnglish(_ start: Int, _ end: Int, _ around: ProseWindow) -> Bool {
    var at = start
    var words = 0
    var small = 0
    while at < end {
      guard around.isAny(at, .letter) else {
        at += max(1, Scalars.decode(around.text, at: at).length)
        continue
      }
      let stop = around.wordEnd(from: at)
      words += 1
      if stop - at > 1,
        [
          "the", "of", "and", "to", "is", "are", "was", "for", "with", "that", "this", "we", "will", "not",
          "by", "it", "our", "from", "you", "have",
        ]
        .contains(around.string(at, stop).lowercased())
      {
        small += 1
      }
      at = stop
    }
    return words > 1 && small > 0
  }

  private static let partners: [Unicode.Scalar: [Unicode.Scalar]] = [
    "«": ["»"], "„": ["“", "”", "\""], "「": ["」"], "『": ["』"],
  ]
}
