/// The words by which the kind of a document is told.
struct KindLexicon: Sendable {
  /// How news reports: past forms, and “according”.
  let reporting: WordSet
  let firstPerson: WordSet
  let firstPersonPlural: WordSet
  let secondPerson: WordSet
  /// What ought to be.
  let demanding: WordSet
  /// What stands over or under a headline when the text is somebody's opinion, as a line of its own.
  let opinionLabels: WordSet

  init(_ lexicon: Lexicon) {
    reporting = WordSet(
      "said says told added according reported announced stated confirmed denied warned", lexicon)
    firstPerson = WordSet("i my me myself", lexicon)
    firstPersonPlural = WordSet("we our us", lexicon)
    secondPerson = WordSet("you your", lexicon)
    demanding = WordSet("should must ought", lexicon)
    opinionLabels = WordSet("opinion editorial op-ed comment commentary column columnist viewpoint", lexicon)
  }
}
