import StetDocument
import StetLanguage
import StetLint

package struct DemonstrativeAgreement: Rule {
  package static let metadata = RuleMetadata(
    id: "demonstrative-agreement", family: .grammar, severity: .warning,
    summary: "“This” before a plural, “these” before a singular")
  package let reach = Reach.block

  private let nouns: NounNumber
  private let this: WordKey
  private let these: WordSet
  private let before: WordSet
  private let followers: WordSet
  private let verbs: WordSet

  package init(_ lexicon: Lexicon) {
    nouns = NounNumber(lexicon)
    this = lexicon.key("this")
    these = WordSet("these those", lexicon)
    before = WordSet(
      "in of for on from with by at about against during after before under over between through",
      lexicon)
    followers = WordSet("in of from at on with for who and to during since by after before as but", lexicon)
    verbs = WordSet("is are was were has have will would can could must should may might", lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    for sentence in analysis.sentences {
      for at in sentence.tokens.dropLast() where tokens[at].key == this || these.contains(tokens[at].key) {
        let noun = at + 1
        guard tokens[noun].spaceBefore, tokens[noun].isLower, closes(noun, at, sentence, analysis) else {
          continue
        }
        let isThis = tokens[at].key == this
        let isFault =
          isThis
          ? nouns.isPlural(noun, tokens, analysis.tags, analysis)
          : nouns.isSingular(noun, tokens, analysis.tags, analysis) && isPlaced(at, sentence, tokens)
            && !analysis.words.bytes(tokens[noun].key).suffix(3).elementsEqual("ing".utf8)
        guard isFault, !isThis || isPlaced(at, sentence, tokens) else { continue }
        let written = analysis.string(tokens[at])
        let right = Self.other[written.lowercased()] ?? "this"
        let fixed = tokens[at].isCapitalized ? right.prefix(1).uppercased() + right.dropFirst() : right
        report.add(
          Self.message(analysis.string(at..<noun + 1)), at: analysis.range(at..<noun + 1),
          fixes: [.replace(tokens[at].range, with: fixed, .review)])
      }
    }
  }

  private static let other = ["this": "these", "these": "this", "those": "that"]

  /// At the head of a sentence or after a preposition, where it can be no object of its own.
  private func isPlaced(_ at: Int, _ sentence: Sentence, _ tokens: [Token]) -> Bool {
    at == sentence.first || before.contains(tokens[at - 1].key)
  }

  private func closes(_ noun: Int, _ at: Int, _ sentence: Sentence, _ analysis: Analysis) -> Bool {
    guard noun + 1 < sentence.end else { return at > sentence.first }
    let tokens = analysis.layer.tokens
    let next = tokens[noun + 1]
    if next.isPunctuation {
      return at > sentence.first && !next.spaceBefore
        && ".,;:)".utf8.contains(analysis.document.prose[Int(next.start)])
    }
    guard next.isWord, next.spaceBefore else { return false }
    return verbs.contains(next.key) || at > sentence.first && followers.contains(next.key)
  }
}

extension DemonstrativeAgreement {
  static func message(_ text: String) -> String { "“\(text)” does not agree in number." }
}
