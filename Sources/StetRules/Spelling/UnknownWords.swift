import StetDocument
import StetLanguage
import StetSpelling
import StetText

/// The unknown words of a text that can be judged: no names, no code, no passages in another language.
struct UnknownWords {
  /// How likely a slip must be (`Slip.likelihood`) for a word that stands once, and for one that is repeated.
  private static let likely = 0.38
  private static let surer = 0.85

  /// Those that stand free, by the number of their tokens, in order.
  let judged: [Int]
  /// Those and the first halves of words that a line end cut: “follo- wed”.
  let broken: [Int]
  private let unknown: [Int]
  private let tokens: [Token]
  private var counts: [WordKey: Int] = [:]

  /// Made once for all rules that ask: `analysis.shared(UnknownWords.init)`. What the analysis keeps must not keep it.
  init(_ analysis: Analysis) {
    tokens = analysis.layer.tokens
    unknown = analysis.unknownWords
    (judged, broken) = unknown.isEmpty ? ([], []) : Self.judge(unknown, analysis)
    guard !judged.isEmpty || !broken.isEmpty else { return }
    var unknownKeys = WordSet()
    for at in unknown { unknownKeys.insert(tokens[at].key) }
    for token in tokens where token.isWord && unknownKeys.contains(token.key) {
      counts[token.key, default: 0] += 1
    }
  }

  private static func judge(_ unknown: [Int], _ analysis: Analysis) -> (judged: [Int], broken: [Int]) {
    let place = WordPlace(analysis)
    var judged: [Int] = []
    var broken: [Int] = []
    var next = 0
    for sentence in analysis.sentences {
      let first = next
      while next < unknown.count, unknown[next] < sentence.end { next += 1 }
      guard next > first, analysis.document.blocks[sentence.block].kind != .byline else { continue }
      let free = unknown[first..<next].filter { place.isFree($0, in: sentence) }
      let halves = unknown[first..<next].filter {
        place.isFree($0, in: sentence) || place.isBroken($0, in: sentence)
      }
      if !isForeign(sentence, free.count, place.tokens) { judged += free }
      if !isForeign(sentence, halves.count, place.tokens) { broken += halves }
    }
    return (judged, broken)
  }

  /// What was meant, when a slip is likelier than a word that the dictionaries lack. A word that the text
  /// repeats must be more clearly a slip, since terms are repeated and slips seldom.
  func slip(_ at: Int, _ analysis: Analysis) -> Slip? {
    let uses = uses(at)
    guard uses < 4 else { return nil }
    let isDoubtful = uses > 1 || hasUnknownNeighbour(at) || WordMention.isLikely(at, tokens, analysis)
    return analysis.speller.slip(
      for: analysis.string(tokens[at]), atLeast: isDoubtful ? Self.surer : Self.likely)
  }

  /// How often the word stands in the text.
  func uses(_ at: Int) -> Int { counts[tokens[at].key, default: 0] }

  /// Two unknown words in a row are more often another language than two slips.
  private func hasUnknownNeighbour(_ at: Int) -> Bool {
    let low = unknown.partitioningIndex { $0 >= at }
    return low > 0 && unknown[low - 1] == at - 1 || low + 1 < unknown.count && unknown[low + 1] == at + 1
  }

  /// A passage in another language, a list of names in small letters: more than a quarter is unknown.
  private static func isForeign(_ sentence: Sentence, _ unknown: Int, _ tokens: [Token]) -> Bool {
    guard unknown > 1 else { return false }
    let words = sentence.tokens.lazy.filter { tokens[$0].isWord }.count
    return unknown * 4 > words
  }
}

/// How a word stands among the marks around it.
struct WordPlace {
  let tokens: [Token]
  private let prose: [UInt8]

  init(_ analysis: Analysis) {
    tokens = analysis.layer.tokens
    prose = analysis.document.prose
  }

  /// Plain letters, standing free.
  func isFree(_ at: Int, in sentence: Sentence) -> Bool {
    let token = tokens[at]
    return (token.spaceBefore || at == sentence.first || follows(at)) && hasOnlyLetters(token)
      && !isGlued(at, sentence)
  }

  /// Letters, a hyphen, a blank.
  func isBroken(_ at: Int, in sentence: Sentence) -> Bool {
    guard tokens[at].spaceBefore || at == sentence.first, hasOnlyLetters(tokens[at]), at + 2 < sentence.end
    else {
      return false
    }
    let (hyphen, rest) = (tokens[at + 1], tokens[at + 2])
    return hyphen.length == 1 && !hyphen.spaceBefore && rest.spaceBefore
      && prose[Int(hyphen.start)] == UInt8(ascii: "-")
  }

  /// Right after an opening bracket or quotation mark.
  private func follows(_ at: Int) -> Bool {
    at > 0 && tokens[at - 1].isPunctuation && tokens[at - 1].spaceBefore
  }

  private func hasOnlyLetters(_ token: Token) -> Bool {
    prose[token.range.indices].allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 == 0x27 }
  }

  /// Part of a hyphenated word, a path, an entity or a file name.
  private func isGlued(_ at: Int, _ sentence: Sentence) -> Bool {
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
