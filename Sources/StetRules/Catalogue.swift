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
    CountryThey.self,
    DefiniteSingularNoAntecedent.self,
    DemonymCountryMismatch.self,
    DeterminerCapitalFunctionWord.self,
    DeterminerDeterminer.self,
    DoubledWord.self,
    FirstPersonOutsideQuotes.self,
    HTMLEntityLeak.self,
    ItHumanPredicate.self,
    ItsKinship.self,
    MalformedUTF8.self,
    MidsentenceCapitalFunctionWord.self,
    MissingSpaceBesideQuote.self,
    Mojibake.self,
    NameRomanisationVariant.self,
    ParagraphOpeningPronoun.self,
    PronounGenderFlip.self,
    ReintroducedIndefinite.self,
    RepeatedNgramLoop.self,
    ReplacementCharacter.self,
    SoftHyphen.self,
    SpaceInsideQuotes.self,
    SpeechComma.self,
    StrayNoBreakSpace.self,
    TitlePronounClash.self,
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
