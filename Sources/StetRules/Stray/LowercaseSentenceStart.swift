import StetDocument
import StetLanguage
import StetLint

package struct LowercaseSentenceStart: Rule {
  package static let metadata = RuleMetadata(
    id: "lowercase-sentence-start", family: .stray, severity: .warning,
    summary: "A sentence that starts with a small letter")

  /// Particles of names, which keep their small letter everywhere.
  private let particles: WordSet

  package init(_ lexicon: Lexicon) {
    particles = WordSet(
      "de la le les du des van von der den di da del el al bin ibn ap ten ter st i", lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let sentences = analysis.sentences
    var found: [Int] = []
    var starts = 0
    for (number, sentence) in sentences.enumerated() {
      if number > 0, sentences[number - 1].block == sentence.block {
        starts += 1
        if isFault(sentence, after: sentences[number - 1], analysis) { found.append(sentence.first) }
      } else if isFaultAtHead(sentence, analysis) {
        found.append(sentence.first)
      }
    }
    // Who writes without capitals does so on purpose.
    guard found.count <= 2 + starts / 8 else { return }
    let tokens = analysis.layer.tokens
    for at in found {
      let word = analysis.string(tokens[at])
      let right = word.prefix(1).uppercased() + word.dropFirst()
      report.add(
        Self.message(word), at: tokens[at].range, fixes: [.replace(tokens[at].range, with: right, .review)])
    }
  }

  private func isFault(_ sentence: Sentence, after last: Sentence, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    let (first, stop) = (tokens[sentence.first], tokens[last.end - 1])
    guard first.isLower, first.isWord, first.spaceBefore, last.count > 2, stop.isPunctuation,
      stop.length == 1,
      !stop.spaceBefore, analysis.document.prose[Int(stop.start)] == UInt8(ascii: ".")
    else { return false }
    let before = tokens[last.end - 2]
    switch before.kind {
    // A year; “No. 4. of” and “sec. 2. the” stay silent.
    case .number:
      guard before.length == 4, analysis.lexicon.has(first.key, .functionWord) else { return false }
    case .word:
      guard before.length >= 3 else { return false }
      guard before.isLower else {
        return before.shape == .capitalized && followsName(first, before, analysis)
          && isOrdinary(sentence, analysis)
      }
      guard isKnown(before, analysis) else { return false }
      // “art. five”, “approx. 3” and other abbreviations: short words before a figure or in brackets.
      if before.length <= 4, analysis.lexicon.has(first.key, .numeral) || isInBrackets(last, analysis) {
        return false
      }
    default: return false
    }
    return isOrdinary(sentence, analysis)
  }

  /// After a name only a small word tells a start from the rest of “Rivera Corp. in” or “Boston, Mass. against”;
  /// abbreviations are short.
  private func followsName(_ first: Token, _ name: Token, _ analysis: Analysis) -> Bool {
    if name.length >= 6 { return analysis.lexicon.has(first.key, .functionWord) }
    return analysis.lexicon.has(first.key, [.subjectPronoun, .article])
  }

  /// The first word of a paragraph of running text, when the paragraph before it is finished.
  private func isFaultAtHead(_ sentence: Sentence, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    let blocks = analysis.document.blocks
    guard tokens[sentence.first].isLower, sentence.count >= 6, blocks[sentence.block].kind == .paragraph,
      sentence.block > 0
    else { return false }
    let prose = analysis.document.prose
    guard let last = analysis.layer.blocks[sentence.block].last,
      let before = analysis.layer.blocks[sentence.block - 1].last
    else { return false }
    guard blocks[sentence.block - 1].kind == .paragraph,
      ".!?".utf8.contains(prose[Int(tokens[last].end) - 1]),
      ".!?".utf8.contains(prose[Int(tokens[before].end) - 1])
    else { return false }
    return isOrdinary(sentence, analysis) && analysis.tags[sentence.first].universal != .properNoun
  }

  private func isOrdinary(_ sentence: Sentence, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    let first = tokens[sentence.first]
    guard sentence.count >= 3, !particles.contains(first.key), first.length > 1, isKnown(first, analysis)
    else { return false }
    let next = tokens[sentence.first + 1]
    // “e-mail”, “rust-analyzer”, “foo()”
    if !next.spaceBefore, next.isPunctuation, analysis.document.prose[Int(next.start)] != UInt8(ascii: ",") {
      return false
    }
    if next.isCapitalized { return analysis.lexicon.has(first.key, .functionWord) }
    return next.isWord || next.kind == .number || next.isPunctuation
  }

  private func isInBrackets(_ sentence: Sentence, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    return sentence.tokens.contains {
      tokens[$0].isPunctuation && analysis.document.prose[Int(tokens[$0].start)] == UInt8(ascii: "(")
    }
  }

  private func isKnown(_ token: Token, _ analysis: Analysis) -> Bool {
    analysis.words.bytes(token.key).withUnsafeBufferPointer { analysis.speller.isKnown($0) }
  }
}

extension LowercaseSentenceStart {
  static func message(_ word: String) -> String {
    "“\(word)” starts a sentence with a small letter. Give it a capital, or join it to the sentence before."
  }
}
