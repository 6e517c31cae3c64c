import StetDocument
import StetLanguage
import StetLint

package struct AbbreviationStyleInconsistent: Rule {
  package static let metadata = RuleMetadata(
    id: "abbreviation-style-inconsistent", family: .terms, severity: .warning,
    summary: "One abbreviation with and without full stops: “US” and “U.S.”", aliases: ["abbreviation-style"],
    options: [fullStops.declaration, prefer.declaration])

  package enum FullStops: String, CaseIterable, OptionRepresentable { case consistent, never }

  static let fullStops = OptionKey<FullStops>(
    "full-stops", standard: .consistent,
    "“never” marks every abbreviation of single letters with full stops: U.S., p.m., e.g.")
  static let prefer = OptionKey<[String]>(
    "prefer",
    "Abbreviations as the house writes them, such as U.S. or UN: the same letters written otherwise are "
      + "marked.")
  private var fullStops = Self.fullStops.standard
  /// By their letters.
  private var preferred: [[UInt8]: String] = [:]

  private let abbreviations: AbbreviationForms

  package init(_ lexicon: Lexicon) {
    abbreviations = AbbreviationForms(lexicon)
  }

  package mutating func configure(_ options: RuleOptions) {
    fullStops = options[Self.fullStops]
    preferred = [:]
    for form in options[Self.prefer] { preferred[form.utf8.filter { $0 != UInt8(ascii: ".") }] = form }
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    if fullStops == .never || !preferred.isEmpty { checkChoices(analysis, &report) }
    for variants in abbreviations.variants(analysis) {
      if fullStops == .never || variants.contains(where: { preferred[Array($0.form.utf8)] != nil }) {
        continue
      }
      guard let (kept, others) = variants.majority(), let keeper = kept.places.first else { continue }
      let strays = others.flatMap(\.places).sorted()
      guard let stray = strays.first else { continue }
      report.add(
        Self.message(analysis.document.string(stray), kept.form),
        strays: strays.map { ($0, replacement($0, kept.form, analysis)) }, kept: keeper, keptForm: kept.form)
    }
  }

  /// The places that differ from what the house has chosen, unless they may belong to a name.
  private func checkChoices(_ analysis: Analysis, _ report: inout Report) {
    let blocks = analysis.runningText()
    var strays: [(form: String, ranges: [ProseRange])] = []
    let (dotted, order) = abbreviations.dotted(blocks, analysis)
    for letters in order {
      let plain = String(decoding: letters, as: UTF8.self)
      guard let form = preferred[letters] ?? (fullStops == .never ? plain : nil) else { continue }
      strays.append(
        (
          form,
          dotted[letters, default: []].filter { $0.isFree && isOther($0.range, form, analysis) }.map(\.range)
        ))
    }
    let withStops = preferred.filter { $0.value.utf8.count > $0.key.count }
    if !withStops.isEmpty {
      let plain = abbreviations.plain(Set(withStops.keys), blocks, analysis)
      for (letters, form) in withStops.sorted(by: { $0.value < $1.value }) {
        strays.append((form, plain[letters, default: []].filter(\.isFree).map(\.range)))
      }
    }
    for (form, ranges) in strays {
      guard let first = ranges.first else { continue }
      report.add(
        HouseStyle.message(analysis.document.string(first), form),
        strays: ranges.map { ($0, replacement($0, form, analysis)) }, kept: nil, keptForm: form)
    }
  }

  private func isOther(_ range: ProseRange, _ form: String, _ analysis: Analysis) -> Bool {
    !analysis.document.prose[range.indices].elementsEqual(form.utf8)
  }

  /// The form to keep; the full stop of an abbreviation that ends a sentence is the sentence's, too.
  private func replacement(_ range: ProseRange, _ kept: String, _ analysis: Analysis) -> String? {
    let prose = analysis.document.prose
    guard prose[range.upper - 1] == UInt8(ascii: "."), !kept.hasSuffix(".") else {
      let isDoubled =
        kept.hasSuffix(".") && range.upper < prose.count && prose[range.upper] == UInt8(ascii: ".")
      return isDoubled ? String(kept.dropLast()) : kept
    }
    let isLast = analysis.sentences.contains { analysis.range(of: $0).upper == range.upper }
    return isLast ? kept + "." : kept
  }
}

extension AbbreviationStyleInconsistent {
  static func message(_ stray: String, _ kept: String) -> String {
    "“\(stray)” and “\(kept)” are one abbreviation. Write it one way throughout."
  }
}
