import StetDocument
import StetLanguage
import StetLint

package struct NameVariant: Rule {
  package static let metadata = RuleMetadata(
    id: "name-variant", family: .names, severity: .warning,
    summary: "Two spellings of what seems one name in one text: Tchiani and Tiani",
    aliases: ["name-spelling-variant"])

  private let words: NameVariantWords

  package init(_ lexicon: Lexicon) {
    words = NameVariantWords(lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let names = NameWords(analysis)
    let pairs = analysis.shared { NamePairs(names, before: $1) }.all
    guard !pairs.isEmpty else { return }
    var judge = NamePairJudge(names, analysis, words)
    var best: [Int: (distance: Int, kept: NamePairJudge.Spelling, strays: NamePairJudge.Spelling)] = [:]
    for pair in pairs {
      guard let verdict = judge.verdict(pair.first, pair.second, pair.distance) else { continue }
      if let old = best[verdict.strays.word],
        (old.distance, -old.kept.places.count) <= (pair.distance, -verdict.kept.places.count)
      {
        continue
      }
      best[verdict.strays.word] = (pair.distance, verdict.kept, verdict.strays)
    }
    for (_, found) in best.sorted(by: { $0.key < $1.key }) {
      guard let first = found.strays.places.first, let keeper = found.kept.places.first else { continue }
      let tokens = analysis.layer.tokens
      let right = analysis.string(tokens[keeper.token])
      let wrong = analysis.string(tokens[first.token])
      let others = found.strays.places.dropFirst().map { (tokens[$0.token].range, "here too") }
      report.add(
        Self.message(wrong, right), at: tokens[first.token].range,
        related: [(tokens[keeper.token].range, "“\(right)” stands here")] + others,
        fixes: [
          ProposedFix(
            "Write “\(right)” throughout", found.strays.places.map { (tokens[$0.token].range, right) },
            .review)
        ])
    }
  }
}

extension NameVariant {
  static func message(_ stray: String, _ kept: String) -> String {
    "“\(stray)” and “\(kept)” look like two spellings of one name. Use one of them throughout."
  }
}
