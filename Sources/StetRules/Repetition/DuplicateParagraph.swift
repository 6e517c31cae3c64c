import StetDocument
import StetLanguage
import StetLint
import StetText

package struct DuplicateParagraph: Rule {
  package static let metadata = RuleMetadata(
    id: "duplicate-paragraph", family: .repetition, severity: .warning,
    summary: "A paragraph that stands in the text already", languages: .any)

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let blocks = analysis.document.blocks
    guard blocks.count > 1 else { return }
    let tokens = analysis.layer.tokens
    let summary = FrontMatterSummary(analysis)
    var seen = RepeatIndex(tokens)
    for (index, range) in analysis.layer.blocks.enumerated() where Self.isProse(blocks[index].kind) {
      guard let words = seen.words(range, atLeast: blocks[index].kind == .listItem ? 14 : 8) else { continue }
      guard let first = seen.first(like: words, at: range) else { continue }
      guard !summary.contains(first.lowerBound, analysis), !Self.isQuestion(range, analysis) else { continue }
      let copy = ProseRange(blocks[index].prose.lower, blocks[index].prose.upper)
      report.add(
        Self.message(Self.opening(range, analysis)), at: copy,
        related: [(analysis.range(first), "it stands here already")],
        fixes: [.replace(copy, with: "", .review, title: "Delete this copy")])
    }
  }

  static func isProse(_ kind: BlockKind) -> Bool {
    switch kind {
    case .paragraph, .listItem: true
    default: false
    }
  }

  /// A question is put to each of several people.
  private static func isQuestion(_ tokens: Range<Int>, _ analysis: Analysis) -> Bool {
    guard let last = tokens.last else { return false }
    return analysis.document.prose[analysis.layer.tokens[last].range.indices].elementsEqual("?".utf8)
  }

  /// The first words, for the message.
  static func opening(_ tokens: Range<Int>, _ analysis: Analysis) -> String {
    analysis.string(tokens.lowerBound..<min(tokens.upperBound, tokens.lowerBound + 6))
  }
}

extension DuplicateParagraph {
  static func message(_ opening: String) -> String {
    "The paragraph “\(opening) …” stands in the text twice. Delete one of them."
  }
}

/// Knows runs of words again: by a hash of their keys, compared word by word where two hashes agree.
struct RepeatIndex {
  private let tokens: [Token]
  private var places: [FNV1a: Range<Int>] = [:]

  init(_ tokens: [Token]) {
    self.tokens = tokens
  }

  /// The hash of the words and figures of a run; nil when there are too few.
  func words(_ range: Range<Int>, atLeast least: Int) -> FNV1a? {
    var hash = FNV1a()
    var count = 0
    for at in range where Self.counts(tokens[at]) {
      hash.add(UInt64(tokens[at].key.number))
      count += 1
    }
    return count >= least ? hash : nil
  }

  /// The first run with the same words; the run is remembered when there is none.
  mutating func first(like hash: FNV1a, at range: Range<Int>) -> Range<Int>? {
    guard let first = places[hash] else {
      places[hash] = range
      return nil
    }
    let tokens = tokens
    let same =
      first.filter { Self.counts(tokens[$0]) }.map { tokens[$0].key }
      == range.filter { Self.counts(tokens[$0]) }.map { tokens[$0].key }
    return same ? first : nil
  }

  private static func counts(_ token: Token) -> Bool {
    switch token.kind {
    case .word, .number: true
    default: false
    }
  }
}
