import StetDocument
import StetLanguage
import StetLint

package struct LakhCrore: Rule {
  package static let metadata = RuleMetadata(
    id: "lakh-crore", family: .numbers, severity: .warning,
    summary: "Lakh and crore where readers expect thousand, million and billion",
    packs: [.strict, .international])
  package let reach = Reach.block

  private let lakh: WordSet
  private let crore: WordSet
  private let words: NumberWords

  package init(_ lexicon: Lexicon) {
    lakh = WordSet("lakh lakhs lac lacs", lexicon)
    crore = WordSet("crore crores", lexicon)
    words = NumberWords(lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let figures = Figures(analysis)
    for block in analysis.layer.blocks {
      for at in block.dropFirst() where tokens[at].isLower {
        let isLakh = lakh.contains(tokens[at].key)
        guard isLakh || crore.contains(tokens[at].key) else { continue }
        if tokens[at - 1].key != .none, crore.contains(tokens[at].key), lakh.contains(tokens[at - 1].key) {
          continue
        }
        guard let number = number(before: at, tokens, block, figures),
          !isConverted(at, tokens, block, figures)
        else { continue }
        let next = at + 1
        let isLakhCrore = isLakh && next < block.upperBound && crore.contains(tokens[next].key)
        let hundredths = isLakhCrore ? 1e12 : isLakh ? 1e5 : 1e7
        let range = analysis.range(number.first..<(isLakhCrore ? at + 2 : at + 1))
        let converted = Self.converted(number.value * hundredths)
        report.add(
          Self.message(analysis.document.string(range), converted), at: range,
          fixes: [.replace(range, with: converted, .review)])
      }
    }
  }

  private func number(
    before at: Int, _ tokens: [Token], _ block: Range<Int>, _ figures: Figures
  ) -> (value: Double, first: Int)? {
    if let value = figures.value(tokens[at - 1]) { return (value, at - 1) }
    guard let number = words.number(endingBefore: at, tokens, figures, from: block.lowerBound) else {
      return nil
    }
    return (Double(number.value), number.first)
  }

  /// “Rs 30 lakh ($36,000)”
  private func isConverted(_ at: Int, _ tokens: [Token], _ block: Range<Int>, _ figures: Figures) -> Bool {
    (at + 1..<min(block.upperBound, at + 4)).contains { figures.isByte(tokens[$0], UInt8(ascii: "(")) }
  }

  /// An amount in words of the short scale: 3.01 million, 45,000.
  static func converted(_ amount: Double) -> String {
    for (scale, name) in [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")] where amount >= scale {
      return "\(decimal(amount / scale)) \(name)"
    }
    let whole = Int(amount.rounded())
    guard whole >= 1000 else { return "\(whole)" }
    let rest = "\(whole % 1000)"
    return "\(whole / 1000)," + String(repeating: "0", count: 3 - rest.utf8.count) + rest
  }

  /// At most three decimals, none that are zero.
  private static func decimal(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    var digits = "\(thousandths % 1000)"
    digits = String(repeating: "0", count: 3 - digits.utf8.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return digits.isEmpty ? "\(thousandths / 1000)" : "\(thousandths / 1000).\(digits)"
  }
}

extension LakhCrore {
  static func message(_ text: String, _ converted: String) -> String {
    "“\(text)” is understood in South Asia only. Write “\(converted)”, or add it in brackets."
  }
}
