import StetDocument
import StetLanguage
import StetLint

/// A headline that stands a second time above the text, as pages and feeds give it twice.
package struct RepeatedHeadline: Rule {
  package static let metadata = RuleMetadata(
    id: "repeated-headline", family: .residue, severity: .warning,
    summary: "The headline, repeated above the text", packs: .news, languages: .any)

  /// Blocks at the head of the text that are compared.
  private static let head = 6

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    guard analysis.document.format == .plain else { return }
    let blocks = analysis.document.blocks
    var marked = -1
    for number in blocks.indices.prefix(Self.head) where blocks[number].kind == .headline {
      let words = keys(number, analysis)
      guard words.count >= 4, number > marked else { continue }
      for other in blocks.indices.prefix(Self.head).dropFirst(number + 1) where keys(other, analysis) == words
      {
        let range = blocks[other].prose
        report.add(
          Self.message(analysis.document.string(range)), at: range,
          related: [(blocks[number].prose, "the headline stands here")],
          fixes: [.replace(range, with: "", .review)])
        marked = other
      }
    }
  }

  /// The words of a block, without its marks.
  private func keys(_ block: Int, _ analysis: Analysis) -> [WordKey] {
    analysis.layer.blocks[block].filter {
      analysis.layer.tokens[$0].isWord || analysis.layer.tokens[$0].kind == .number
    }
    .map { analysis.layer.tokens[$0].key }
  }
}

extension RepeatedHeadline {
  static func message(_ line: String) -> String {
    "“\(line)” is the headline once more. Delete one of them."
  }
}
