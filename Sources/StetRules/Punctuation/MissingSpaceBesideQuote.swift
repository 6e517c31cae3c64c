import StetDocument
import StetLanguage
import StetLint

package struct MissingSpaceBesideQuote: Rule {
  package static let metadata = RuleMetadata(
    id: "missing-space-beside-quote", family: .punctuation, severity: .warning,
    summary: "A word that touches a quotation mark from outside")

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    for quotation in analysis.quotations.spans {
      guard let close = quotation.close, close > quotation.open + 1, close - quotation.open < 200 else {
        continue
      }
      let open = quotation.open
      if open > 0, !tokens[open].spaceBefore, !tokens[open + 1].spaceBefore, tokens[open - 1].isWord,
        tokens[open - 1].end == tokens[open].start, tokens[open - 1].isLower, tokens[open - 1].length > 1,
        tokens[open + 1].isWord
      {
        add(tokens[open - 1], tokens[open], at: Int(tokens[open].start), analysis, &report)
      }
      if close + 1 < tokens.count, !tokens[close + 1].spaceBefore, !tokens[close].spaceBefore,
        tokens[close + 1].isWord, tokens[close + 1].start == tokens[close].end, tokens[close + 1].isLower,
        tokens[close + 1].length > 2, !isSuffix(tokens[close + 1], analysis)
      {
        add(tokens[close], tokens[close + 1], at: Int(tokens[close].end), analysis, &report)
      }
    }
  }

  /// “A”s and “OK”ed
  private func isSuffix(_ token: Token, _ analysis: Analysis) -> Bool {
    let word = analysis.string(token)
    return word == "ing" || word == "ish" || word == "ers" || word == "ness" || word.hasPrefix("’")
      || word.hasPrefix("'")
  }

  private func add(_ first: Token, _ second: Token, at gap: Int, _ analysis: Analysis, _ report: inout Report)
  {
    let range = ProseRange(Int(first.start), Int(second.end))
    report.add(
      Self.message, at: range,
      fixes: [ProposedFix("Put a space between them", [(ProseRange(gap, gap), " ")], .review)])
  }
}

extension MissingSpaceBesideQuote {
  static let message = "A word touches the quotation mark from outside. Put a space between them."
}
