import StetDocument
import StetLanguage
import StetSpelling

/// Unknown words with a capital that are slips all the same. Most such words are names, so that all must fit: the
/// capital comes from the place (the first word of a sentence) or from an office (“the Goverment”), the word stands
/// once, no name is beside it, and its small form is one clear slip away from a common word. Days and months are
/// told anywhere.
struct CapitalisedSlips {
  /// Surer than a word in small letters must be.
  private static let likely = 0.93
  /// A name that others bear is no slip, see `FrequencyTable`.
  private static let mostOwnWeight: UInt8 = 6
  /// Few names look like an adverb.
  private static let mostOwnWeightOfAdverb: UInt8 = 20
  /// Or, in a long word, one that is 256 times rarer than the common word: many make the same slip.
  private static let rarer = 80
  private static let common: UInt8 = 100
  private static let leastLetters = 7
  private static let leastLettersWithin = 8

  /// Tokens with what was meant, in order.
  let found: [(token: Int, slip: Slip)]

  init(_ analysis: Analysis, articles: WordSet) {
    let tokens = analysis.layer.tokens
    let place = WordPlace(analysis)
    var found: [(token: Int, slip: Slip)] = []
    for sentence in analysis.sentences where sentence.count > 2 {
      let kind = analysis.document.blocks[sentence.block].kind
      guard kind != .byline, kind != .caption, kind != .tableCell else { continue }
      for at in sentence.tokens {
        guard case .capitalized = tokens[at].shape, tokens[at].isWord,
          Int(tokens[at].length) >= Self.leastLetters, !analysis.isKnown(tokens[at]),
          place.isFree(at, in: sentence)
        else { continue }
        let word = analysis.string(tokens[at])
        if let day = analysis.speller.calendarWord(near: word) {
          found.append((at, Slip(replacement: day, likelihood: 1, alternatives: [])))
        } else if at == sentence.first || Self.isOffice(at, sentence, tokens, articles),
          let slip = Self.slip(word, analysis), Self.standsAlone(at, slip, sentence, tokens, analysis)
        {
          found.append((at, slip))
        }
      }
    }
    self.found = found.filter { entry in
      tokens.lazy.filter { $0.key == tokens[entry.token].key }.prefix(2).count == 1
    }
  }

  /// “The Goverment”, a long word after an article that has a capital at the start of a sentence only.
  private static func isOffice(
    _ at: Int, _ sentence: Sentence, _ tokens: [Token], _ articles: WordSet
  ) -> Bool {
    at > sentence.first && Int(tokens[at].length) >= leastLettersWithin
      && (tokens[at - 1].isLower || at - 1 == sentence.first) && articles.contains(tokens[at - 1].key)
  }

  /// Before a word in small letters, which no name is; an adverb may have a comma behind it.
  private static func standsAlone(
    _ at: Int, _ slip: Slip, _ sentence: Sentence, _ tokens: [Token], _ analysis: Analysis
  ) -> Bool {
    guard at + 1 < sentence.end else { return false }
    let next = tokens[at + 1]
    if analysis.isMark(next, ",") { return at == sentence.first && slip.replacement.hasSuffix("ly") }
    return next.isLower && next.spaceBefore
  }

  private static func slip(_ word: String, _ analysis: Analysis) -> Slip? {
    let small = word.lowercased()
    let speller = analysis.speller
    guard var slip = speller.slip(for: small, atLeast: likely), !slip.replacement.contains(" "),
      let first = slip.replacement.first, first.isLowercase
    else { return nil }
    let most = slip.replacement.hasSuffix("ly") ? mostOwnWeightOfAdverb : mostOwnWeight
    let own = Array(small.utf8).withUnsafeBufferPointer(speller.frequency)
    let meant = Array(slip.replacement.utf8).withUnsafeBufferPointer(speller.frequency)
    let isCommonSlip =
      small.utf8.count >= leastLettersWithin && meant >= common && Int(own) + rarer <= Int(meant)
    guard own < most || isCommonSlip else { return nil }
    slip.replacement = first.uppercased() + slip.replacement.dropFirst()
    slip.alternatives = []
    return slip
  }
}
