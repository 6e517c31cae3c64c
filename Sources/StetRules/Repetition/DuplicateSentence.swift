import StetDocument
import StetLanguage
import StetLint

package struct DuplicateSentence: Rule {
  package static let metadata = RuleMetadata(
    id: "duplicate-sentence", family: .repetition, severity: .warning,
    summary: "A sentence that stands in the text already", languages: .any)

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let blocks = analysis.document.blocks
    guard tokens.count >= 16 else { return }
    let summary = FrontMatterSummary(analysis)
    var paragraphs = RepeatIndex(tokens)
    var copies = Set<Int>()
    for (index, range) in analysis.layer.blocks.enumerated() {
      guard DuplicateParagraph.isProse(blocks[index].kind), let hash = paragraphs.words(range, atLeast: 8)
      else {
        continue
      }
      if paragraphs.first(like: hash, at: range) != nil { copies.insert(index) }
    }
    var seen = RepeatIndex(tokens)
    var runs: [Run] = []
    for sentence in analysis.sentences where DuplicateParagraph.isProse(blocks[sentence.block].kind) {
      guard !copies.contains(sentence.block), let words = seen.words(sentence.tokens, atLeast: 7),
        let first = seen.first(like: words, at: sentence.tokens), !isQuoted(first, sentence, analysis),
        !summary.contains(first.lowerBound, analysis),
        isSentence(sentence, analysis)
      else { continue }
      if let last = runs.last, last.block == sentence.block, last.copy.upperBound == sentence.first,
        last.first.upperBound == first.lowerBound
      {
        runs[runs.count - 1].copy = last.copy.lowerBound..<sentence.end
        runs[runs.count - 1].first = last.first.lowerBound..<first.upperBound
        runs[runs.count - 1].count += 1
      } else {
        runs.append(Run(copy: sentence.tokens, first: first, block: sentence.block))
      }
    }
    for run in runs {
      let range = analysis.range(run.copy)
      report.add(
        Self.message(DuplicateParagraph.opening(run.copy, analysis), count: run.count), at: range,
        related: [
          (analysis.range(run.first), run.count == 1 ? "it stands here already" : "they stand here already")
        ],
        fixes: [.replace(range, with: "", .review, title: "Delete this copy")])
    }
  }

  /// Sentences that were copied together are one fault.
  private struct Run {
    var copy: Range<Int>
    var first: Range<Int>
    let block: Int
    var count = 1
  }

  /// A refrain, a pull quote: what somebody said may be said again.
  private func isQuoted(_ first: Range<Int>, _ copy: Sentence, _ analysis: Analysis) -> Bool {
    let quotations = analysis.quotations
    return quotations.contains((first.lowerBound + first.upperBound) / 2)
      || quotations.contains((copy.first + copy.end) / 2)
  }

  /// Ends like one: items of lists and labels may be repeated.
  private func isSentence(_ sentence: Sentence, _ analysis: Analysis) -> Bool {
    let last = analysis.layer.tokens[sentence.end - 1]
    guard last.isPunctuation else { return false }
    // A question is put to each of several people.
    let mark = analysis.document.prose[last.range.indices]
    return !mark.elementsEqual(":".utf8) && !mark.elementsEqual("?".utf8)
  }
}

extension DuplicateSentence {
  static func message(_ opening: String, count: Int) -> String {
    count == 1
      ? "The sentence “\(opening) …” stands in the text twice. Delete one of them."
      : "\(count) sentences from “\(opening) …” on stand in the text twice. Delete one copy."
  }
}
