import StetDocument
import StetLanguage
import StetLint

package struct QuoteMarkStyleMixed: Rule {
  package static let metadata = RuleMetadata(
    id: "quote-mark-style-mixed", family: .terms, severity: .warning,
    summary: "Straight and curly quotation marks in one text", aliases: ["mixed-quote-style"], packs: .news,
    options: [marks.declaration])

  package enum Marks: String, CaseIterable, OptionRepresentable {
    case consistent, curly, straight
  }

  static let marks = OptionKey<Marks>(
    "marks", standard: .consistent,
    "Which double quotation marks are right; “consistent” keeps to what each text has most.")
  private var chosen = Self.marks.standard

  package init(_ lexicon: Lexicon) {}

  private struct Mark {
    var range: ProseRange
    var isOpening: Bool
    var isCurly: Bool
  }

  package mutating func configure(_ options: RuleOptions) { chosen = options[Self.marks] }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let prose = analysis.document.prose
    // Most texts have no curly marks, and those that have them no straight ones.
    guard chosen == .curly || analysis.beyondASCII.contains(where: { isCurly(prose, Int($0)) }) else {
      return
    }
    let marks = marks(analysis)
    let curly = marks.filter(\.isCurly)
    let straight = marks.filter { !$0.isCurly }
    let keepsCurly: Bool
    switch chosen {
    case .curly: keepsCurly = true
    case .straight: keepsCurly = false
    case .consistent:
      guard let firstCurly = curly.first, let firstStraight = straight.first else { return }
      keepsCurly =
        curly.count != straight.count
        ? curly.count > straight.count : firstCurly.range < firstStraight.range
    }
    let strays = keepsCurly ? straight : curly
    guard let stray = strays.first else { return }
    let keeper = chosen == .consistent ? (keepsCurly ? curly : straight).first?.range : nil
    let text = analysis.document.string(stray.range)
    report.add(
      chosen == .consistent ? Self.message(text, keepsCurly) : Self.houseMessage(text, keepsCurly),
      strays: strays.map { ($0.range, keepsCurly ? ($0.isOpening ? "“" : "”") : "\"") },
      kept: keeper, keptForm: keeper.map { analysis.document.string($0) } ?? "")
  }

  private func isCurly(_ prose: [UInt8], _ at: Int) -> Bool {
    at + 2 < prose.count && prose[at] == 0xE2 && prose[at + 1] == 0x80
      && (prose[at + 2] == 0x9C || prose[at + 2] == 0x9D)
  }

  /// The double marks of all quotations, bylines apart. Inches and seconds are none.
  private func marks(_ analysis: Analysis) -> [Mark] {
    let layer = analysis.layer
    let tokens = layer.tokens
    let prose = analysis.document.prose
    var marks: [Mark] = []
    for (block, range) in zip(analysis.document.blocks, layer.blocks) {
      if case .byline = block.kind { continue }
      var opens = true
      for at in range where tokens[at].isPunctuation {
        let token = tokens[at]
        if token.length == 3, isCurly(prose, Int(token.start)) {
          marks.append(
            Mark(range: token.range, isOpening: prose[Int(token.start) + 2] == 0x9C, isCurly: true))
        } else if analysis.isMark(token, "\"") {
          let follows = at > range.lowerBound && !token.spaceBefore
          if follows, case .number = tokens[at - 1].kind, opens { continue }
          let startsWord = !follows || "(['".utf8.contains(prose[Int(tokens[at - 1].end) - 1])
          marks.append(Mark(range: token.range, isOpening: startsWord, isCurly: false))
          opens.toggle()
        }
      }
    }
    return marks
  }
}

extension QuoteMarkStyleMixed {
  static func message(_ stray: String, _ keepsCurly: Bool) -> String {
    "This quotation mark, “\(stray)”, is \(keepsCurly ? "straight" : "curly"); most of this text's are "
      + "\(keepsCurly ? "curly" : "straight"). Use one style throughout."
  }

  static func houseMessage(_ stray: String, _ keepsCurly: Bool) -> String {
    "This quotation mark, “\(stray)”, is \(keepsCurly ? "straight" : "curly"). House style has "
      + "\(keepsCurly ? "curly" : "straight") ones."
  }
}
