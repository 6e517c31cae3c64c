import StetDocument
import StetLanguage
import StetLint
import StetText

package struct MissingTerminalPunctuation: Rule {
  package static let metadata = RuleMetadata(
    id: "missing-terminal-punctuation", family: .punctuation, severity: .warning,
    summary: "A paragraph without a full stop at its end")

  private let cutOff: CutOff

  package init(_ lexicon: Lexicon) {
    cutOff = CutOff(lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    var endings: ParagraphEndings?
    let blocks = analysis.document.blocks
    for number in blocks.indices where isOpen(number, analysis) {
      let known = endings ?? ParagraphEndings(analysis)
      endings = known
      guard known.isRunningText(number), known.isException(number), case .word = known.ending(number),
        !known.isCarriedOn(after: number)
      else { continue }
      let range = analysis.layer.blocks[number]
      let at = range.upperBound - 1
      guard isSentence(number, analysis), !cutOff.isDangling(at, analysis), !cutOff.isHalfWord(at, analysis)
      else { continue }
      let last = analysis.layer.tokens[at].range
      let word = analysis.string(analysis.layer.tokens[at])
      report.add(Self.message(word), at: last, fixes: [.replace(last, with: word + ".", .review)])
    }
  }

  /// The quick look: the block is long enough and its last token is a word or a figure.
  private func isOpen(_ number: Int, _ analysis: Analysis) -> Bool {
    guard analysis.document.blocks[number].prose.count >= 60, let last = analysis.layer.blocks[number].last
    else { return false }
    switch analysis.layer.tokens[last].kind {
    case .word, .number:
      return analysis.document.prose[Int(analysis.layer.tokens[last].end) - 1] != UInt8(ascii: ".")
    default: return false
    }
  }

  /// The last sentence has a verb that can carry it.
  private func isSentence(_ number: Int, _ analysis: Analysis) -> Bool {
    let range = analysis.layer.blocks[number]
    guard let sentence = lastSentence(range.upperBound, analysis), sentence.count >= 6,
      analysis.layer.tokens[sentence.first].shape != .lower,
      !analysis.quotations.contains(range.upperBound - 1)
    else { return false }
    // The first line may be a long headline.
    if number == 0, sentence.first == range.lowerBound { return false }
    // In Markdown a single sentence may be a caption, and a name at the end who said it.
    if case .markdown = analysis.document.format {
      guard sentence.first > range.lowerBound, analysis.layer.tokens[range.upperBound - 1].isLower else {
        return false
      }
    }
    let tags = analysis.tags
    return sentence.tokens.contains { tags[$0].isFiniteVerb }
  }

  private func lastSentence(_ end: Int, _ analysis: Analysis) -> Sentence? {
    let sentences = analysis.sentences
    let low = sentences.partitioningIndex { $0.end >= end }
    return low < sentences.count ? sentences[low] : nil
  }
}

extension MissingTerminalPunctuation {
  static func message(_ word: String) -> String {
    "The paragraph ends at “\(word)” without a full stop. Add it, or restore what is missing."
  }
}
