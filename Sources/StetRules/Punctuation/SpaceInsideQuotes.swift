import StetDocument
import StetLanguage
import StetLint

package struct SpaceInsideQuotes: Rule {
  package static let metadata = RuleMetadata(
    id: "space-inside-quotes", family: .punctuation, severity: .warning,
    summary: "A space just inside a quotation mark", aliases: ["quote-spaced-inside"])

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let blocks = analysis.layer.blocks
    for quotation in analysis.quotations.spans {
      guard let close = quotation.close, close > quotation.open + 1 else { continue }
      let open = tokens[quotation.open]
      let first = tokens[quotation.open + 1]
      let last = tokens[close - 1]
      let isCurly = open.length > 1
      // Straight marks say nothing of their side: both must stand apart.
      guard
        isCurly
          ? first.spaceBefore || tokens[close].spaceBefore : first.spaceBefore && tokens[close].spaceBefore,
        quotation.open + 1 < tokens.count, isInOneBlock(quotation.open, close, blocks, analysis.layer)
      else { continue }
      var edits: [(range: ProseRange, replacement: String)] = []
      if first.spaceBefore { edits.append((ProseRange(Int(open.end), Int(first.start)), "")) }
      if tokens[close].spaceBefore { edits.append((ProseRange(Int(last.end), Int(tokens[close].start)), "")) }
      let fix = ProposedFix("Delete the space", edits, .review)
      if first.spaceBefore {
        report.add(
          Self.message(opening: true), at: ProseRange(Int(open.start), Int(first.start)), fixes: [fix])
      } else {
        report.add(
          Self.message(opening: false), at: ProseRange(Int(last.end), Int(tokens[close].end)), fixes: [fix])
      }
    }
  }

  private func isInOneBlock(_ open: Int, _ close: Int, _ blocks: [Range<Int>], _ layer: TokenLayer) -> Bool {
    layer.block(of: open).map { blocks[$0].contains(close) } ?? false
  }
}

extension SpaceInsideQuotes {
  static func message(opening: Bool) -> String {
    opening
      ? "A space stands after the opening quotation mark. Delete it."
      : "A space stands before the closing quotation mark. Delete it."
  }
}
