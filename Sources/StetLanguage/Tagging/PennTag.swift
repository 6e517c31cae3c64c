/// The Penn Treebank tags (XPOS) as the English Web Treebank writes them. Raw values are stored in the model
/// files: add none in between.
package enum PennTag: UInt8, CaseIterable, Hashable, Sendable {
  case sentenceEnd
  case comma
  case colon
  case openingQuote
  case closingQuote
  case openingBracket
  case closingBracket
  case hyphen
  case currency
  /// `NFP`: stray punctuation, rows of stars, smileys.
  case strayPunctuation
  case symbol
  /// `ADD`: an address of the web or of mail.
  case address
  /// `AFX`: an affix that stands alone.
  case affix
  case coordinatingConjunction
  case cardinal
  case determiner
  case existentialThere
  case foreignWord
  /// `GW`: the second half of a word that was written apart.
  case goesWith
  /// `IN`: preposition or subordinating conjunction.
  case preposition
  case adjective
  case comparativeAdjective
  case superlativeAdjective
  case listMarker
  case modal
  case singularNoun
  case pluralNoun
  case singularProperNoun
  case pluralProperNoun
  case predeterminer
  case possessiveEnding
  case personalPronoun
  case possessivePronoun
  case adverb
  case comparativeAdverb
  case superlativeAdverb
  case particle
  case to
  case interjection
  case baseVerb
  case pastVerb
  case gerund
  case pastParticiple
  case presentVerb
  case thirdPersonVerb
  /// `WDT`: which, that.
  case whDeterminer
  /// `WP`: who, what.
  case whPronoun
  case possessiveWhPronoun
  /// `WRB`: when, where, how.
  case whAdverb
  case other

  /// The tag as the treebanks write it, such as `NNS`.
  package var code: String { Self.codes[Int(rawValue)] }

  /// The tag with the given treebank code.
  package init?(code: String) {
    guard let index = Self.codes.firstIndex(of: code) else { return nil }
    self.init(rawValue: UInt8(index))
  }

  private static let codes = [
    ".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "$", "NFP", "SYM", "ADD", "AFX", "CC", "CD", "DT",
    "EX", "FW", "GW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT", "POS", "PRP",
    "PRP$", "RB", "RBR", "RBS", "RP", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP",
    "WP$", "WRB", "XX",
  ]
}
