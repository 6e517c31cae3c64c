import StetDocument
import StetLanguage
import StetLint

package struct IndianDigitGrouping: Rule {
  package static let metadata = RuleMetadata(
    id: "indian-digit-grouping", family: .numbers, severity: .warning,
    summary: "Digits grouped by lakh and crore: 12,85,470", packs: [.strict, .international])

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let figures = Figures(analysis)
    for at in analysis.numbers where tokens[at].length >= 8 {
      guard let regrouped = Self.regrouped(Array(figures.bytes(tokens[at]))) else { continue }
      report.add(
        Self.message(analysis.string(tokens[at]), regrouped), at: tokens[at].range,
        fixes: [.replace(tokens[at].range, with: regrouped, .safe)])
    }
  }

  /// 12,85,470.5 in groups of three; nil when it is not grouped the Indian way.
  static func regrouped(_ bytes: [UInt8]) -> String? {
    let halves = bytes.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = halves.first else { return nil }
    let groups = whole.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard groups.count >= 3, let first = groups.first, (1...2).contains(first.count),
      groups.last?.count == 3, groups.dropFirst().dropLast().allSatisfy({ $0.count == 2 }),
      groups.allSatisfy({ Figures.integer($0) != nil })
    else { return nil }
    let digits = Array(groups.joined())
    var result: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(UInt8(ascii: ",")) }
      result.append(digit)
    }
    if halves.count == 2 { result += [UInt8(ascii: ".")] + halves[1] }
    return String(decoding: result, as: UTF8.self)
  }
}

extension IndianDigitGrouping {
  static func message(_ number: String, _ regrouped: String) -> String {
    "“\(number)” is grouped by lakh and crore; readers elsewhere expect “\(regrouped)”."
  }
}
