import StetDocument
import StetLanguage
import StetLint

package struct AdjacentPhraseRepeat: Rule {
  package static let metadata = RuleMetadata(
    id: "adjacent-phrase-repeat", family: .stray, severity: .error,
    summary: "A phrase of two to twelve words twice in a row")
  package let reach = Reach.block

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let layer = analysis.layer
    let tokens = layer.tokens
    let finder = RepetitionFinder(analysis)
    for block in layer.blocks where block.count >= 4 {
      var reported = 0
      // The longest first, so that a phrase is not reported by a part of it.
      for period in stride(from: 13, through: 2, by: -1) {
        finder.loops(period: period, in: block, copies: 2) { loop in
          guard loop.copies == 2, loop.first >= reported, isFault(loop, finder, analysis) else { return }
          reported = loop.end
          let copy = loop.first..<loop.first + length(loop, tokens)
          guard !copy.contains(where: { finder.isComma(tokens[$0]) }) else {
            report.add(Self.message(analysis.string(copy)), at: analysis.range(loop.first..<loop.end))
            return
          }
          // From the end of the first copy, so that no blank is left behind.
          let second = ProseRange(Int(tokens[copy.upperBound - 1].end), Int(tokens[loop.end - 1].end))
          report.add(
            Self.message(analysis.string(copy)), at: analysis.range(loop.first..<loop.end),
            fixes: [
              .replace(second, with: "", .review, title: "Delete the second copy")
            ])
        }
      }
    }
  }

  private func length(_ loop: Repetition, _ tokens: [Token]) -> Int {
    tokens[loop.first + loop.period - 1].isPunctuation ? loop.period - 1 : loop.period
  }

  private func isFault(_ loop: Repetition, _ finder: RepetitionFinder, _ analysis: Analysis) -> Bool {
    let tokens = finder.tokens
    let separator = tokens[loop.first + loop.period - 1]
    guard !separator.isPunctuation || finder.isComma(separator) else { return false }
    let copy = loop.first..<loop.first + length(loop, tokens)
    let lexicon = analysis.lexicon
    var words = 0
    var content = 0
    var capitals = 0
    var links = false
    var seen: Set<WordKey> = []
    for at in copy {
      let token = tokens[at]
      if token.isPunctuation {
        // “a large pot, or a large pot, or”: the comma before the word that links the copies.
        if finder.isComma(token), isBeforeLink(at, in: copy, tokens, lexicon) {
          links = true
          continue
        }
        // Hyphens only: a phrase that holds another mark may be rhetoric.
        guard !token.spaceBefore, token.length == 1, at > copy.lowerBound else { return false }
        guard analysis.document.prose[Int(token.start)] == UInt8(ascii: "-") else { return false }
        continue
      }
      guard token.isWord else { continue }
      words += 1
      if token.isCapitalized { capitals += 1 }
      if lexicon.has(token.key, .functionWord) { continue }
      content += 1
      // “day after day, day after day”: the phrase already plays with repetition.
      if !seen.insert(token.key).inserted { return false }
    }
    if analysis.quotations.contains(loop.first) && words < 5 { return false }
    // “I sure do, I sure do”, “and to work, and to work”: a clause that is said again on purpose.
    let opener = tokens[copy.lowerBound].key
    // Five words and more are beyond rhetoric, outside a speech.
    if separator.isPunctuation, lexicon.has(opener, [.subjectPronoun, .interrogative, .coordinator]) {
      let isLong = words >= (lexicon.has(opener, .coordinator) ? 4 : 5)
      guard isLong, content > 1, !analysis.quotations.contains(loop.first) else { return false }
    }
    if links, words < 4 || analysis.quotations.contains(loop.first) { return false }
    switch words {
    case 0, 1: return false
    // “in the in the”; two content words may be a name: Paris Hilton, Paris Hilton.
    case 2:
      let isLinked = copy.contains { lexicon.has(tokens[$0].key, .coordinator) }
      // “whatever it is it is not cheap”, “what will be will be”: one clause ends, the next begins.
      let isClause = lexicon.has(tokens[copy.lowerBound].key, [.subjectPronoun, .modal])
      return content == 0 && loop.period == 2 && !isLinked && !isClause
    default:
      let isName = capitals == words && (words < 4 || separator.isPunctuation)
      // “a deal is a deal is a deal”
      let isTautology =
        lexicon.has(tokens[copy.upperBound - 1].key, .be) && loop.end < tokens.count
        && tokens[loop.end].key == tokens[loop.first].key
      return content > 0 && !isName && !isTautology
    }
  }

  /// A comma right before the word or two that lead to the next copy.
  private func isBeforeLink(_ at: Int, in copy: Range<Int>, _ tokens: [Token], _ lexicon: Lexicon) -> Bool {
    let next = at + 1 < copy.upperBound ? at + 1 : copy.lowerBound
    return tokens[next].isWord && lexicon.has(tokens[next].key, [.coordinator, .relative])
  }
}

extension AdjacentPhraseRepeat {
  static func message(_ words: String) -> String {
    "“\(words)” stands twice in a row. Delete one copy."
  }
}
