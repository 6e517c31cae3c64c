import StetDocument
import StetLanguage
import StetLint

package struct DateFormatMixed: Rule {
  package static let metadata = RuleMetadata(
    id: "date-format-mixed", family: .terms, severity: .note,
    summary: "“5 May” and “May 5” in one text", options: [order.declaration])

  package enum Order: String, CaseIterable, OptionRepresentable {
    case consistent
    case dayFirst = "day-first"
    case monthFirst = "month-first"
  }

  static let order = OptionKey<Order>(
    "order", standard: .consistent,
    "Whether dates in running text are “5 May” or “May 5”; “consistent” keeps to what each text has most.")
  private var order = Self.order.standard

  package init(_ lexicon: Lexicon) {}

  package mutating func configure(_ options: RuleOptions) { order = options[Self.order] }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let variants = DateForms.variants(analysis)
    let preferred = order == .consistent ? nil : order.rawValue
    guard let (kept, others) = variants.majority(preferring: preferred), let strays = others.first?.places,
      let stray = strays.first
    else { return }
    let text = analysis.document.string(stray)
    if preferred == nil, let keeper = kept.places.first {
      let keptForm = analysis.document.string(keeper)
      report.add(
        Self.message(text, keptForm), strays: strays.map { ($0, String?.none) }, kept: keeper,
        keptForm: keptForm)
    } else {
      let turned = text.split(separator: " ").reversed().joined(separator: " ")
      report.add(
        HouseStyle.message(text, turned), strays: strays.map { ($0, String?.none) }, kept: nil,
        keptForm: turned)
    }
  }
}

extension DateFormatMixed {
  static func message(_ stray: String, _ kept: String) -> String {
    "“\(stray)” and “\(kept)” write dates in two ways. Use one order throughout."
  }
}
