import StetDocument
import StetLanguage
import StetLint

package struct StrayFunctionWord: Rule {
  package static let metadata = RuleMetadata(
    id: "stray-function-word", family: .stray, severity: .warning,
    summary: "Two small words that never meet, such as “the with” or “or and”")
  package let reach = Reach.block

  private let transitions = TransitionModel()
  /// Possessives that also stand alone: “ended his on Wednesday”, “gave her to her aunt”.
  private let alone: WordSet
  /// Words after an article that are nouns or begin a name of two words: the in situ test, the while.
  private let nouns: WordSet
  private let finite: WordSet
  private let links: WordSet
  /// Pronouns that are subjects only.
  private let nominatives: WordSet
  /// Prepositions that are no adverbs: “from now on we” and “as he” are right.
  private let leading: WordSet
  /// What may follow those of `nouns` that are Latin.
  private let latin: WordSet

  package init(_ lexicon: Lexicon) {
    alone = WordSet("her his", lexicon)
    nouns = WordSet(
      "while above below inside outside us then like plus here now on off no yes i just very many few own which",
      lexicon)
    nominatives = WordSet("he she we they", lexicon)
    leading = WordSet("of to with from into at against between during", lexicon)
    links = WordSet("and or but", lexicon)
    finite = WordSet("is was has were are had", lexicon)
    latin = WordSet("situ vitro vivo memoriam absentia flagrante loco", lexicon)
  }

  /// ln(expected / seen) from which a pair is taken for a fault; see `TransitionModel.Association`.
  private static let never = 3.0

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let lexicon = analysis.lexicon
    for block in analysis.layer.blocks where block.count > 3 {
      for at in block.dropFirst() {
        let (left, right) = (tokens[at - 1], tokens[at])
        guard right.isLower, right.spaceBefore, left.isWord, left.shape != .upper, right.length > 1 else {
          continue
        }
        guard lexicon.has(right.key, [.functionWord, .coordinator, .subjectPronoun]) else { continue }
        guard isFault(at, block, analysis) else { continue }
        guard isFree(at, block, analysis), !isRepeat(at, block, tokens) else { continue }
        add(at, block, analysis, &report)
      }
    }
  }

  private func isFault(_ at: Int, _ block: Range<Int>, _ analysis: Analysis) -> Bool {
    let lexicon = analysis.lexicon
    let (left, right) = (analysis.layer.tokens[at - 1], analysis.layer.tokens[at])
    if lexicon.has(left.key, [.article, .possessive]) { return isStrayAfterDeterminer(at, block, analysis) }
    guard left.isLower || lexicon.has(left.key, .subjectPronoun) else { return false }
    if links.contains(left.key) {
      return links.contains(right.key) && left.key != right.key && avoid(left, right, analysis)
    }
    if nominatives.contains(right.key) {
      // “sent from they will pay”, “when he they”
      let leads = leading.contains(left.key) || (nominatives.contains(left.key) && left.key != right.key)
      return leads && avoid(left, right, analysis)
    }
    if lexicon.has(left.key, .modal), finite.contains(right.key) { return isDoubleVerb(at, block, analysis) }
    return false
  }

  /// “in the in the”: the rules on repetition speak.
  private func isRepeat(_ at: Int, _ block: Range<Int>, _ tokens: [Token]) -> Bool {
    let (left, right) = (tokens[at - 1].key, tokens[at].key)
    if at + 1 < block.upperBound, tokens[at + 1].key == left || tokens[at + 1].key == right { return true }
    return at - 2 >= block.lowerBound && (tokens[at - 2].key == right || tokens[at - 2].key == left)
  }

  private func isStrayAfterDeterminer(_ at: Int, _ block: Range<Int>, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    let lexicon = analysis.lexicon
    let (left, right) = (tokens[at - 1], tokens[at])
    guard left.length > 1 || left.isLower, !alone.contains(left.key), !nouns.contains(right.key),
      !lexicon.has(right.key, [.determiner, .interrogative, .modal]), at + 1 < block.upperBound,
      tokens[at + 1].isWord,
      !latin.contains(tokens[at + 1].key)
    else { return false }
    return avoid(left, right, analysis)
  }

  /// “may has gone”; not “the will is read”, “what he can is little”.
  private func isDoubleVerb(_ at: Int, _ block: Range<Int>, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    guard at - 2 >= block.lowerBound, tokens[at - 2].isWord, analysis.tags[at - 1].penn == .modal else {
      return false
    }
    let tags = analysis.tags
    return tags[at - 2].isNominal
      && !(max(block.lowerBound, at - 9)..<at - 1).contains {
        analysis.lexicon.has(tokens[$0].key, [.relative, .interrogative])
      }
  }

  private func avoid(_ left: Token, _ right: Token, _ analysis: Analysis) -> Bool {
    let (first, second) = (analysis.words.bytes(left.key), analysis.words.bytes(right.key))
    return first.withUnsafeBufferPointer { first in
      second.withUnsafeBufferPointer { second in
        if let pair = transitions.association(first, second) { return pair.avoidance >= Self.never }
        let tag: PennTag = analysis.lexicon.has(left.key, .possessive) ? .possessivePronoun : .determiner
        return (transitions.association(tag, second)?.avoidance ?? 0) >= Self.never
      }
    }
  }

  /// Nothing hugs either word: “the on-off switch”, “the ‘and’ sign”, “and/or”.
  private func isFree(_ at: Int, _ block: Range<Int>, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    guard tokens[at - 1].spaceBefore || at - 1 == block.lowerBound else { return false }
    guard at + 1 < block.upperBound else { return false }
    let next = tokens[at + 1]
    return next.spaceBefore && (next.isWord || next.kind == .number)
  }

  /// Leaves out the word whose neighbours get on better without it.
  private func add(_ at: Int, _ block: Range<Int>, _ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let (left, right) = (tokens[at - 1], tokens[at])
    let withoutLeft = ProseRange(Int(left.start), Int(right.start))
    let withoutRight = ProseRange(Int(left.end), Int(right.end))
    let dropsRight = avoid(left, tokens[at + 1], analysis) == false && tokens[at + 1].isWord
    var fixes: [ProposedFix] = [
      .replace(withoutRight, with: "", .review, title: "Delete “\(analysis.string(right))”"),
      .replace(withoutLeft, with: "", .review, title: "Delete “\(analysis.string(left))”"),
    ]
    if at - 1 > block.lowerBound, !dropsRight { fixes.swapAt(0, 1) }
    if at - 1 == block.lowerBound { fixes.removeLast() }
    report.add(
      Self.message(analysis.string(at - 1..<at + 1)), at: analysis.range(at - 1..<at + 1), fixes: fixes)
  }
}

extension StrayFunctionWord {
  static func message(_ words: String) -> String {
    "“\(words)” never stand side by side: one is left over, or a word between them is missing."
  }
}
