import StetDocument
import StetLanguage
import StetLint

package struct DeterminerDeterminer: Rule {
  package static let metadata = RuleMetadata(
    id: "determiner-determiner", family: .stray, severity: .error,
    summary: "Two determiners in a row, such as “the his army”")
  package let reach = Reach.block

  private let her: WordKey
  private let his: WordKey
  private let every: WordKey
  private let this: WordKey
  /// Prepositions that “this” follows as a determiner; “after this the Viceroy came” has a pronoun.
  private let close: WordSet
  /// Latin and Italian after “the a”: a cappella, a priori.
  private let borrowed: WordSet
  private let contracted: WordSet
  private let first: WordSet
  private let second: WordSet

  package init(_ lexicon: Lexicon) {
    her = lexicon.key("her")
    his = lexicon.key("his")
    every = lexicon.key("every")
    this = lexicon.key("this")
    close = WordSet("in of by with for from at on into to", lexicon)
    borrowed = WordSet("capella cappella priori posteriori la go", lexicon)
    contracted = WordSet("its your", lexicon)
    let openers = "the a an my your his its our their this these those every each"
    let followers = "the a an my your his its our their this these those every her"
    first = WordSet(openers, lexicon)
    second = WordSet(followers, lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let lexicon = analysis.lexicon
    for block in analysis.layer.blocks {
      for at in block.dropFirst() {
        let token = tokens[at]
        guard second.contains(token.key), first.contains(tokens[at - 1].key), token.spaceBefore,
          token.key != tokens[at - 1].key, token.isLower
        else { continue }
        guard isFault(tokens, at, block, lexicon), !isContraction(at, block, analysis) else { continue }
        let both = analysis.range(at - 1..<at + 1)
        report.add(
          Self.message(analysis.string(at - 1..<at + 1)), at: both,
          fixes: [
            .replace(both, with: keeping(analysis.string(token), like: tokens[at - 1]), .review),
            .replace(both, with: analysis.string(tokens[at - 1]), .review),
          ])
      }
    }
  }

  private func isFault(_ tokens: [Token], _ at: Int, _ block: Range<Int>, _ lexicon: Lexicon) -> Bool {
    guard at + 1 < block.upperBound, tokens[at + 1].isWord else { return false }
    let (before, after) = (tokens[at - 1], tokens[at + 1])
    // A quoted or hyphenated part: “the a-side”.
    if !after.spaceBefore || borrowed.contains(after.key) { return false }
    // “Is this the end?” and “This a year after …”: a pronoun, not a determiner.
    if before.key == this {
      guard at - 2 >= block.lowerBound else { return false }
      let ahead = tokens[at - 2]
      return ahead.isWord && close.contains(ahead.key)
    }
    // “his every move”; “her party took 14 seats and his the rest”
    if tokens[at].key == every, lexicon.has(before.key, .possessive) { return false }
    if before.key == his, at - 2 >= block.lowerBound, lexicon.has(tokens[at - 2].key, .coordinator) {
      return false
    }
    // “Serie A the year after”, “hepatitis A the”: a letter that is a name.
    if before.length == 1, before.isCapitalized, at - 2 >= block.lowerBound, tokens[at - 2].isWord {
      return false
    }
    // “each the …”, “those the …” may close one clause and open the next.
    if lexicon.has(before.key, .otherDeterminer) { return false }
    // “of the its” is one thing, “a her” another: “her” may be an object.
    if tokens[at].key == her { return lexicon.has(before.key, .article) && after.isLower }
    return true
  }

  /// “I think its a fault”: the apostrophe is missing, and `confused-word` says so. With a verb behind the noun it is
  /// a determiner too many: “its the embassy stayed shut”.
  private func isContraction(_ at: Int, _ block: Range<Int>, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    guard contracted.contains(tokens[at - 1].key), analysis.lexicon.has(tokens[at].key, .article) else {
      return false
    }
    if at - 2 >= block.lowerBound, analysis.lexicon.has(tokens[at - 2].key, .preposition) { return false }
    let ahead = at + 1..<min(block.upperBound, at + 5)
    return !ahead.contains { analysis.tags[$0].isFiniteVerb }
  }

  private func keeping(_ word: String, like token: Token) -> String {
    token.isCapitalized ? word.prefix(1).uppercased() + word.dropFirst() : word
  }
}

extension DeterminerDeterminer {
  static func message(_ words: String) -> String {
    "“\(words)” has two determiners. Keep one of them."
  }
}
