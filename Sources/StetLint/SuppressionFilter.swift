import StetDocument
import StetLanguage
import StetText

/// Tells which findings the text itself excuses: by a comment, by its front matter, or by `[sic]` after a word.
struct SuppressionFilter {
  private let suppressions: [Suppression]
  private let asWritten: [ByteRange]
  /// Numbers of the suppressions that excused something.
  private(set) var used: Set<Int> = []

  init(_ analysis: Analysis) {
    suppressions = analysis.document.suppressions
    asWritten = SicMarks.ranges(analysis)
  }

  /// What excuses the finding; nil when nothing does.
  mutating func excuse(_ rule: RuleMetadata, _ range: ByteRange) -> ByteRange? {
    var excuse: ByteRange?
    for (number, suppression) in suppressions.enumerated()
    where suppression.scope.contains(range) && !suppression.scope.isEmpty
      && (suppression.rule == rule.id || rule.aliases.contains(suppression.rule))
    {
      used.insert(number)
      excuse = excuse ?? suppression.comment
    }
    return excuse ?? asWritten.first { $0.overlaps(range) }
  }
}

/// Words that an editor left as they were written, and says so: “recieved [sic]”.
enum SicMarks {
  /// Each from the start of the word before the mark to the end of the mark, in order.
  static func ranges(_ analysis: Analysis) -> [ByteRange] {
    var found: [ByteRange] = []
    let prose = analysis.document.prose
    var at = 0
    while let open = mark(in: prose, from: at) {
      at = open.upper
      let tokens = analysis.layer.tokens
      // Closing quotation marks may stand between the word and its mark.
      let next = analysis.token(endingAfter: open.lower)
      guard let word = tokens[..<min(next, tokens.count)].suffix(3).last(where: { !$0.isPunctuation }) else {
        continue
      }
      found.append(analysis.document.source(ProseRange(Int(word.start), open.upper)))
    }
    return found
  }

  /// The next “[sic]”, also “[Sic!]” and “[sic.]”.
  private static func mark(in prose: [UInt8], from: Int) -> ProseRange? {
    prose.withUnsafeBufferPointer { prose in
      var at = from
      while at + 5 <= prose.count {
        if prose[at] == UInt8(ascii: "["), prose[at + 1] | 0x20 == UInt8(ascii: "s"),
          prose[at + 2] == UInt8(ascii: "i"), prose[at + 3] == UInt8(ascii: "c")
        {
          if prose[at + 4] == UInt8(ascii: "]") { return ProseRange(at, at + 5) }
          if at + 6 <= prose.count, prose[at + 4] == UInt8(ascii: "!") || prose[at + 4] == UInt8(ascii: "."),
            prose[at + 5] == UInt8(ascii: "]")
          {
            return ProseRange(at, at + 6)
          }
        }
        at += 1
      }
      return nil
    }
  }
}
