import StetDocument
import StetLanguage
import StetLint

package struct ReintroducedIndefinite: Rule {
  package static let metadata = RuleMetadata(
    id: "reintroduced-indefinite", family: .reference, severity: .note,
    summary: "The same description introduced twice with “a”")

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let mentions = analysis.mentions
    let sentences = analysis.sentences
    var first: [[WordKey]: Int] = [:]
    for (index, phrase) in mentions.phrases.enumerated() {
      guard phrase.determiner == .indefinite, phrase.tokens.count >= 4, phrase.name == nil,
        phrase.role == .subject, tokens[phrase.tokens.lowerBound].length <= 2, isPerson(phrase, analysis),
        analysis.document.blocks[sentences[phrase.sentence].block].kind == .paragraph,
        !analysis.quotations.contains(phrase.head), phrase.tokens.upperBound < tokens.count,
        analysis.tags[phrase.tokens.upperBound].isFiniteVerb
      else { continue }
      let keys = phrase.tokens.dropFirst().map { tokens[$0].key }
      guard let before = first[keys] else {
        first[keys] = index
        continue
      }
      let old = mentions.phrases[before]
      guard sentences[old.sentence].block < sentences[phrase.sentence].block else { continue }
      let text = analysis.string(phrase.tokens)
      report.add(
        Self.message(text), at: analysis.range(phrase.tokens),
        related: [(analysis.range(old.tokens), "“\(analysis.string(old.tokens))” is introduced here")])
    }
  }

  private func isPerson(_ phrase: NounPhrase, _ analysis: Analysis) -> Bool {
    switch phrase.kind {
    case .person: phrase.number == .singular
    default: false
    }
  }
}

extension ReintroducedIndefinite {
  static func message(_ description: String) -> String {
    "“\(description)” was introduced before. Write “the” if it is the same person, “another” if not."
  }
}
