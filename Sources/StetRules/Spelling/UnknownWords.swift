import StetDocument
import StetLanguage
import StetSpelling

/// The unknown words of a text that can be judged: no names, no code, no passages in another language.
struct UnknownWords {
  /// How likely a slip must be (`Slip.likelihood`) for a word that stands once, and for one that is repeated.
  private static let likely = 0.5
  private static let surer = 0.9

  private let analysis: Analysis
  private let tokens: [Token]
  private var counts: [WordKey: Int] = [:]

  init(_ analysis: Analysis) {
    self.analysis = analysis
    tokens = analysis.layer.tokens
  }

  /// Calls with the number of each token, in order.
  /// - Parameter takesBroken: whether the first half of a word that a line end cut comes, too: “follo- wed”.
  func forEach(takesBroken: Bool = false, _ body: (Int) -> Void) {
    let unknown = analysis.unknownWords
    guard !unknown.isEmpty else { return }
    var next = 0
    for sentence in analysis.sentences {
      let first = next
      while next < unknown.count, unknown[next] < sentence.end { next += 1 }
      guard next > first, analysis.document.blocks[sentence.block].kind != .byline else { continue }
      let judged = unknown[first..<next].filter {
        isJudged($0, in: sentence) || takesBroken && isBroken($0, in: sentence)
      }
      guard !isForeign(sentence, judged.count) else { continue }
      for at in judged { body(at) }
    }
  }

  /// What was meant, when a slip is likelier than a word that the dictionaries lack. A word that the text
  /// repeats must be more clearly a slip, since terms are repeated and slips seldom.
  mutating func slip(_ at: Int) -> Slip? {
    let uses = uses(at)
    guard uses < 4 else { return nil }
    let isDoubtful = uses > 1 || hasUnknownNeighbour(at)
    return analysis.speller.slip(
      for: analysis.string(tokens[at]), atLeast: isDoubtful ? Self.surer : Self.likely)
  }

  /// Two unknown words in a row are more often another language than two slips.
  private func hasUnknownNeighbour(_ at: Int) -> Bool {
    let unknown = analysis.unknownWords
    var low = 0
    var high = unknown.count
    while low < high {
      let middle = (low + high) / 2
      if unknown[middle] < at { low = middle + 1 } else { high = middle }
    }
    return low > 0 && unknown[low - 1] == at - 1 || low + 1 < unknown.count && unknown[low + 1] == at + 1
  }

  /// How often the word stands in the text.
  mutating func uses(_ at: Int) -> Int {
    if counts.isEmpty {
      for token in tokens where token.isWord { counts[token.key, default: 0] += 1 }
    }
    return counts[tokens[at].key, default: 0]
  }

  /// A passage in another language, a list of names in small letters: more than a quarter is unknown.
  private func isForeign(_ sentence: Sentence, _ unknown: Int) -> Bool {
    guard unknown > 1 else { return false }
    let words = sentence.tokens.lazy.filter { tokens[$0].isWord }.count
    return unknown * 4 > words
  }

  /// Plain letters, standing free.
  private func isJudged(_ at: Int, in sentence: Sentence) -> Bool {
    let token = tokens[at]
    return (token.spaceBefore || at == sentence.first || follows(at)) && hasOnlyLetters(token)
      && !isGlued(at, sentence)
  }

  /// Letters, a hyphen, a blank.
  private func isBroken(_ at: Int, in sentence: Sentence) -> Bool {
    guard tokens[at].spaceBefore || at == sentence.first, hasOnlyLetters(tokens[at]), at + 2 < sentence.end
    else {
      return false
    }
    let (hyphen, rest) = (tokens[at + 1], tokens[at + 2])
    return hyphen.length == 1 && !hyphen.spaceBefore && rest.spaceBefore
      && analysis.document.prose[Int(hyphen.start)] == UInt8(ascii: "-")
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
