import StetDocument
import StetLanguage
import StetLint

package struct TermVariantInconsistent: Rule {
  package static let metadata = RuleMetadata(
    id: "term-variant-inconsistent", family: .terms, severity: .warning,
    summary: "One compound as one word, with a hyphen or as two: “airbase” and “air base”",
    options: [prefer.declaration])

  static let prefer = OptionKey<[String]>(
    "prefer",
    "Compounds as the house writes them, such as airbase, cease-fire or health care: any other way is marked."
  )
  private let compounds: CompoundForms
  private var preferred = PreferredCompounds([])

  package init(_ lexicon: Lexicon) {
    compounds = CompoundForms(lexicon)
  }

  package mutating func configure(_ options: RuleOptions) {
    preferred = PreferredCompounds(options[Self.prefer])
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    var strays: [(range: ProseRange, kept: String, keeper: ProseRange)] = []
    for (form, places) in preferred.strays(analysis) {
      report.add(
        HouseStyle.message(analysis.document.string(places[0]), form),
        strays: places.map { ($0, String?.none) },
        kept: nil, keptForm: form)
    }
    for variants in compounds.variants(analysis) where !preferred.decides(variants[0].family) {
      guard let (kept, others) = variants.majority(), let keeper = kept.places.first else { continue }
      for variant in others {
        for place in variant.places { strays.append((place, kept.form, keeper)) }
      }
    }
    strays.sort { $0.range < $1.range }
    guard let first = strays.first else { return }
    var related = [(first.keeper, "“\(first.kept)” stands here")]
    for stray in strays.dropFirst() {
      related.append((stray.range, "here too: “\(stray.kept)” stands elsewhere"))
    }
    report.add(
      Self.message(analysis.document.string(first.range), first.kept), at: first.range, related: related)
  }
}

extension TermVariantInconsistent {
  static func message(_ stray: String, _ kept: String) -> String {
    "“\(stray)” and “\(kept)” are one term. Write it one way throughout."
  }
}
