import StetLanguage
import StetLint

package struct NameRomanisationVariant: Rule {
  package static let metadata = RuleMetadata(
    id: "name-romanisation-variant", family: .names, severity: .error,
    summary: "Two romanisations of one name in one text: Kyiv and Kiev", options: [prefer.declaration])

  static let prefer = OptionKey<[String]>(
    "prefer",
    "Spellings that the house has chosen, such as Hezbollah or Erdogan: any other spelling is marked.")
  private var preferred: [Int: (form: Int, text: String)] = [:]

  private let families: NameFamilies

  package init(_ lexicon: Lexicon) {
    families = NameFamilies(lexicon)
  }

  package mutating func configure(_ options: RuleOptions) {
    preferred = families.forms(options[Self.prefer])
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let found = families.mentions(analysis)
    for family in found.keys.sorted() {
      guard let mentions = found[family] else { continue }
      if let chosen = preferred[family] {
        let strays = mentions.filter { $0.form != chosen.form }
        guard let stray = strays.first else { continue }
        report.add(
          HouseStyle.message(analysis.string(stray.tokens), chosen.text),
          strays: strays.map { (analysis.range($0.tokens), chosen.text) }, kept: nil, keptForm: chosen.text)
        continue
      }
      var counts: [Int: Int] = [:]
      for mention in mentions { counts[mention.form, default: 0] += 1 }
      guard counts.count > 1, let first = mentions.first else { continue }
      // The majority is kept; among equals the form that comes first.
      let kept = counts.max { a, b in
        a.value != b.value ? a.value < b.value : (a.key == first.form) == false && b.key == first.form
      }
      guard let keptForm = kept?.key, let keeper = mentions.first(where: { $0.form == keptForm }) else {
        continue
      }
      let right = analysis.string(keeper.tokens)
      let strays = mentions.filter { $0.form != keptForm }
      guard let stray = strays.first else { continue }
      let places = strays.dropFirst().map { (analysis.range($0.tokens), "here too") }
      report.add(
        Self.message(analysis.string(stray.tokens), right), at: analysis.range(stray.tokens),
        related: [(analysis.range(keeper.tokens), "“\(right)” stands here")] + places,
        fixes: [
          ProposedFix(
            "Write “\(right)” throughout", strays.map { (analysis.range($0.tokens), right) }, .review)
        ])
    }
  }
}

extension NameRomanisationVariant {
  static func message(_ stray: String, _ kept: String) -> String {
    "“\(stray)” and “\(kept)” are two spellings of one name. Use one of them throughout."
  }
}
