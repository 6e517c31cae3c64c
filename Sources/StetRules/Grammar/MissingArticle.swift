import StetDocument
import StetLanguage
import StetLint

package struct MissingArticle: Rule {
  package static let metadata = RuleMetadata(
    id: "missing-article", family: .grammar, severity: .note,
    summary: "A noun for one thing without an article after its verb: signed agreement with",
    stage: .preview, packs: .news)
  package let reach = Reach.block

  private let nouns: NounNumber
  private let verbs: WordSet
  private let prepositions: WordSet

  package init(_ lexicon: Lexicon) {
    nouns = NounNumber(lexicon)
    verbs = WordSet(
      "signed bought built opened launched published issued reached announced wrote sent received visited attacked "
        + "killed founded created designed proposed approved rejected won lost held", lexicon)
    prepositions = WordSet("with for in on at to from against between about of after before", lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    for sentence in analysis.sentences {
      guard analysis.document.blocks[sentence.block].kind == .paragraph else { continue }
      for at in sentence.tokens.dropFirst().dropLast(2) where verbs.contains(tokens[at].key) {
        let noun = at + 1
        guard tokens[noun].spaceBefore, tokens[noun].isLower, prepositions.contains(tokens[noun + 1].key),
          nouns.isSingularCounted(noun, tokens, analysis.tags, analysis), isCounted(tokens[noun], analysis)
        else { continue }
        report.add(Self.message(analysis.string(at..<noun + 1)), at: tokens[noun].range)
      }
    }
  }

  /// The plural is about as common as the singular.
  private func isCounted(_ noun: Token, _ analysis: Analysis) -> Bool {
    let form = Array(analysis.words.bytes(noun.key))
    guard let plural = NounForms.plurals(of: form).first else { return false }
    let single = form.withUnsafeBufferPointer { analysis.speller.frequency($0) }
    let several = Array(plural.utf8).withUnsafeBufferPointer { analysis.speller.frequency($0) }
    return several > 0 && Int(several) + 24 >= Int(single)
  }
}

extension MissingArticle {
  static func message(_ text: String) -> String {
    "“\(text)” names one thing without “a” or “the”. Is the article missing?"
  }
}
