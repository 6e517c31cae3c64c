import StetDocument
import StetLanguage

/// Finds ordinary words that stand inside a sentence as if they opened one: “their Officials said”, “activities
/// Several banks”. No word is listed: the counts of the language layer say that a word takes no capital inside
/// sentences, the word classes around it that a clause begins.
struct StrayOpening {
  private let cases = CaseModel()

  /// A word has been seen so often inside sentences, and no more of it with a capital.
  private static let occurrences = 8
  private static let capitalShare = 0.05

  private static let openers: WordClass = [.subordinator, .relative, .interrogative, .coordinator]

  func isStray(_ at: Int, in sentence: Sentence, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    let lexicon = analysis.lexicon
    guard at > sentence.first + 1, at + 2 < sentence.end else { return false }
    let (before, token, after) = (tokens[at - 1], tokens[at], tokens[at + 1])
    guard token.isWord, token.spaceBefore, token.length > 2, before.isWord, before.isLower,
      before.spaceBefore,
      after.isWord, after.isLower, after.spaceBefore, tokens[at + 2].isWord || tokens[at + 2].kind == .number,
      !lexicon.has(
        token.key, [.functionWord, .opener, .month, .weekday, .title, .personRole, .organisation]),
      !lexicon.has(before.key, .work)
    else { return false }
    // “the Court of Session is”, “Unite the Right”: a capital shortly before may begin a name.
    for index in max(sentence.first + 1, at - 3)..<at where tokens[index].isCapitalized { return false }
    guard isOrdinary(token, analysis), beginsClause(at, analysis) else { return false }
    return !isStyle(at, analysis) && !analysis.quotations.contains(at)
  }

  private func isOrdinary(_ token: Token, _ analysis: Analysis) -> Bool {
    let word = analysis.words.bytes(token.key)
    return word.withUnsafeBufferPointer { word in
      guard let usage = cases.usage(of: word), usage.occurrences >= Self.occurrences else { return false }
      return usage.capitalShare <= Self.capitalShare && analysis.speller.isKnown(word)
    }
  }

  /// A plural noun with a finite verb after it, or a word such as “two”, “almost”, “another”.
  private func beginsClause(_ at: Int, _ analysis: Analysis) -> Bool {
    let tags = analysis.tags
    switch tags[at].universal {
    case .adverb, .determiner, .pronoun, .adposition, .subordinatingConjunction:
      return tags[at + 1].universal != .properNoun
    case .numeral: return tags[at + 1].isNominal
    case .noun, .properNoun:
      // “shows how Hands manages”: after a word that opens a clause the subject may be a name.
      guard tags[at].number == .plural, !analysis.lexicon.has(analysis.layer.tokens[at - 1].key, Self.openers)
      else {
        return false
      }
      return tags[at + 1].isFiniteVerb
    default: return false
    }
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
