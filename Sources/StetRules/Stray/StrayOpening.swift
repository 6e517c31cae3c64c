import StetDocument
import StetLanguage

/// Finds ordinary words that stand inside a sentence as if they opened one: “their Officials said”, “to the
/// Following the vote”. No word is listed: the counts of the language layer say that a word takes no capital
/// inside sentences, its class and the words around it that a clause begins.
struct StrayOpening {
  private let cases = CaseModel()

  private static let openers: WordClass = [.subordinator, .relative, .interrogative, .coordinator]
  /// Classes of words that have taken care of themselves: function words, and what is often part of a name.
  private static let others: WordClass = [
    .functionWord, .opener, .month, .weekday, .title, .personRole, .organisation,
  ]

  func isStray(_ at: Int, in sentence: Sentence, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    let lexicon = analysis.lexicon
    guard at > sentence.first + 1, at + 2 < sentence.end else { return false }
    let (before, token, after) = (tokens[at - 1], tokens[at], tokens[at + 1])
    guard token.isWord, token.spaceBefore, token.length > 2, before.isWord, before.isLower,
      before.spaceBefore,
      after.isWord, after.isLower, after.spaceBefore, tokens[at + 2].isWord || tokens[at + 2].kind == .number,
      !lexicon.has(token.key, Self.others), !lexicon.has(before.key, .work)
    else { return false }
    guard !mayBeInName(at, sentence, analysis) else { return false }
    let word = analysis.words.bytes(token.key)
    return word.withUnsafeBufferPointer { word in
      guard let usage = cases.usage(of: word), analysis.speller.isKnown(word) else { return false }
      return opens(at, word, usage, analysis) && !isStyle(at, analysis) && !analysis.quotations.contains(at)
    }
  }

  /// A capital shortly before may begin a name: “the Court of Session”, “Unite the Right”, “Power of the Dog”.
  /// A possessive is not inside one.
  private func mayBeInName(_ at: Int, _ sentence: Sentence, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    let lexicon = analysis.lexicon
    if lexicon.has(tokens[at - 1].key, .possessive) { return false }
    let reach = lexicon.has(tokens[at - 1].key, .article) && !isLink(tokens[at - 2], lexicon) ? 2 : 3
    return (max(sentence.first + 1, at - reach)..<at).contains { tokens[$0].isCapitalized }
  }

  private func isLink(_ token: Token, _ lexicon: Lexicon) -> Bool {
    lexicon.has(token.key, [.preposition, .coordinator])
  }

  /// “a Early”, “an Protests”: the article belongs to another word.
  private func clashes(_ article: Token, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard article.isLower, article.length <= 2, word.count > 3 else { return false }
    switch word[0] {
    case UInt8(ascii: "a"), UInt8(ascii: "i"): return article.length == 1
    case UInt8(ascii: "e"), UInt8(ascii: "o"):
      return article.length == 1 && word[1] != UInt8(ascii: "u") && word[1] != UInt8(ascii: "n")
    case UInt8(ascii: "u"), UInt8(ascii: "h"), UInt8(ascii: "x"): return false
    default: return article.length == 2
    }
  }

  private func opens(
    _ at: Int, _ word: UnsafeBufferPointer<UInt8>, _ usage: CaseModel.Usage, _ analysis: Analysis
  ) -> Bool {
    let tokens = analysis.layer.tokens
    let lexicon = analysis.lexicon
    let before = tokens[at - 1].key
    guard usage.occurrences >= 4, usage.capitalShare <= 0.05 else { return false }
    // After an article, a possessive or a preposition nothing ends and nothing begins.
    let isCut = lexicon.has(before, [.article, .possessive, .preposition])
    if isCut, lexicon.has(tokens[at + 1].key, [.article, .possessive, .subjectPronoun]) { return true }
    if lexicon.has(before, .article), clashes(tokens[at - 1], word) { return true }
    // “the Other microbes”: frequent words that are part of hardly any name.
    if isCut, usage.occurrences >= 128, usage.capitalShare <= 0.01 { return true }
    let tagger = analysis.language.tagger
    let entry = tagger.lexicon.find(FoldedWord(word).hash)
    guard Int(entry.best) < tagger.tags.count else { return false }
    let kind = tagger.tags[Int(entry.best)]
    let tags = analysis.tags
    switch kind.penn {
    case .pluralNoun:
      // “shows how Hands manages”: after a word that opens a clause the subject may be a name.
      return tags[at + 1].isFiniteVerb && !lexicon.has(before, Self.openers)
    case .adjective:
      return isCut && tags[at + 1].penn == .pluralNoun && tags[at + 2].isFiniteVerb
    case .cardinal:
      // “phase Two of”, “chapter One”: a number after a noun is a label.
      return isCut
        ? tags[at + 1].isNominal || tags[at + 1].penn == .preposition
        : !tags[at - 1].isNominal && isFrequent(usage)
    case .adverb, .comparativeAdverb, .comparativeAdjective, .determiner, .preposition, .whAdverb,
      .personalPronoun,
      .predeterminer:
      return isCut || isFrequent(usage)
    default: return false
    }
  }

  private func isFrequent(_ usage: CaseModel.Usage) -> Bool {
    usage.occurrences >= 32 && usage.capitalShare <= 0.03
  }

  /// Whether the text writes the word with a capital elsewhere too, two thousand words either way.
  private func isStyle(_ place: Int, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    let key = tokens[place].key
    for at in max(1, place - 2000)..<min(tokens.count, place + 2000)
    where at != place && tokens[at].key == key && tokens[at].isCapitalized && tokens[at - 1].isWord {
      return true
    }
    return false
  }
}
