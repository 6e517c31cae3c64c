import StetDocument
import StetLanguage
import StetLint

package struct DoubledWord: Rule {
  package static let metadata = RuleMetadata(
    id: "doubled-word", family: .stray, severity: .error, summary: "The same word twice in a row")

  /// Words that English doubles: “had had”, “that that”, “gave her her”, “very very”.
  private let legitimate: Set<WordKey>
  /// Verb particles that may meet the same preposition before a time: “the house she lived in in 2010”.
  private let particles: Set<WordKey>

  package init(_ lexicon: Lexicon) {
    let doubled =
      "had that is was are were her do did very so no really much many more most long far well there out up one "
      + "who what ha bye night blah hear knock yeah yes oh now please hip tut chop win same again again ta boo "
      + "cha pom yo bang ding tick knock wah woof la na da ho hey aye there too please cut 's 'd"
    legitimate = Set(doubled.split(separator: " ").map { lexicon.key(String($0)) })
    particles = Set(["in", "on", "up", "out", "over", "off", "down", "by"].map { lexicon.key($0) })
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    for block in analysis.layer.blocks {
      for at in block.dropFirst() {
        let token = tokens[at]
        guard token.key == tokens[at - 1].key, token.isWord, token.spaceBefore else { continue }
        guard isFault(tokens, at, block, analysis.lexicon) else { continue }
        add(at, analysis, &report)
      }
    }
  }

  private func isFault(_ tokens: [Token], _ at: Int, _ block: Range<Int>, _ lexicon: Lexicon) -> Bool {
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
    // Part of a hyphenated word or a path: “check-in in”, “and/or or”.
    if at >= block.lowerBound + 2, tokens[at - 2].isPunctuation, !first.spaceBefore { return false }
    return true
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
