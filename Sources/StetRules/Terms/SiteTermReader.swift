import StetDocument
import StetLanguage
import StetText

/// Finds the terms of a document for its summary.
struct SiteTermReader: Sendable {
  private let abbreviations: AbbreviationForms
  private let percentages: PercentForms
  private let names: NameForms

  init(_ lexicon: Lexicon) {
    abbreviations = AbbreviationForms(lexicon)
    percentages = PercentForms(lexicon)
    names = NameForms(lexicon)
  }

  func summary(_ analysis: Analysis) -> SiteTermSummary {
    var summary = SiteTermSummary()
    let blocks = analysis.runningText()
    guard !blocks.isEmpty else { return summary }
    var ways = Ways()
    addPercentages(analysis, &ways)
    addDates(analysis, &ways)
    addAbbreviations(blocks, analysis, &ways)
    addCompounds(blocks, analysis, &ways)
    addNames(analysis, &ways)
    for way in ways.chosen() {
      summary.add(way.kind, way.form, analysis.document.source(way.range))
    }
    return summary
  }

  private func addPercentages(_ analysis: Analysis, _ ways: inout Ways) {
    for variant in percentages.variants(analysis) {
      for place in variant.places { ways.add(.percentage, Array(variant.form.utf8), place) }
    }
  }

  private func addDates(_ analysis: Analysis, _ ways: inout Ways) {
    for variant in DateForms.variants(analysis) {
      for place in variant.places { ways.add(.date, Array(variant.form.utf8), place) }
    }
  }

  /// Those of two to four letters, the ones with full stops and the ones in capitals without.
  private func addAbbreviations(_ blocks: [Range<Int>], _ analysis: Analysis, _ ways: inout Ways) {
    let prose = analysis.document.prose
    for places in abbreviations.dotted(blocks, analysis).places.values {
      for place in places where place.isFree && place.range.count <= 8 {
        ways.add(.abbreviation, Array(prose[place.range.indices]), place.range)
      }
    }
    for places in abbreviations.capitals(blocks, analysis).values {
      for place in places where place.isFree {
        ways.add(.abbreviation, Array(prose[place.range.indices]), place.range)
      }
    }
  }

  /// Nouns of the dictionaries that are written as one word, with a hyphen or apart.
  private func addCompounds(_ blocks: [Range<Int>], _ analysis: Analysis, _ ways: inout Ways) {
    let tokens = analysis.layer.tokens
    let tags = analysis.tags
    let quotations = analysis.quotations
    let unknown = Set(analysis.unknownWords)
    let lexicon = analysis.lexicon
    analysis.document.prose.withUnsafeBufferPointer { prose in
      for block in blocks {
        for at in block where tokens[at].isWord && tokens[at].isLower && tokens[at].length > 2 {
          let token = tokens[at]
          guard !quotations.contains(at), token.spaceBefore || at == block.lowerBound else { continue }
          let isNoun = tags[at].universal == .noun
          if isNoun, token.length > 5, !unknown.contains(at),
            !isJoined(at + 1, block, tokens, prose)
          {
            ways.add(.compound, Array(CompoundForms.stem(prose, token)), token.range)
          }
          let isHyphenated = at + 2 < block.upperBound && CompoundForms.isHyphenated(at, tokens, prose)
          let next = isHyphenated ? at + 2 : at + 1
          guard next < block.upperBound, tokens[next].isWord, tokens[next].isLower, tokens[next].length > 2,
            isHyphenated || tokens[next].spaceBefore, tags[next].universal == .noun,
            !lexicon.has(token.key, .functionWord), isHyphenated || isNoun,
            !isJoined(next + 1, block, tokens, prose)
          else { continue }
          let first = Array(prose[token.range.indices])
          let second = Array(CompoundForms.stem(prose, tokens[next]))
          guard first.count + second.count > 5,
            isHyphenated || analysis.speller.isKnown(String(decoding: first + second, as: UTF8.self))
          else { continue }
          ways.add(
            .compound, first + [isHyphenated ? UInt8(ascii: "-") : 0x20] + second,
            analysis.range(at..<next + 1))
        }
      }
    }
  }

  /// Whether a hyphen joins more to the word: state-of-the-art.
  private func isJoined(
    _ at: Int, _ block: Range<Int>, _ tokens: [Token], _ prose: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard at < block.upperBound, !tokens[at].spaceBefore, !tokens[at].isWord else { return false }
    return "-/_@#".utf8.contains(prose[Int(tokens[at].start)])
  }

  /// Names of several words, with a hyphen or with a capital inside; persons only with two words at least, since
  /// MacDonald and Macdonald are two people.
  private func addNames(_ analysis: Analysis, _ ways: inout Ways) {
    let blocks = analysis.document.blocks
    for form in names.forms(analysis, singleWords: true) {
      let first = form.tokens.lowerBound
      guard let block = analysis.layer.block(of: first), blocks[block].kind != .headline,
        !analysis.quotations.contains(first), form.tokens.count > 1 || form.kind != .person
      else { continue }
      var text = Array(analysis.string(form.tokens).utf8)
      guard !text.contains(UInt8(ascii: ".")), text.count <= 60 else { continue }
      // The first letter is a capital at the head of a sentence: al-Qaeda.
      if text[0] &- 0x61 < 26 { text[0] &-= 0x20 }
      for at in text.indices where text[at] <= 0x20 { text[at] = 0x20 }
      ways.add(.name, text, analysis.range(form.tokens))
    }
  }
}

/// The ways to write each term of one document.
private struct Ways {
  struct Way {
    var kind: SiteTermSummary.Kind
    var form: [UInt8]
    var range: ProseRange
    var places = 1
  }

  private var ways: [Way] = []
  private var numbers: [[UInt8]: Int] = [:]

  mutating func add(_ kind: SiteTermSummary.Kind, _ form: [UInt8], _ range: ProseRange) {
    let key = [kind.rawValue] + form
    if let number = numbers[key] {
      ways[number].places += 1
      if range < ways[number].range { ways[number].range = range }
      return
    }
    numbers[key] = ways.count
    ways.append(Way(kind: kind, form: form, range: range))
  }

  /// Of each term the way that comes most often, among equals the first; in the order of their places.
  func chosen() -> [Way] {
    var best: [FNV1a: Int] = [:]
    for (number, way) in ways.enumerated() {
      let family = SiteTermSummary.family(of: [way.kind.rawValue] + way.form)
      guard let other = best[family] else {
        best[family] = number
        continue
      }
      let (a, b) = (way, ways[other])
      if a.places > b.places || (a.places == b.places && a.range < b.range) { best[family] = number }
    }
    return best.values.map { ways[$0] }.sorted {
      $0.range != $1.range ? $0.range < $1.range : $0.kind.rawValue < $1.kind.rawValue
    }
  }
}
