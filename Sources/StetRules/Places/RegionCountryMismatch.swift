import StetLanguage
import StetLint

package struct RegionCountryMismatch: Rule {
  package static let metadata = RuleMetadata(
    id: "region-country-mismatch", family: .places, severity: .error,
    summary: "A country put into the wrong part of the world: “the East African nation of Niger”")

  /// Parts of the world by their last word; the value is a line of the data file.
  private var regions = PhraseTable<Int>()
  /// The countries of each part, separated by ";": taken apart only when a text names one.
  private var members: [Substring] = []
  private let nouns: WordSet
  private let copulas: WordSet
  private let of: WordKey

  package init(_ lexicon: Lexicon) {
    nouns = WordSet("nation country state republic kingdom", lexicon)
    copulas = WordSet("is", lexicon)
    of = lexicon.key("of")
    for line in EmbeddedText.lines("Dictionaries/en/country-regions.tsv") {
      let fields = line.utf8.split(separator: UInt8(ascii: "\t")).map { Substring($0) }
      guard fields.count == 2 else { continue }
      regions.add(lexicon.keys(of: String(fields[0])), members.count)
      members.append(fields[1])
    }
  }

  private func lies(_ country: String, in line: Int) -> Bool {
    members[line].split(separator: ";").contains { $0 == country }
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let layer = analysis.layer
    let tokens = layer.tokens
    var phrases: PlacePhrases?
    for block in layer.blocks {
      for at in block.dropFirst() where nouns.contains(tokens[at].key) && tokens[at].isLower {
        guard let region = region(before: at, block, tokens) else { continue }
        let known = phrases ?? PlacePhrases(analysis.places.all)
        phrases = known
        guard let place = country(of: region.first, at, block, known, analysis), place.countries.count == 1,
          let id = place.countries.first
        else { continue }
        let country = analysis.language.gazetteer.countries[id]
        guard !lies(country.name, in: region.line),
          members.indices.contains(where: { lies(country.name, in: $0) }),
          !analysis.quotations.contains(at)
        else { continue }
        let range = analysis.range(region.first..<region.end)
        report.add(
          Self.message(country.name, analysis.string(region.first..<region.end)), at: range,
          related: [(analysis.range(place.tokens), "“\(country.name)” is named here")])
      }
    }
  }

  /// The part of the world named directly before the noun, or before one more word: “East African island nation”.
  private func region(
    before noun: Int, _ block: Range<Int>, _ tokens: [Token]
  ) -> (line: Int, first: Int, end: Int)? {
    for end in [noun, noun - 1] {
      for first in [end - 2, end - 1] where first >= block.lowerBound && tokens[first].isWord {
        guard let match = regions.match(tokens, at: first, end: end), first + match.count == end,
          tokens[end - 1].isCapitalized, first == block.lowerBound || !isPartial(tokens[first - 1])
        else { continue }
        return (match.value, first, end)
      }
    }
    return nil
  }

  /// “South-East Asian”, “non-European”, “north-west African”: the part is a smaller one.
  private func isPartial(_ before: Token) -> Bool { before.isPunctuation && !before.spaceBefore }

  /// “the … nation of X”, “the … nation X”, “X, a … nation”, “X is a … nation”.
  private func country(
    of region: Int, _ noun: Int, _ block: Range<Int>, _ places: PlacePhrases, _ analysis: Analysis
  ) -> PlaceMention? {
    let tokens = analysis.layer.tokens
    if noun + 1 < block.upperBound {
      let isOf = tokens[noun + 1].key == of
      if let place = places.country(at: isOf ? noun + 2 : noun + 1, analysis), block.contains(place.first) {
        return place
      }
    }
    guard region - 2 > block.lowerBound, analysis.lexicon.has(tokens[region - 1].key, .article) else {
      return nil
    }
    let joint = tokens[region - 2]
    guard copulas.contains(joint.key) || analysis.isMark(joint, ","),
      let place = places.mention(before: region - 2), place.sense == .country
    else { return nil }
    // “officials from Mali, a West African country” speaks of the country; “Paris, France, a European city” as well.
    return place
  }
}

extension RegionCountryMismatch {
  static func message(_ country: String, _ region: String) -> String {
    "“\(region)” is not where \(country) lies. Check the country and the part of the world."
  }
}
