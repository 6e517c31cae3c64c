import StetDocument
import StetLanguage
import StetLint

package struct SpellingDialectMixed: Rule {
  package static let metadata = RuleMetadata(
    id: "spelling-dialect-mixed", family: .terms, severity: .warning,
    summary: "British and American spelling in one text: “defence” and “color”", aliases: ["dialect-mix"],
    options: [dialect.declaration])

  package enum Dialect: String, CaseIterable, OptionRepresentable {
    case consistent, american, australian, british, canadian, indian, oxford

    /// Its place in the list of varieties; nil: the text's own.
    var variety: (variety: EnglishVariety, name: String)? {
      let variety: EnglishVariety
      switch self {
      case .consistent: return nil
      case .american: variety = .american
      case .australian: variety = .australian
      case .british: variety = .british
      case .canadian: variety = .canadian
      case .indian: variety = .indian
      case .oxford: variety = .oxford
      }
      return EnglishVariety.all.first { $0.variety == variety }.map { ($0.variety, $0.name) }
    }
  }

  static let dialect = OptionKey<Dialect>(
    "dialect", standard: .consistent,
    regions: [
      "US": .american, "GB": .british, "IE": .british, "AU": .australian, "NZ": .british, "CA": .canadian,
      "IN": .indian, "ZA": .british,
    ],
    "The spelling that texts must have (british has -ise, oxford -ize); “consistent” keeps to each text's own. "
      + "A language with a country, such as en-GB, chooses it, too."
  )
  private var dialect = Self.dialect.standard

  private let dialects: SpellingDialects

  package init(_ lexicon: Lexicon) {
    dialects = SpellingDialects(lexicon)
  }

  private struct Hit {
    var token: Int
    var form: SpellingDialects.Form
  }

  package mutating func configure(_ options: RuleOptions) { dialect = options[Self.dialect] }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let hits = hits(analysis)
    if let chosen = dialect.variety { return check(hits, chosen, analysis, &report) }
    guard hits.count > 1 else { return }
    let strong = Set(hits.lazy.filter { !$0.form.isWeak }.map(\.form.family))
    func violates(_ hit: Hit, _ variety: EnglishVariety) -> Bool {
      !hit.form.varieties.contains(variety) && (!hit.form.isWeak || strong.contains(hit.form.family))
    }
    let gazetteer = analysis.language.gazetteer
    let isCanadian = analysis.places.all.contains { place in
      !place.isMasked && place.countries.contains { gazetteer.countries[$0].name == "Canada" }
    }
    // The variety that has to excuse least is the text's own.
    var best: (cost: Double, number: Int)?
    for (number, entry) in EnglishVariety.all.enumerated() {
      let foreign = hits.count { violates($0, entry.variety) }
      // -ize alone is no fault in British, but seldom there.
      let unusual = hits.count {
        $0.form.family == 0 && !$0.form.varieties.contains(entry.variety) && !violates($0, entry.variety)
      }
      let cost =
        Double(foreign) + Double(unusual) * 0.6
        + (isCanadian && entry.variety == .canadian ? 0 : Self.rarity[number])
      if best.map({ cost < $0.cost }) ?? true { best = (cost, number) }
    }
    guard let best else { return }
    let own = EnglishVariety.all[best.number]
    let strays = hits.filter { violates($0, own.variety) }
    let usual = hits.filter {
      !violates($0, own.variety) && !$0.form.varieties.isSuperset(of: [.american, .british])
    }
    guard let stray = strays.first, let keeper = usual.first else { return }
    let tokens = analysis.layer.tokens
    let keptForm = analysis.string(tokens[keeper.token])
    report.add(
      Self.message(analysis.string(tokens[stray.token]), own.name, keptForm),
      strays: strays.map { (tokens[$0.token].range, $0.form.other) },
      kept: tokens[keeper.token].range, keptForm: keptForm)
  }

  /// The words that the chosen variety does not have. One that it has in another sense (program, meter) counts only
  /// beside the other spelling; -ize is for Oxford to choose.
  private func check(
    _ hits: [Hit], _ chosen: (variety: EnglishVariety, name: String), _ analysis: Analysis,
    _ report: inout Report
  ) {
    let strong = Set(hits.lazy.filter { !$0.form.isWeak }.map(\.form.family))
    let strays = hits.filter { hit in
      !hit.form.varieties.contains(chosen.variety)
        && (!hit.form.isWeak || hit.form.family == 0 || strong.contains(hit.form.family))
    }
    guard let stray = strays.first else { return }
    let tokens = analysis.layer.tokens
    report.add(
      Self.houseMessage(analysis.string(tokens[stray.token]), chosen.name, stray.form.other),
      strays: strays.map { (tokens[$0.token].range, $0.form.other) }, kept: nil, keptForm: "")
  }

  /// What a variety needs in words of its own before a text is taken to be written in it: a text with one “colour”
  /// among words in -ize is American with a slip, sooner than Canadian, unless it names Canada.
  private static let rarity = [0, 0, 0.5, 0.5, 1, 1.5]

  /// The words that tell a variety: in small letters, since names keep their own spelling, and not quoted.
  private func hits(_ analysis: Analysis) -> [Hit] {
    let tokens = analysis.layer.tokens
    let speller = analysis.speller
    var hits: [Hit] = []
    analysis.document.prose.withUnsafeBufferPointer { prose in
      for block in analysis.runningText() {
        for at in block where tokens[at].isLower && tokens[at].length > 3 {
          let token = tokens[at]
          let word = UnsafeBufferPointer(rebasing: prose[token.range.indices])
          guard let form = dialects.form(token, word, speller) else { continue }
          hits.append(Hit(token: at, form: form))
        }
      }
    }
    guard !hits.isEmpty else { return hits }
    let quotations = analysis.quotations
    return hits.filter { !quotations.contains($0.token) }
  }
}

extension SpellingDialectMixed {
  static func message(_ stray: String, _ variety: String, _ kept: String) -> String {
    "“\(stray)” is not the \(variety) spelling that this text uses elsewhere, as in “\(kept)”. Use one throughout."
  }

  static func houseMessage(_ stray: String, _ variety: String, _ right: String) -> String {
    "House style is \(variety) spelling: “\(right)”, not “\(stray)”."
  }
}
