import StetLint

/// The rules written in Swift, sorted by id. A test prints the line that is missing.
package enum Catalogue {
  package static let rules: [any Rule.Type] = [
    AdjacentPhraseRepeat.self,
    ControlCharacter.self,
    CountryHeShe.self,
    CountryHisHerCountry.self,
    DemonymCountryMismatch.self,
    DeterminerCapitalFunctionWord.self,
    DeterminerDeterminer.self,
    DoubledWord.self,
    HTMLEntityLeak.self,
    MalformedUTF8.self,
    MidsentenceCapitalFunctionWord.self,
    Mojibake.self,
    NameRomanisationVariant.self,
    RepeatedNgramLoop.self,
    ReplacementCharacter.self,
    SoftHyphen.self,
    StrayNoBreakSpace.self,
    UnbalancedDoubleQuote.self,
    UnknownWord.self,
    ZeroWidthCharacter.self,
  ]
}
