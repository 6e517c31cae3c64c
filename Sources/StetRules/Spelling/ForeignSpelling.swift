import StetDocument
import StetLanguage
import StetLint
import StetSpelling

/// Unknown words of texts in languages other than English, as `unknown-word` reports them.
///
/// Hunspell knows the language; what it cannot know is whether an unknown word is a slip. Reported is only a word with a
/// known one a slip away: in small letters, or capitalised where the language capitalises its nouns.
struct ForeignSpelling {
  /// A word as long as this, in letters, may be two slips away from what was meant; a shorter one has neighbours by
  /// chance.
  private static let long = 8
  private static let short = 4
  /// As many uses are a term.
  private static let term = 4
  /// Proposals cost up to 300 ms each: a text with more unknown words than this is no text of the language.
  private static let most = 60

  static func check(_ analysis: Analysis, _ report: inout Report) {
    let words = analysis.shared(ForeignWords.init).unknown
    guard !words.isEmpty else { return }
    let uses = Dictionary(grouping: words, by: \.text).mapValues(\.count)
    let candidates = words.filter { word in
      uses[word.text, default: 0] < term && isJudged(word, analysis) && !isBorrowed(word, analysis)
    }
    guard candidates.count <= most else { return }
    let perSentence = Dictionary(grouping: candidates, by: \.sentence).mapValues(\.count)
    for word in candidates
    where !isForeign(analysis.sentences[word.sentence], perSentence[word.sentence] ?? 0, analysis) {
      let meant = meant(word, uses: uses[word.text, default: 0], analysis)
      guard let best = meant.first else { continue }
      report.add(
        UnknownWord.message(word.text, best.word), at: word.range,
        fixes: meant.prefix(3).map { .replace(word.range, with: $0.word, .review) })
    }
  }

  /// What may have been meant, likeliest first; nothing when the word is more likely right.
  private static func meant(
    _ word: ForeignWord, uses: Int, _ analysis: Analysis
  ) -> [ForeignSuggestion] {
    if analysis.speller.isForeignCoinage(word.text) { return [] }
    let letters = word.text.unicodeScalars.count
    let most = letters >= long && !word.isCapitalised && uses == 1 ? 2 : 1
    return analysis.speller.foreignSuggestions(for: word.text).filter { suggestion in
      // “debian” may be a name; “die verbindung” is not.
      if suggestion.distance == 0 { return isNoun(word, analysis) }
      // An ending that the dictionary does not know of the word: módems, Spammern.
      if suggestion.sharedEnding == 0, suggestion.slip > .letter { return false }
      if word.isCapitalised, suggestion.sharedEnding < 2 || suggestion.slip > .letter { return false }
      // Terms are repeated, slips seldom but those of accents and doubled letters.
      return suggestion.distance <= most && (uses == 1 || suggestion.slip <= .letter)
    }
  }

  private static func isJudged(_ word: ForeignWord, _ analysis: Analysis) -> Bool {
    let scalars = word.text.unicodeScalars
    guard scalars.count >= short, scalars.dropFirst().allSatisfy({ $0.properties.isLowercase }) else {
      return false
    }
    return !word.isCapitalised || isNoun(word, analysis)
  }

  /// A capitalised word is a noun and no name when the language writes nouns so and it stands behind an article or the
  /// like, with or without an adjective between them.
  private static func isNoun(_ word: ForeignWord, _ analysis: Analysis) -> Bool {
    let determiners = analysis.speller.dictionaries.language.determiners
    guard !determiners.isEmpty, word.text.unicodeScalars.count > short, !word.isFirst else { return false }
    let tokens = analysis.layer.tokens
    let first = analysis.sentences[word.sentence].first
    guard tokens[word.token].spaceBefore, tokens[word.token].start == UInt32(word.range.lower) else {
      return false
    }
    if word.token + 1 < tokens.count, tokens[word.token + 1].isCapitalized { return false }
    func isDeterminer(_ at: Int) -> Bool {
      at >= first && determiners.contains(analysis.words.string(tokens[at].key))
    }
    return isDeterminer(word.token - 1) || tokens[word.token - 1].isLower && isDeterminer(word.token - 2)
  }

  /// English words stand in texts of all languages.
  private static func isBorrowed(_ word: ForeignWord, _ analysis: Analysis) -> Bool {
    var text = word.text.lowercased()
    return text.withUTF8 { analysis.speller.dictionaries.isEnglish($0) }
  }

  /// A sentence in a third language: more than a third of its words is unknown.
  private static func isForeign(_ sentence: Sentence, _ unknown: Int, _ analysis: Analysis) -> Bool {
    guard unknown > 1 else { return false }
    let tokens = analysis.layer.tokens
    return unknown * 3 > sentence.tokens.count { tokens[$0].isWord }
  }
}
