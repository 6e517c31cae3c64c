import StetDocument
import StetLanguage
import StetLint

package struct PercentFormMixed: Rule {
  package static let metadata = RuleMetadata(
    id: "percent-form-mixed", family: .terms, severity: .note,
    summary: "“percent”, “per cent” and “%” in one text", options: [form.declaration])

  package enum Form: String, CaseIterable, OptionRepresentable {
    case consistent, percent
    case perCent = "per-cent"
    case sign

    /// As it is printed; nil: whichever the text has most.
    var printed: String? {
      switch self {
      case .consistent: nil
      case .percent: "percent"
      case .perCent: "per cent"
      case .sign: "%"
      }
    }
  }

  static let form = OptionKey<Form>(
    "form", standard: .consistent,
    "How percentages are written in running text; “consistent” keeps to what each text has most.")
  private var form = Self.form.standard

  private let percentages: PercentForms

  package init(_ lexicon: Lexicon) { percentages = PercentForms(lexicon) }

  package mutating func configure(_ options: RuleOptions) { form = options[Self.form] }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let variants = percentages.variants(analysis)
    guard let (kept, others) = variants.majority(preferring: form.printed) else { return }
    let keeper = kept.places.first
    let strays = others.flatMap { variant in
      variant.places.map { (range: $0, replacement: Optional(replacement($0, kept.form, analysis))) }
    }
    guard let stray = strays.min(by: { $0.range < $1.range }) else { return }
    let text = analysis.document.string(stray.range)
    if let keeper, form == .consistent {
      let keptText = analysis.document.string(keeper)
      report.add(Self.message(text, keptText), strays: strays, kept: keeper, keptForm: keptText)
    } else {
      report.add(
        HouseStyle.message(text, stray.replacement ?? kept.form), strays: strays, kept: nil,
        keptForm: kept.form)
    }
  }

  /// The amount with the form to keep; the sign follows its figure without a blank, the words with one.
  private func replacement(_ range: ProseRange, _ kept: String, _ analysis: Analysis) -> String {
    let amount = analysis.document.prose[range.indices].prefix { $0 != 0x20 && $0 != UInt8(ascii: "%") }
    return String(decoding: amount, as: UTF8.self) + (kept == "%" ? "%" : " " + kept)
  }
}

extension PercentFormMixed {
  static func message(_ stray: String, _ kept: String) -> String {
    "“\(stray)” and “\(kept)” stand in one text. Write percentages one way throughout."
  }
}
