import StetDocument
import StetLanguage
import StetLint

package struct ConversionMagnitude: Rule {
  package static let metadata = RuleMetadata(
    id: "conversion-magnitude", family: .numbers, severity: .warning,
    summary: "A converted amount in brackets that cannot be right")

  private let reader: AmountReader
  private let fillers: WordSet

  package init(_ lexicon: Lexicon) {
    reader = AmountReader(lexicon)
    fillers = WordSet(
      "about approximately around roughly nearly almost some c. ca or equivalent over to more than",
      lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let figures = Figures(analysis)
    let layer = analysis.layer
    for number in analysis.numbers {
      guard let index = layer.block(of: number) else { continue }
      let block = layer.blocks[index]
      guard let first = reader.amount(at: number, tokens, block, figures),
        first.tokens.upperBound < block.upperBound,
        figures.isByte(tokens[first.tokens.upperBound], UInt8(ascii: "(")),
        !isCompound(first, tokens, block, figures),
        let second = bracketed(first.tokens.upperBound + 1, tokens, block, figures),
        first.unit.kind == second.unit.kind, first.unit.name != second.unit.name,
        !isPlausible(first, second)
      else { continue }
      report.add(
        Self.message(analysis.string(first.tokens), analysis.string(second.tokens)),
        at: analysis.range(first.tokens.lowerBound..<second.tokens.upperBound + 1))
    }
  }

  /// The only amount within the bracket that opens before `start`, when the bracket closes right behind it.
  private func bracketed(_ start: Int, _ tokens: [Token], _ block: Range<Int>, _ figures: Figures) -> Amount?
  {
    var at = start
    var last: Amount?
    while at < block.upperBound, at - start < 12 {
      if figures.isByte(tokens[at], UInt8(ascii: ")")) { break }
      if tokens[at].kind == .number {
        let amount = reader.amount(at: at, tokens, block, figures)
        if let amount {
          // Two amounts: which of them is the conversion is not clear.
          guard last == nil else { return nil }
          last = amount
          at = amount.tokens.upperBound
          continue
        }
      }
      at += 1
    }
    guard let last, last.tokens.upperBound < block.upperBound,
      figures.isByte(tokens[last.tokens.upperBound], UInt8(ascii: ")")), last.tokens.lowerBound - start <= 4
    else { return nil }
    return last
  }

  /// 6 ft 2 in: the last part is not the whole.
  private func isCompound(_ amount: Amount, _ tokens: [Token], _ block: Range<Int>, _ figures: Figures)
    -> Bool
  {
    let at = amount.tokens.lowerBound
    guard at - 2 >= block.lowerBound, case .money = amount.unit.kind else {
      guard at - 2 >= block.lowerBound else { return false }
      return figures.value(tokens[at - 2]) != nil && !figures.isDash(tokens[at - 1])
        && tokens[at - 1].length <= 6
        && tokens[at - 1].isWord && reader.amount(at: at - 2, tokens, block, figures) != nil
    }
    return false
  }

  /// Whether one can be the other with a generous margin: rates of exchange move, figures are rounded.
  private func isPlausible(_ a: Amount, _ b: Amount) -> Bool {
    if case .temperature = a.unit.kind { return Self.isPlausibleTemperature(a, b) }
    guard a.value > 0, b.value > 0 else { return true }
    if case .money = a.unit.kind {
      // Units of b to one of a.
      let least = b.unit.least / a.unit.most
      let most = b.unit.most / a.unit.least
      let rate = b.value / a.value
      return rate >= least / 3 && rate <= most * 3
    }
    let ratio = (a.value * a.unit.least) / (b.value * b.unit.least)
    // Small figures are rounded coarsely: 2 km (1 mile).
    let margin = min(a.value, b.value) < 4 ? 2.2 : 1.4
    return ratio < margin && ratio > 1 / margin
  }

  private static func isPlausibleTemperature(_ a: Amount, _ b: Amount) -> Bool {
    let (celsius, fahrenheit) = a.unit.name == "C" ? (a.value, b.value) : (b.value, a.value)
    let reading = celsius * 1.8 + 32
    let difference = celsius * 1.8
    let margin = 6 + abs(reading) * 0.05
    return abs(fahrenheit - reading) <= margin || abs(fahrenheit - difference) <= 3 + abs(difference) * 0.1
  }
}

extension ConversionMagnitude {
  static func message(_ amount: String, _ converted: String) -> String {
    "“\(converted)” cannot be “\(amount)” converted. Convert it again, and check the million or billion."
  }
}
