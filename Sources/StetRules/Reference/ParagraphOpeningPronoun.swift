import StetDocument
import StetLanguage
import StetLint

package struct ParagraphOpeningPronoun: Rule {
  package static let metadata = RuleMetadata(
    id: "paragraph-opening-pronoun", family: .reference, severity: .note,
    summary: "A paragraph that opens with he or she, and nobody before")

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let sentences = analysis.sentences
    let blocks = analysis.document.blocks
    let tokens = analysis.layer.tokens
    for resolution in analysis.antecedents where resolution.isAlone {
      let pronoun = resolution.pronoun
      let sentence = sentences[pronoun.sentence]
      // The head of a text may wait with the name.
      guard pronoun.token == sentence.first, !pronoun.isQuoted, pronoun.grammaticalCase != .reflexive,
        sentence.block >= 3, blocks[sentence.block].kind == .paragraph,
        pronoun.sentence > 0, sentences[pronoun.sentence - 1].block < sentence.block,
        (1...2).allSatisfy({ blocks[sentence.block - $0].kind == .paragraph })
      else { continue }
      report.add(Self.message(analysis.string(tokens[pronoun.token])), at: tokens[pronoun.token].range)
    }
  }
}

extension ParagraphOpeningPronoun {
  static func message(_ pronoun: String) -> String {
    "“\(pronoun)” opens the paragraph, and the two before it name nobody. Name the person who is meant."
  }
}
