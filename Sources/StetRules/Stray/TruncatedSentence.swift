import StetDocument
import StetLanguage
import StetLint

package struct TruncatedSentence: Rule {
  package static let metadata = RuleMetadata(
    id: "truncated-sentence", family: .stray, severity: .warning,
    summary: "A sentence that breaks off after “the”, a comma or half a word")

  private let cutOff: CutOff

  package init(_ lexicon: Lexicon) {
    cutOff = CutOff(lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    checkStops(analysis, &report)
    var endings: ParagraphEndings?
    let blocks = analysis.document.blocks
    for number in blocks.indices where blocks[number].prose.count >= 25 && lacksStop(number, analysis) {
      let known = endings ?? ParagraphEndings(analysis)
      endings = known
      guard known.isException(number), !known.isCarriedOn(after: number),
        let fault = fault(number, known, analysis)
      else { continue }
      report.add(Self.message(analysis.document.string(fault)), at: fault)
    }
  }

  /// “… and the.”: within a text the stop is no excuse.
  private func checkStops(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let prose = analysis.document.prose
    for range in analysis.layer.blocks where range.count > 4 {
      for at in range.dropFirst(3) {
        let (token, before) = (tokens[at], tokens[at - 1])
        guard token.isPunctuation, token.length == 1, prose[Int(token.start)] == UInt8(ascii: "."),
          before.isLower, before.length > 1, before.spaceBefore, !token.spaceBefore,
          analysis.lexicon.has(before.key, [.article, .possessive, .coordinator]),
          tokens[at - 2].isWord, cutOff.neverEnds(at - 1, analysis), !analysis.quotations.contains(at - 1),
          at + 1 == range.upperBound || tokens[at + 1].spaceBefore
        else { continue }
        let both = analysis.range(at - 1..<at + 1)
        report.add(Self.message(analysis.document.string(both)), at: both)
      }
    }
  }

  private func lacksStop(_ number: Int, _ analysis: Analysis) -> Bool {
    guard let last = analysis.layer.blocks[number].last else { return false }
    let token = analysis.layer.tokens[last]
    if token.isLower { return analysis.document.prose[Int(token.end) - 1] != UInt8(ascii: ".") }
    return token.isPunctuation && token.length == 1
      && ",-".utf8.contains(analysis.document.prose[Int(token.start)])
  }

  private func fault(_ number: Int, _ endings: ParagraphEndings, _ analysis: Analysis) -> ProseRange? {
    let tokens = analysis.layer.tokens
    let range = analysis.layer.blocks[number]
    let at = range.upperBound - 1
    guard range.count >= 6, !analysis.quotations.contains(at) else { return nil }
    let isRunning = endings.isRunningText(number)
    let isLine = analysis.document.blocks[number].kind == .headline
    guard isRunning || isLine else { return nil }
    if tokens[at].isPunctuation {
      let before = tokens[at - 1]
      guard isRunning, analysis.document.blocks[number].prose.count >= 60, before.isWord,
        !tokens[at].spaceBefore
      else { return nil }
      let tags = analysis.tags
      guard range.contains(where: { tags[$0].isFiniteVerb }) else { return nil }
      return analysis.range(at - 1..<at + 1)
    }
    guard tokens[at - 1].isWord || tokens[at - 1].isPunctuation else { return nil }
    if isRunning, cutOff.isDangling(at, analysis) || isHalfWord(at, analysis) {
      return tokens[at].range
    }
    // A line of its own without a stop may be a headline: only what no headline ends in.
    return cutOff.neverEnds(at, analysis) ? tokens[at].range : nil
  }

  /// In Markdown a word that no dictionary knows is the name of a program.
  private func isHalfWord(_ at: Int, _ analysis: Analysis) -> Bool {
    analysis.document.format == .plain && cutOff.isHalfWord(at, analysis)
  }
}

extension TruncatedSentence {
  static func message(_ words: String) -> String {
    "The sentence breaks off after “\(words)”. Restore its end."
  }
}
