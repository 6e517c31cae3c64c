import StetLanguage
import StetLint

/// The rules written in Swift, sorted by id. A test prints the line that is missing.
package enum Catalogue {
  package static let rules: [any Rule.Type] = [
    AdjacentPhraseRepeat.self,
    CommaOutsideQuote.self,
    ControlCharacter.self,
    CountryHeShe.self,
    CountryHisHerCountry.self,
    DemonymCountryMismatch.self,
    DeterminerCapitalFunctionWord.self,
    DeterminerDeterminer.self,
    DoubledWord.self,
    EscapeSequence.self,
    HTMLEntityLeak.self,
    CitationToken.self,
    VocabularyCluster.self,
    MalformedUTF8.self,
    MarkupResidue.self,
    MidsentenceCapitalFunctionWord.self,
    MissingSpaceBesideQuote.self,
    ModelToken.self,
    Mojibake.self,
    MonthShortened.self,
    NameRomanisationVariant.self,
    PlaceholderLeak.self,
    RepeatedHeadline.self,
    RepeatedNgramLoop.self,
    ReplacementCharacter.self,
    SoftHyphen.self,
    SpaceInsideQuotes.self,
    SpeechComma.self,
    StrayNoBreakSpace.self,
    TrackingParameter.self,
    UnbalancedBracket.self,
    UnbalancedDoubleQuote.self,
    UnknownWord.self,
    ZeroWidthCharacter.self,
  ]

  /// Everything of this module that looks at a document: each rule by itself, and the rules on single marks and
  /// characters in one pass.
  package static func checks(_ lexicon: Lexicon) -> [any Check] {
    rules.map { $0.init(lexicon) as any Check } + [ProseScan(lexicon)]
  }
}
