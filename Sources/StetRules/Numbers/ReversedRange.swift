import StetDocument
import StetLanguage
import StetLint

package struct ReversedRange: Rule {
  package static let metadata = RuleMetadata(
    id: "reversed-range", family: .numbers, severity: .warning,
    summary: "A range that runs backwards: between 50 and 20")

  private let between: WordKey
  private let and: WordKey
  private let era: WordSet
  private let scales: WordSet

  package init(_ lexicon: Lexicon) {
    between = lexicon.key("between")
    and = lexicon.key("and")
    scales = WordSet("hundred thousand million billion trillion m bn k am pm a.m. p.m.", lexicon)
    era = WordSet("bc bce b.c. b.c.e. b.c before", lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let figures = Figures(analysis)
    for at in analysis.numbers where at >= 1 && at + 2 < tokens.count {
      let before = tokens[at - 1]
      if before.key == between, tokens[at + 1].key == and {
        guard let low = figures.value(tokens[at]), let high = figures.value(tokens[at + 2]), low > high,
          isAlike(at, figures, analysis), !isAncient(at, tokens)
        else { continue }
        add(at - 1..<at + 3, at, analysis, &report)
      } else if figures.isByte(before, UInt8(ascii: "(")), at + 3 < tokens.count,
        figures.isDash(tokens[at + 1]), figures.isByte(tokens[at + 3], UInt8(ascii: ")")),
        let first = figures.year(tokens[at]), let last = figures.year(tokens[at + 2]), first > last,
        (1500...2100).contains(first), (1500...2100).contains(last)
      {
        add(at..<at + 3, at, analysis, &report)
      }
    }
  }

  private func add(_ whole: Range<Int>, _ first: Int, _ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let low = (tokens[first].range, analysis.string(tokens[first + 2]))
    let high = (tokens[first + 2].range, analysis.string(tokens[first]))
    report.add(
      Self.message(analysis.string(whole)), at: analysis.range(whole),
      fixes: [ProposedFix("Exchange the two", [low, high], .review)])
  }

  /// Both years or neither; what has a unit of its own each (between 50 minutes and 2 hours) is not next to “and”.
  /// “Between 11 and 1” is a time of day or a street of numbers; “between 2 and 1.5 million” leaves a word out.
  private func isAlike(_ at: Int, _ figures: Figures, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    let isYear = figures.year(tokens[at]) != nil
    let isOtherYear = figures.year(tokens[at + 2]) != nil
    guard isYear == isOtherYear, let low = figures.value(tokens[at]),
      let high = figures.value(tokens[at + 2])
    else { return false }
    if isYear { return true }
    if low <= 12, high <= 12 { return false }
    // Between 800 and 1.2 million; a year of antiquity has no noun behind it.
    return high == high.rounded() && high >= 10 && !hasScale(at + 3, tokens) && isCounting(at + 3, analysis)
  }

  private func hasScale(_ at: Int, _ tokens: [Token]) -> Bool {
    at < tokens.count && scales.contains(tokens[at].key)
  }

  /// People, percent: what the figures count.
  private func isCounting(_ at: Int, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    guard at < tokens.count, tokens[at].isLower else { return false }
    switch analysis.tags[at].penn {
    case .singularNoun, .pluralNoun, .adjective: return true
    default: return false
    }
  }

  private func isAncient(_ at: Int, _ tokens: [Token]) -> Bool {
    (max(0, at - 12)..<min(tokens.count, at + 16)).contains { era.contains(tokens[$0].key) }
  }
}

extension ReversedRange {
  static func message(_ text: String) -> String {
    "“\(text)” runs backwards. Put the smaller figure first, or correct one of them."
  }
}
