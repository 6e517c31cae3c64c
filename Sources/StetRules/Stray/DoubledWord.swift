import StetDocument
import StetLanguage
import StetLint

package struct DoubledWord: Rule {
  package static let metadata = RuleMetadata(
    id: "doubled-word", family: .stray, severity: .error, summary: "The same word twice in a row")
  package let reach = Reach.block

  /// Words that English doubles: “had had”, “that that”, “gave her her”, “very very”.
  private let legitimate: WordSet
  /// Verb particles that may meet the same preposition before a time: “the house she lived in in 2010”.
  private let particles: WordSet
  /// Words that make a clause the subject of “is is”: what it is is not clear.
  private let nominal: WordSet

  package init(_ lexicon: Lexicon) {
    let doubled =
      "had that her do did very so no really much many more most long far well there out up one "
      + "who what ha bye night blah hear knock yeah yes oh please hip tut chop win same again ta boo "
      + "cha pom yo bang ding tick knock wah woof la na da ho hey aye there too please cut 's 'd great"
    legitimate = WordSet(doubled, lexicon)
    let openers =
      "what who where how why when whatever thing things all problem question point reason truth issue fact it"
    nominal = WordSet(openers, lexicon)
    particles = WordSet("in on up out over off down by", lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    for block in analysis.layer.blocks {
      for at in block.dropFirst() {
        let token = tokens[at]
        guard token.key == tokens[at - 1].key, token.isWord, token.spaceBefore else { continue }
        guard isFault(tokens, at, block, analysis) else { continue }
        add(at, analysis, &report)
      }
    }
  }

  private func isFault(_ tokens: [Token], _ at: Int, _ block: Range<Int>, _ analysis: Analysis) -> Bool {
    let lexicon = analysis.lexicon
    let (first, second) = (tokens[at - 1], tokens[at])
    guard !legitimate.contains(second.key), second.length > 1 || lexicon.has(second.key, .functionWord) else {
      return false
    }
    // Three in a row are a loop, which has its own rule.
    if at >= block.lowerBound + 2, tokens[at - 2].key == second.key { return false }
    if at + 1 < block.upperBound, tokens[at + 1].key == second.key, tokens[at + 1].isWord { return false }
    let isFunctionWord = lexicon.has(second.key, .functionWord)
    // Bora Bora, Duran Duran; “the The” before a title.
    if second.isCapitalized, !(first.isCapitalized && isFunctionWord) { return false }
    if second.shape == .mixed { return false }
    if particles.contains(second.key), at + 1 < block.upperBound {
      let next = tokens[at + 1]
      let isTime = lexicon.has(next.key, [.month, .weekday]) || next.kind == .number
      if isTime { return false }
    }
    if lexicon.has(second.key, .be), isAfterClause(at, tokens, block) { return false }
    // “two two-part stories”
    if at + 1 < block.upperBound, tokens[at + 1].isPunctuation, !tokens[at + 1].spaceBefore,
      tokens[at + 1].length == 1, at + 2 < block.upperBound, !tokens[at + 2].spaceBefore
    {
      return false
    }
    if closesClause(at, tokens, block, lexicon) { return false }
    // Part of a hyphenated word or a path: “check-in in”, “and/or or”.
    if at >= block.lowerBound + 2, tokens[at - 2].isPunctuation, !first.spaceBefore { return false }
    // Words of other languages are made by doubling: mahi mahi, ylang ylang.
    return analysis.words.bytes(second.key).withUnsafeBufferPointer { analysis.speller.isKnown($0) }
  }

  /// “Those who vote vote early”, “the price they paid paid for two boats”: a relative clause ends with the
  /// verb that follows it.
  private func closesClause(_ at: Int, _ tokens: [Token], _ block: Range<Int>, _ lexicon: Lexicon) -> Bool {
    guard at >= block.lowerBound + 3, !lexicon.has(tokens[at].key, .functionWord) else { return false }
    let (ahead, subject) = (tokens[at - 3], tokens[at - 2])
    guard ahead.isWord, subject.isWord, subject.isLower || subject.length == 1 else { return false }
    if lexicon.has(subject.key, .relative) { return true }
    return ahead.isLower && lexicon.has(subject.key, .subjectPronoun)
      && !lexicon.has(ahead.key, [.functionWord, .coordinator, .subordinator, .speechVerb, .preposition])
  }

  /// “What the problem is is not clear”: within eight words before.
  private func isAfterClause(_ at: Int, _ tokens: [Token], _ block: Range<Int>) -> Bool {
    (max(block.lowerBound, at - 9)..<at - 1).contains { nominal.contains(tokens[$0].key) }
  }

  private func add(_ at: Int, _ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let gap = ProseRange(Int(tokens[at - 1].end), Int(tokens[at].end))
    report.add(
      Self.message(analysis.string(tokens[at - 1])), at: analysis.range(at - 1..<at + 1),
      fixes: [.replace(gap, with: "", .safe, title: "Delete the second “\(analysis.string(tokens[at]))”")])
  }
}

extension DoubledWord {
  static func message(_ word: String) -> String {
    "“\(word)” stands twice. Delete one."
  }
}
