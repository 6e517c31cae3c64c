import StetDocument

/// What makes a name that no list has a place or a body: the words around it that are said of nothing else.
extension NameClassifier {
  /// “West Oakland”
  func placeWords(_ run: NameRuns.Run, _ points: inout NameEvidence) {
    let range = run.tokens
    guard range.count > 1, run.known == nil, key.compass.contains(tokens[range.lowerBound].key),
      let place = names.known.match(tokens, at: range.lowerBound + 1, end: range.upperBound),
      place.count == range.count - 1, place.value == .place
    else { return }
    points.place += 6
  }

  func placeContext(
    _ run: NameRuns.Run, _ phrase: NounPhrase, _ sentence: Sentence, _ points: inout NameEvidence
  ) {
    guard phrase.name != nil, run.known == nil else { return }
    let (start, next) = (run.tokens.lowerBound, run.tokens.upperBound)
    // “the mayor of Hucknall”, “the outskirts of Hucknall”
    if start >= sentence.first + 2, tokens[start - 1].key == key.of,
      key.governed.contains(tokens[start - 2].key)
    {
      points.place += 3
    }
    guard next + 1 < sentence.end else { return }
    // “Hucknall's population”
    if case .possessiveEnding = tags[next].penn, key.publicThings.contains(tokens[next + 1].key) {
      points.place += 3
    }
    // “Hucknall is situated …”
    if lexicon.has(tokens[next].key, .be), key.located.contains(tokens[next + 1].key) { points.place += 3 }
    // “Hucknall, which …”: no person is “which”, and no verb stands before that the clause could take up.
    if isComma(next), tokens[next + 1].key == key.which, case .subject = phrase.role { points.person -= 3 }
  }
}
