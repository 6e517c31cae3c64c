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
      for at in sentence.tokens.dropFirst() where tokens[at].shape == .capitalized && tokens[at].spaceBefore {
        let (before, token) = (tokens[at - 1], tokens[at])
        // Most capitals stand behind another, or behind a mark.
        guard before.isWord, before.isLower else { continue }
        // After a determiner the neighbour rule speaks.
        guard !lexicon.has(before.key, [.article, .possessive]), !determiners.contains(before.key),
          capitals.isStray(at, in: sentence, analysis) || openings.isStray(at, in: sentence, analysis),
          !capitals.isInTitle(at, sentence, analysis),
          !capitals.isReverential(at, analysis), !capitals.isName(at, analysis)
        else { continue }
        if lexicon.has(before.key, .preposition) {
          report.add(Self.joined(analysis.string(at - 1..<at + 1)), at: analysis.range(at - 1..<at + 1))
        } else {
          let word = analysis.string(token)
          var fixes: [ProposedFix] = [.replace(token.range, with: word.lowercased(), .review)]
          if beginsClause(at, analysis) {
            let gap = ProseRange(Int(before.end), Int(token.end))
            fixes.insert(
              .replace(gap, with: ". " + word, .review, title: "End the sentence before “\(word)”"), at: 0)
          }
          report.add(Self.message(word), at: token.range, fixes: fixes)
        }
      }
    }
  }

  /// “there is”, “it will”: a subject with its verb.
  private func beginsClause(_ at: Int, _ analysis: Analysis) -> Bool {
    let tags = analysis.tags
    switch tags[at].penn {
    case .personalPronoun, .existentialThere: return tags[at + 1].isFiniteVerb
    default: return false
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
