import StetLanguage
import StetLint

/// The rules written in Swift, sorted by id. A test prints the line that is missing.
package enum Catalogue {
  package static let rules: [any Rule.Type] = [
    AAnMismatch.self,
    AdjacentPhraseRepeat.self,
    BareOrdinalDate.self,
    CommaOutsideQuote.self,
    ControlCharacter.self,
    ConversionMagnitude.self,
    CountryHeShe.self,
    CountryHisHerCountry.self,
    DateFormatMixed.self,
    DecimalComma.self,
    DemonstrativeAgreement.self,
    DemonymCountryMismatch.self,
    DeterminerCapitalFunctionWord.self,
    DeterminerDeterminer.self,
    DoubledWord.self,
    DuplicateParagraph.self,
    DuplicateSentence.self,
    EachPlural.self,
    HTMLEntityLeak.self,
    ImpossibleDate.self,
    ImpossiblePercentage.self,
    ImpossibleTime.self,
    IndianDigitGrouping.self,
    LakhCrore.self,
    ListCountMismatch.self,
    MalformedUTF8.self,
    MidsentenceCapitalFunctionWord.self,
    MissingArticle.self,
    MissingSpaceBesideQuote.self,
    MixedDigitScript.self,
    Mojibake.self,
    NameRomanisationVariant.self,
    NearDuplicateSentence.self,
    NumberNounAgreement.self,
    NumberWordFigureClash.self,
    OrdinalInDate.self,
    PastForParticiple.self,
    PresentParticipleOveruse.self,
    PronounCase.self,
    RelativeDateNoDateline.self,
    RepeatedNgramLoop.self,
    ReplacementCharacter.self,
    RestatedFact.self,
    ReversedRange.self,
    SoftHyphen.self,
    SpaceInsideQuotes.self,
    StrayNoBreakSpace.self,
    SubjectVerbAgreement.self,
    TenseMixing.self,
    UnbalancedBracket.self,
    UnbalancedDoubleQuote.self,
    UnknownWord.self,
    UntranslatedFragment.self,
    VerbFormAfterAuxiliary.self,
    WeekdayDateMismatch.self,
    WordOveruse.self,
    ZeroWidthCharacter.self,
  ]

  /// Everything of this module that looks at a document: each rule by itself, and the rules on single marks and
  /// characters in one pass.
  package static func checks(_ lexicon: Lexicon) -> [any Check] {
    rules.map { $0.init(lexicon) as any Check } + [ProseScan(lexicon)]
  }
}
