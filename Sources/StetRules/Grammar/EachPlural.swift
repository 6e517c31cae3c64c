import StetDocument
import StetLanguage
import StetLint

package struct EachPlural: Rule {
  package static let metadata = RuleMetadata(
    id: "each-plural", family: .grammar, severity: .warning,
    summary: "A plural after each, every, another or a: every countries")
  package let reach = Reach.block

  private let nouns: NounNumber
  private let determiners: WordSet
  private let followers: WordSet

  package init(_ lexicon: Lexicon) {
    nouns = NounNumber(lexicon)
    determiners = WordSet("each every another", lexicon)
    followers = WordSet(
      "in of from at on with for who and were are have has was is to during since under by after before will would can "
        + "could must should that which", lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    for sentence in analysis.sentences {
      for at in sentence.tokens.dropLast() where determiners.contains(tokens[at].key) {
        let noun = at + 1
        guard tokens[noun].spaceBefore, tokens[noun].isLower, closes(noun, sentence, tokens, analysis),
          nouns.isPlural(noun, tokens, analysis.tags, analysis),
          let single = NounForms.singulars(of: Array(analysis.words.bytes(tokens[noun].key))).first(where: {
            analysis.speller.isKnown($0)
          })
        else { continue }
        report.add(
          Self.message(analysis.string(at..<noun + 1), single), at: analysis.range(at..<noun + 1),
          fixes: [.replace(tokens[noun].range, with: single, .review)])
      }
    }
  }

  private func closes(_ noun: Int, _ sentence: Sentence, _ tokens: [Token], _ analysis: Analysis) -> Bool {
    guard noun + 1 < sentence.end else { return true }
    let next = tokens[noun + 1]
    if next.isPunctuation {
      return !next.spaceBefore && ".,;:)".utf8.contains(analysis.document.prose[Int(next.start)])
    }
    return next.isWord && next.spaceBefore && followers.contains(next.key)
  }
}

extension EachPlural {
  static func message(_ text: String, _ single: String) -> String {
    "“\(text)” has a plural where one is meant. Write “\(single)”."
  }
}
