import StetDocument
import StetLanguage
import StetLint

package struct RestatedFact: Rule {
  package static let metadata = RuleMetadata(
    id: "restated-fact", family: .repetition, severity: .note,
    summary: "Three neighbouring paragraphs that say one thing", packs: .news)

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let blocks = analysis.document.blocks
    let sentences = analysis.sentences
    guard blocks.count >= 3 else { return }
    let similar = analysis.shared(SimilarSentences.init)
    var links: [Int: [Int]] = [:]
    for pair in similar.pairs(words: 4, share: 0.5, window: 20) {
      let apart = sentences[pair.second].block - sentences[pair.first].block
      guard (1...4).contains(apart), blocks[sentences[pair.first].block].kind == .paragraph,
        blocks[sentences[pair.second].block].kind == .paragraph
      else { continue }
      links[pair.second, default: []].append(pair.first)
    }
    for (third, earlier) in links.sorted(by: { $0.key < $1.key }) {
      guard let second = earlier.first(where: { !links[$0, default: []].isEmpty }),
        let first = links[second]?.first, sentences[third].block - sentences[first].block <= 4
      else { continue }
      report.add(
        Self.message(DuplicateParagraph.opening(sentences[third].tokens, analysis)),
        at: analysis.range(of: sentences[third]),
        related: [first, second].map { (analysis.range(of: sentences[$0]), "said here") })
    }
  }
}

extension RestatedFact {
  static func message(_ opening: String) -> String {
    "The sentence “\(opening) …” says what two paragraphs before it say. Tell it once."
  }
}
