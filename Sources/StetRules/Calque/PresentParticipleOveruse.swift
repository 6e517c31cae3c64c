import StetDocument
import StetLanguage
import StetLint

package struct PresentParticipleOveruse: Rule {
  package static let metadata = RuleMetadata(
    id: "present-participle-overuse", family: .calque, severity: .note,
    summary: "“Are present”, “are located” again and again", packs: .news,
    options: [times.declaration, within.declaration])

  static let times = OptionKey<Int>(
    "times", 2...50, standard: 3, "How many uses within the window are too many.")
  static let within = OptionKey<Int>(
    "words", 20...5_000, standard: 120, "The window, in words and marks, from the first use to the last.")
  private var times = Self.times.standard
  private var window = Self.within.standard

  private let words: WordSet

  package init(_ lexicon: Lexicon) {
    words = WordSet("present located situated stationed", lexicon)
  }

  package mutating func configure(_ options: RuleOptions) {
    times = options[Self.times]
    window = options[Self.within]
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
        guard uses.count >= times, at - uses[uses.count - times] <= window else { continue }
        report.add(
          Self.message(analysis.string(tokens[at]), times), at: tokens[at].range,
          related: uses.suffix(times).dropLast().map { (tokens[$0].range, "so here") })
        uses.removeAll()
      }
    }
  }
}

extension PresentParticipleOveruse {
  static func message(_ word: String, _ times: Int) -> String {
    "“\(word)” says for the \(Ordinal.word(times)) time in a row that something is somewhere. Let it do something."
  }
}
