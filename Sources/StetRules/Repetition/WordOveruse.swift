import StetDocument
import StetLanguage
import StetLint

package struct WordOveruse: Rule {
  package static let metadata = RuleMetadata(
    id: "word-overuse", family: .repetition, severity: .note,
    summary: "One ordinary adjective or adverb again and again in neighbouring paragraphs", stage: .preview,
    packs: .news)

  package init(_ lexicon: Lexicon) {}

  /// Uses within the window that are too many.
  private static let uses = 4
  /// Words that the uses may lie apart from first to last.
  private static let window = 150

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    var places: [WordKey: [Int]] = [:]
    for at in tokens.indices where tokens[at].isLower && tokens[at].length >= 6 {
      guard !analysis.lexicon.has(tokens[at].key, .functionWord) else { continue }
      places[tokens[at].key, default: []].append(at)
    }
    let often = places.filter { $0.value.count >= Self.uses }
    guard !often.isEmpty else { return }
    let tags = analysis.tags
    for (_, uses) in often.sorted(by: { $0.value[0] < $1.value[0] }) {
      let plain = uses.filter { isPlain(tags[$0]) && !analysis.quotations.contains($0) }
      guard plain.count >= Self.uses,
        let start = (0...plain.count - Self.uses).first(where: {
          plain[$0 + Self.uses - 1] - plain[$0] <= Self.window
        })
      else { continue }
      let last = plain[start + Self.uses - 1]
      report.add(
        Self.message(analysis.string(tokens[last])), at: tokens[last].range,
        related: plain[start..<start + Self.uses - 1].map { (tokens[$0].range, "used here") })
    }
  }

  /// Nouns and verbs are the topic; an adjective or an adverb that comes back is a habit.
  private func isPlain(_ tag: TagPair) -> Bool {
    switch tag.penn {
    case .adjective, .adverb: true
    default: false
    }
  }
}

extension WordOveruse {
  static func message(_ word: String) -> String {
    "“\(word)” stands here for the fourth time within 150 words. Another word may serve."
  }
}
