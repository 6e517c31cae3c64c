import StetDocument
import StetLanguage
import StetLint

package struct RepeatedNgramLoop: Rule {
  package static let metadata = RuleMetadata(
    id: "repeated-ngram-loop", family: .stray, severity: .error,
    summary: "A group of one to twelve words three or more times running", languages: .any)
  package let reach = Reach.block

  /// Words that people repeat for emphasis.
  private let emphatic: WordSet

  package init(_ lexicon: Lexicon) {
    let words =
      "no yes very so really far long many much big ha la blah more again bye well now never hey go run yeah never ever too "
      + "old good bad please wait stop row ole hip na da boom bang holy why what who up down on round"
    emphatic = WordSet(words, lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let layer = analysis.layer
    let tokens = layer.tokens
    let finder = RepetitionFinder(analysis)
    for block in layer.blocks where block.count >= 3 {
      var reported = 0
      for period in 1...12 {
        finder.loops(period: period, in: block, copies: 3) { loop in
          guard loop.first >= reported, isFault(loop, tokens, block, analysis) else { return }
          reported = loop.end
          let copy = analysis.string(loop.first..<loop.first + loop.period)
          // From the end of the first copy, so that no blank is left behind.
          let kept = tokens[loop.first + copyLength(loop, tokens) - 1]
          let rest = ProseRange(Int(kept.end), Int(tokens[loop.end - 1].end))
          report.add(
            Self.message(copy, loop.copies), at: analysis.range(loop.first..<loop.end),
            fixes: [.replace(rest, with: "", .review, title: "Keep it once")])
        }
      }
    }
  }

  /// Tokens of one copy without the comma after it.
  private func copyLength(_ loop: Repetition, _ tokens: [Token]) -> Int {
    tokens[loop.first + loop.period - 1].isPunctuation ? max(1, loop.period - 1) : loop.period
  }

  private func isFault(
    _ loop: Repetition, _ tokens: [Token], _ block: Range<Int>, _ analysis: Analysis
  ) -> Bool {
    let copy = loop.first..<loop.first + loop.period
    let words = copy.filter { tokens[$0].isWord || tokens[$0].kind == .number }
    guard let first = words.first, words.contains(where: { tokens[$0].isWord }) else { return false }
    // Lines drawn with “_” are short; a machine fills a page.
    if loop.copies <= 5, copy.contains(where: { isExclamation(tokens[$0], analysis) }) { return false }
    let goesOn = loop.end < block.upperBound && tokens[loop.end].isWord
    // A chant stands alone between marks: “Four more years, four more years, four more years”.
    let isChant = !goesOn && (loop.first == block.lowerBound || tokens[loop.first - 1].isPunctuation)
    if isChant, analysis.quotations.contains(loop.first) { return false }
    // “again and again and again”, “day after day after day”: one word and a link; not “to build to build”.
    let isLinked = words.count == 2 && isLink(tokens[words[1]], analysis.lexicon)
    if isLinked { return loop.copies > 3 }
    guard words.count == 1 else { return true }
    // A single word: rhetoric in threes is legal when it closes the clause (“location, location, location.”).
    if loop.copies > 3 { return true }
    if emphatic.contains(tokens[first].key) || analysis.quotations.contains(loop.first) { return false }
    // In speech three plain words are emphasis: “a brief, brief, brief test”. A name three times is a loop,
    // and so is a noun or a small word without commas.
    if tokens[first].isCapitalized { return true }
    guard loop.period == 1 else { return false }
    return analysis.lexicon.has(tokens[first].key, .functionWord) || isPlainNoun(first, analysis)
  }

  private func isPlainNoun(_ at: Int, _ analysis: Analysis) -> Bool {
    guard analysis.layer.tokens[at].length > 3 else { return false }
    let tags = analysis.tags
    return (at..<at + 3).allSatisfy { tags[$0].isNominal }
  }

  private func isLink(_ token: Token, _ lexicon: Lexicon) -> Bool {
    lexicon.has(token.key, [.coordinator, .preposition])
  }

  private func isExclamation(_ token: Token, _ analysis: Analysis) -> Bool {
    guard token.isPunctuation else { return false }
    switch analysis.document.prose[Int(token.start)] {
    case UInt8(ascii: "-"): return token.length > 1 || token.spaceBefore
    case UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: "_"): return true
    default: return false
    }
  }
}

extension RepeatedNgramLoop {
  static func message(_ words: String, _ copies: Int) -> String {
    "“\(words)” comes \(copies) times in a row, as when a machine runs in circles. Keep it once and check what is missing."
  }
}
