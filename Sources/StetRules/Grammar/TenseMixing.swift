import StetDocument
import StetLanguage
import StetLint

package struct TenseMixing: Rule {
  package static let metadata = RuleMetadata(
    id: "tense-mixing", family: .grammar, severity: .note,
    summary: "“Says” and “said” in one paragraph", packs: .news)

  private let present: WordSet
  private let past: WordSet

  package init(_ lexicon: Lexicon) {
    present = WordSet("says adds explains claims states argues", lexicon)
    past = WordSet("said added explained claimed stated argued", lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let blocks = analysis.document.blocks
    for (index, block) in analysis.layer.blocks.enumerated() where blocks[index].kind == .paragraph {
      var now: [Int] = []
      var then: [Int] = []
      for at in block {
        if present.contains(tokens[at].key) {
          now.append(at)
        } else if past.contains(tokens[at].key) {
          then.append(at)
        }
      }
      guard !now.isEmpty, !then.isEmpty else { continue }
      let tags = analysis.tags
      now.removeAll { !tags[$0].isFiniteVerb || analysis.quotations.contains($0) }
      then.removeAll { !tags[$0].isFiniteVerb || analysis.quotations.contains($0) }
      guard now.count + then.count >= 3, !now.isEmpty, !then.isEmpty else { continue }
      let (fewer, more) = now.count <= then.count ? (now, then) : (then, now)
      guard fewer.count == 1 else { continue }
      report.add(
        Self.message(analysis.string(tokens[fewer[0]]), analysis.string(tokens[more[0]])),
        at: tokens[fewer[0]].range,
        related: [(tokens[more[0]].range, "the other tense")])
    }
  }
}

extension TenseMixing {
  static func message(_ verb: String, _ other: String) -> String {
    "“\(verb)” stands beside “\(other)”. Report speech in one tense."
  }
}
