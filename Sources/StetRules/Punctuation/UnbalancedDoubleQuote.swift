import StetLanguage
import StetLint

package struct UnbalancedDoubleQuote: Rule {
  package static let metadata = RuleMetadata(
    id: "unbalanced-double-quote", family: .punctuation, severity: .warning,
    summary: "A double quotation mark without its partner")

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let quotations = analysis.quotations
    let tokens = analysis.layer.tokens
    for quotation in quotations.spans where quotation.close == nil && !quotation.runsOn {
      report.add(Self.unclosed, at: tokens[quotation.open].range)
    }
    for closer in quotations.strayClosers {
      report.add(Self.unopened, at: tokens[closer].range)
    }
  }
}

extension UnbalancedDoubleQuote {
  static let unclosed = "This quotation is opened and never closed. Add the closing mark, or delete this one."
  static let unopened =
    "This mark closes a quotation that was never opened. Add the opening mark, or delete this one."
}
