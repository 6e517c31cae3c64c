import StetDocument
import StetLanguage
import StetLint

package struct FirstPersonOutsideQuotes: Rule {
  package static let metadata = RuleMetadata(
    id: "first-person-outside-quotes", family: .reference, severity: .note,
    summary: "“we” or “our” outside quotation marks in news", stage: .preview, packs: .news)

  /// More than so many are an opinion piece, or a text of the house itself.
  private static let limit = 3

  private let own: WordSet
  private let single: WordSet

  package init(_ lexicon: Lexicon) {
    own = WordSet("we our ours ourselves", lexicon)
    single = WordSet("i my me myself mine", lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let quotations = analysis.quotations
    var found: [Int] = []
    for (at, token) in tokens.enumerated() where token.isWord && token.length <= 9 {
      guard own.contains(token.key) || single.contains(token.key), !quotations.contains(at),
        token.shape != .upper || token.length == 1
      else { continue }
      if single.contains(token.key) { return }
      found.append(at)
      if found.count > Self.limit { return }
    }
    for at in found {
      guard let block = analysis.layer.block(of: at), analysis.document.blocks[block].kind == .paragraph
      else {
        continue
      }
      report.add(Self.message(analysis.string(tokens[at])), at: tokens[at].range)
    }
  }
}

extension FirstPersonOutsideQuotes {
  static func message(_ pronoun: String) -> String {
    "“\(pronoun)” stands outside quotation marks, where the paper itself speaks. Name who is meant, or quote."
  }
}
