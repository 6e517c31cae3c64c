import StetDocument
import StetLanguage
import StetLint

package struct PresentParticipleOveruse: Rule {
  package static let metadata = RuleMetadata(
    id: "present-participle-overuse", family: .calque, severity: .note,
    summary: "“Are present”, “are located” again and again", packs: .news)

  private let words: WordSet

  package init(_ lexicon: Lexicon) {
    words = WordSet("present located situated stationed", lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let lexicon = analysis.lexicon
    var uses: [Int] = []
    for block in analysis.layer.blocks {
      for at in block.dropFirst() where words.contains(tokens[at].key) {
        let start = max(block.lowerBound, at - 2)
        guard (start..<at).contains(where: { lexicon.has(tokens[$0].key, .be) }) else { continue }
        uses.append(at)
        guard uses.count >= 3, at - uses[uses.count - 3] <= 120 else { continue }
        report.add(
          Self.message(analysis.string(tokens[at])), at: tokens[at].range,
          related: uses.suffix(3).dropLast().map { (tokens[$0].range, "so here") })
        uses.removeAll()
      }
    }
  }
}

extension PresentParticipleOveruse {
  static func message(_ word: String) -> String {
    "“\(word)” says for the third time in a row that something is somewhere. Let it do something."
  }
}
