import StetDocument
import StetLanguage
import StetLint

package struct NearDuplicateSentence: Rule {
  package static let metadata = RuleMetadata(
    id: "near-duplicate-sentence", family: .repetition, severity: .note,
    summary: "Two sentences that share four words in five", packs: .news, options: [share.declaration])

  static let share = OptionKey<Int>(
    "share", 50...100, standard: 80,
    "The part of their ordinary words, in per cent, that two sentences must share.")
  private var share = Self.share.standard

  package init(_ lexicon: Lexicon) {}

  package mutating func configure(_ options: RuleOptions) { share = options[Self.share] }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let sentences = analysis.sentences
    guard sentences.count > 1 else { return }
    let tokens = analysis.layer.tokens
    let blocks = analysis.document.blocks
    let similar = analysis.shared(SimilarSentences.init)
    let contents = similar.contents
    let summary = FrontMatterSummary(analysis)
    var done = Set<Int>()
    for pair in similar.pairs(words: 6, share: Double(share) / 100, window: 200) {
      let (first, second) = (sentences[pair.first], sentences[pair.second])
      guard !done.contains(pair.second), isProse(first, blocks), isProse(second, blocks),
        !isSame(first, second, tokens), contents[pair.first].names == contents[pair.second].names,
        !summary.contains(first.first, analysis)
      else { continue }
      done.insert(pair.second)
      report.add(
        Self.message(DuplicateParagraph.opening(second.tokens, analysis)), at: analysis.range(of: second),
        related: [(analysis.range(of: first), "the other sentence")])
    }
  }

  private func isProse(_ sentence: Sentence, _ blocks: [Block]) -> Bool {
    blocks[sentence.block].kind == .paragraph
  }

  /// Word for word: the rule on duplicate sentences speaks.
  private func isSame(_ a: Sentence, _ b: Sentence, _ tokens: [Token]) -> Bool {
    a.tokens.lazy.map { tokens[$0].key }.elementsEqual(b.tokens.lazy.map { tokens[$0].key })
  }
}

extension NearDuplicateSentence {
  static func message(_ opening: String) -> String {
    "The sentence “\(opening) …” says almost word for word what another one says. Is one of them left over?"
  }
}
