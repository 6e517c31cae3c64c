import StetDocument
import StetLanguage
import StetLint
import StetSpelling

package struct UnknownWord: Rule {
  package static let metadata = RuleMetadata(
    id: "unknown-word", family: .spelling, severity: .warning,
    summary: "A word that no dictionary knows and that is close to one", aliases: ["misspelling"])

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let blocks = analysis.document.blocks
    var judge = UnknownWordJudge(analysis)
    for sentence in analysis.sentences {
      guard blocks[sentence.block].kind != .byline else { continue }
      let unknown = sentence.tokens.filter { judge.isUnknown($0, in: sentence) }
      guard !unknown.isEmpty, !isForeign(sentence, unknown.count, tokens) else { continue }
      for at in unknown {
        guard let slip = judge.slip(at) else { continue }
        let candidates = [slip.replacement] + slip.alternatives
        report.add(
          Self.message(analysis.string(tokens[at]), slip.replacement), at: tokens[at].range,
          fixes: candidates.map { .replace(tokens[at].range, with: $0, .review) })
      }
    }
  }

  /// A passage in another language, a list of names in small letters: more than a quarter is unknown.
  private func isForeign(_ sentence: Sentence, _ unknown: Int, _ tokens: [Token]) -> Bool {
    guard unknown > 1 else { return false }
    let words = sentence.tokens.lazy.filter { tokens[$0].isWord }.count
    return unknown * 4 > words
  }
}

extension UnknownWord {
  /// How likely a slip must be (`Slip.likelihood`) for a word that stands once, and for one that is repeated.
  static let likely = 0.5
  static let surer = 0.9

  static func message(_ word: String, _ meant: String) -> String {
    "“\(word)” is in no dictionary. Was “\(meant)” meant?"
  }
}

/// Tells which words can be judged at all, and what they could have been.
private struct UnknownWordJudge {
  private let analysis: Analysis
  private let tokens: [Token]
  private var counts: [WordKey: Int] = [:]

  init(_ analysis: Analysis) {
    self.analysis = analysis
    tokens = analysis.layer.tokens
  }

  /// Small letters only, four at least, standing free: the rest are names, and left to the rules on names.
  func isUnknown(_ at: Int, in sentence: Sentence) -> Bool {
    let token = tokens[at]
    guard token.isWord, token.isLower, token.length >= 4,
      token.spaceBefore || at == sentence.first || follows(at)
    else { return false }
    let known = analysis.document.prose.withUnsafeBufferPointer {
      analysis.speller.isKnown(UnsafeBufferPointer(rebasing: $0[token.range.indices]))
    }
    return !known && hasOnlyLetters(token) && !isGlued(at, sentence)
  }

  /// What was meant, when a slip is likelier than a word that the dictionaries lack. A word that the text
  /// repeats must be more clearly a slip, since terms are repeated and slips seldom.
  mutating func slip(_ at: Int) -> Slip? {
    if counts.isEmpty {
      for token in tokens where token.isWord { counts[token.key, default: 0] += 1 }
    }
    let uses = counts[tokens[at].key, default: 0]
    guard uses < 4 else { return nil }
    let threshold = uses > 1 ? UnknownWord.surer : UnknownWord.likely
    return analysis.speller.slip(for: analysis.string(tokens[at]), atLeast: threshold)
  }

  /// Right after an opening bracket or quotation mark.
  private func follows(_ at: Int) -> Bool {
    at > 0 && tokens[at - 1].isPunctuation && tokens[at - 1].spaceBefore
  }

  private func hasOnlyLetters(_ token: Token) -> Bool {
    analysis.document.prose[token.range.indices].allSatisfy { $0 &- 0x61 < 26 || $0 == 0x27 }
  }

  /// Part of a hyphenated word, a path, an entity or a file name.
  private func isGlued(_ at: Int, _ sentence: Sentence) -> Bool {
    let prose = analysis.document.prose
    if at > sentence.first, !tokens[at].spaceBefore {
      let before = prose[Int(tokens[at - 1].start)]
      if "-/&@#_.\\=:+*~^%$<".utf8.contains(before) { return true }
    }
    guard at + 1 < sentence.end, !tokens[at + 1].spaceBefore else { return false }
    let next = prose[Int(tokens[at + 1].start)]
    return "-/@#_\\=+*~^%$<>({[".utf8.contains(next)
      || (next == UInt8(ascii: ".") && at + 2 < sentence.end
        && !tokens[at + 2].spaceBefore)
  }
}
