import StetDocument
import StetLanguage
import StetSpelling
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
    var ways = SiteTermWays()
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

  private func addPercentages(_ analysis: Analysis, _ ways: inout SiteTermWays) {
    for variant in percentages.variants(analysis) {
      for place in variant.places { ways.add(.percentage, Array(variant.form.utf8), place) }
    }
  }

  private func addDates(_ analysis: Analysis, _ ways: inout SiteTermWays) {
    for variant in DateForms.variants(analysis) {
      for place in variant.places { ways.add(.date, Array(variant.form.utf8), place) }
    }
  }

  /// Those of two to four letters, the ones with full stops and the ones in capitals without.
  private func addAbbreviations(_ blocks: [Range<Int>], _ analysis: Analysis, _ ways: inout SiteTermWays) {
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
  private func addCompounds(_ blocks: [Range<Int>], _ analysis: Analysis, _ ways: inout SiteTermWays) {
    let tokens = analysis.layer.tokens
    let tags = analysis.tags
    let quotations = analysis.quotations
    let unknown = Set(analysis.unknownWords)
    let lexicon = analysis.lexicon
    var divisible: [WordKey: Bool] = [:]
    analysis.document.prose.withUnsafeBufferPointer { prose in
      for block in blocks {
        for at in block where tokens[at].isWord && tokens[at].isLower && tokens[at].length > 2 {
          let token = tokens[at]
          guard !quotations.contains(at), token.spaceBefore || at == block.lowerBound,
            !percentages.holds(token)
          else { continue }
          let isNoun = tags[at].universal == .noun
          if isNoun, token.length > 5, !unknown.contains(at),
            !isJoined(at + 1, block, tokens, prose)
          {
            let stem = CompoundForms.stem(prose, token)
            let isDivisible = divisible[token.key] ?? Self.isDivisible(stem, analysis.speller)
            divisible[token.key] = isDivisible
            if isDivisible { ways.add(.compound, Array(stem), token.range) }
          }
          let isHyphenated = at + 2 < block.upperBound && CompoundForms.isHyphenated(at, tokens, prose)
          let next = isHyphenated ? at + 2 : at + 1
          guard next < block.upperBound, tokens[next].isWord, tokens[next].isLower, tokens[next].length > 2,
            isHyphenated || tokens[next].spaceBefore, tags[next].universal == .noun,
            !percentages.holds(tokens[next]),
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

  /// Whether a word could be written with a hyphen or as two: most nouns could not, and need not be kept.
  private static func isDivisible(_ word: Slice<UnsafeBufferPointer<UInt8>>, _ speller: Speller) -> Bool {
    if word.contains(UInt8(ascii: "-")) { return true }
    let (start, end) = (word.startIndex, word.endIndex)
    func isKnown(_ part: Range<Int>) -> Bool {
      speller.isKnown(UnsafeBufferPointer(rebasing: word[part]))
    }
    for cut in (start + 3)..<max(start + 3, end - 2) where isKnown(start..<cut) && isKnown(cut..<end) {
      return true
    }
    return prefixes.contains {
      word.count > $0.utf8.count + 3 && word.starts(with: $0.utf8) && isKnown(start + $0.utf8.count..<end)
    }
  }

  /// Prefixes too short for a word that some write with a hyphen: e-mail, co-operation.
  private static let prefixes = [
    "e", "co", "bi", "tri", "pre", "sub", "non", "anti", "semi", "multi", "inter",
  ]

  /// Whether a hyphen joins more to the word: state-of-the-art.
  private func isJoined(
    _ at: Int, _ block: Range<Int>, _ tokens: [Token], _ prose: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard at < block.upperBound, !tokens[at].spaceBefore, !tokens[at].isWord else { return false }
    return "-/_@#".utf8.contains(prose[Int(tokens[at].start)])
  }

  /// Names of several words, with a hyphen or with a capital inside; persons only with two words at least, since
  /// MacDonald and Macdonald are two people.
  private func addNames(_ analysis: Analysis, _ ways: inout SiteTermWays) {
    let blocks = analysis.document.blocks
    for form in names.forms(analysis, singleWords: true) {
      let first = form.tokens.lowerBound
      guard let block = analysis.layer.block(of: first), blocks[block].kind != .headline,
        !analysis.quotations.contains(first), varies(form, analysis)
      else { continue }
      var text = Array(analysis.string(form.tokens).utf8)
      guard !text.contains(UInt8(ascii: ".")), text.count <= 60 else { continue }
      // The first letter is a capital at the head of a sentence: al-Qaeda.
      if text[0] &- 0x61 < 26 { text[0] &-= 0x20 }
      for at in text.indices where text[at] <= 0x20 { text[at] = 0x20 }
      ways.add(.name, text, analysis.range(form.tokens))
    }
  }

  /// Whether somebody may write the name in another way, so that it is worth its memory: no name of two plain words
  /// for a person, no word that a dictionary knows.
  private func varies(_ form: NameForm, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    let words = form.tokens.filter { tokens[$0].isWord }
    if words.contains(where: { tokens[$0].shape == .mixed }) {
      return words.count > 1 || form.kind != .person
    }
    switch words.count {
    case 1: return form.kind != .person && !analysis.isKnown(tokens[words[0]])
    // “Al Sisi” may be “Al-Sisi”, “Abdou Tourkani” is nothing else.
    case 2:
      let first = tokens[words[0]]
      return form.kind != .person || form.tokens.count > 2 || first.length <= 3
        || !analysis.language.isGivenName(first.key)
    default: return true
    }
  }
}
