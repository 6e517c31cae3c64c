extension ProseScan {
  /// For the test that none is forgotten.
  package static let ruleNames: [String] = types.map { String(describing: $0) }

  /// In the order of their ids.
  static let types: [any ScanRule.Type] = [
    AccentAsApostrophe.self,
    BackslashEscape.self,
    BidiControl.self,
    DashSpacing.self,
    DecomposedCharacter.self,
    DoublePunctuation.self,
    DoubleSpace.self,
    DoubledQuote.self,
    EllipsisForm.self,
    EmptyBracket.self,
    ForeignPunctuation.self,
    ForeignQuotationMarks.self,
    FullwidthCharacter.self,
    Homoglyph.self,
    HyphenForDash.self,
    LeadingPunctuation.self,
    Ligature.self,
    LineSeparator.self,
    MissingSpaceAfterPunctuation.self,
    MissingSpaceBesideBracket.self,
    MixedScriptWord.self,
    NestedSameQuotes.self,
    PercentEncoding.self,
    PrivateUseCharacter.self,
    RepeatedOutcry.self,
    ReversedApostrophe.self,
    ReversedQuote.self,
    SpaceBeforePercent.self,
    SpaceBeforePunctuation.self,
    SpaceBesideHyphen.self,
    SpaceInsideBracket.self,
    StyledLetters.self,
    TokenisedOutput.self,
    TypewriterQuote.self,
    UnknownToken.self,
    UnusualSpace.self,
  ]
}
