import StetDocument
import StetLanguage
import StetLint

package struct MidsentenceCapitalFunctionWord: Rule {
  package static let metadata = RuleMetadata(
    id: "midsentence-capital-function-word", family: .stray, severity: .error,
    summary: "A word such as “There” or “But” with a capital inside a sentence")

  private let capitals: StrayCapital
  private let openings = StrayOpening()
  private let determiners: WordSet

  package init(_ lexicon: Lexicon) {
    capitals = StrayCapital(lexicon)
    determiners = WordSet("this every each", lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let lexicon = analysis.lexicon
    let blocks = analysis.document.blocks
    for sentence in analysis.sentences {
      guard blocks[sentence.block].kind != .headline || isWritten(sentence, analysis) else { continue }
      for at in sentence.tokens.dropFirst() where tokens[at].shape == .capitalized {
        let (before, token) = (tokens[at - 1], tokens[at])
        // After a determiner the neighbour rule speaks.
        guard !lexicon.has(before.key, [.article, .possessive]), !determiners.contains(before.key),
          capitals.isStray(at, in: sentence, analysis) || openings.isStray(at, in: sentence, analysis),
          !capitals.isInTitle(at, sentence, analysis),
          !capitals.isReverential(at, analysis), !capitals.isName(at, analysis)
        else { continue }
        if lexicon.has(before.key, .preposition) {
          report.add(Self.joined(analysis.string(at - 1..<at + 1)), at: analysis.range(at - 1..<at + 1))
        } else {
          let lower = analysis.string(token).lowercased()
          report.add(
            Self.message(analysis.string(token)), at: token.range,
            fixes: [.replace(token.range, with: lower, .review)])
        }
      }
    }
  }

  /// A line without a stop that is no headline: it starts with a small letter, has a verb, and hardly a capital.
  private func isWritten(_ sentence: Sentence, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    guard sentence.count >= 8, analysis.document.format == .plain, tokens[sentence.first].isLower else {
      return false
    }
    let capitals = sentence.tokens.count { tokens[$0].isCapitalized }
    guard capitals * 3 <= sentence.count else { return false }
    let tags = analysis.tags
    return sentence.tokens.contains { tags[$0].isFiniteVerb }
  }
}

extension MidsentenceCapitalFunctionWord {
  static func message(_ word: String) -> String {
    "“\(word)” has a capital inside a sentence. Write it small, or end the sentence before it."
  }

  static func joined(_ words: String) -> String {
    "“\(words)” joins two sentences: something is missing between these words. Restore it."
  }
}
