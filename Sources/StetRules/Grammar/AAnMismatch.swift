import StetDocument
import StetLanguage
import StetLint

package struct AAnMismatch: Rule {
  package static let metadata = RuleMetadata(
    id: "a-an-mismatch", family: .grammar, severity: .error,
    summary: "“a” before a vowel sound, or “an” before a consonant", aliases: ["a-an"])
  package let reach = Reach.block

  private let a: WordKey
  private let an: WordKey
  private let sounds: InitialSounds
  /// After these a capital A is a letter: Serie A, Group A, Vitamin A.
  private let foreign: WordSet

  package init(_ lexicon: Lexicon) {
    a = lexicon.key("a")
    an = lexicon.key("an")
    sounds = InitialSounds(lexicon)
    foreign = WordSet("a an the and or is was of in to as la el un una i", lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    for block in analysis.layer.blocks {
      for at in block where tokens[at].key == a || tokens[at].key == an {
        guard at + 1 < block.upperBound, tokens[at].isWord, tokens[at].length <= 2,
          let next = follower(at, block, tokens, analysis), !isLetter(at, block, tokens, analysis),
          tokens[at].spaceBefore || at == block.lowerBound || tokens[at - 1].isPunctuation
        else { continue }
        let word = tokens[next]
        guard !foreign.contains(word.key) || word.isCapitalized && word.length > 1,
          !isForeign(at, next, block, analysis)
        else { continue }
        let shouted = word.shape == .upper && isShouted(at, next, block, tokens)
        let isAn = tokens[at].key == an
        switch sounds.sound(of: word, analysis, shouted: shouted) {
        case .vowel where !isAn: add(at, next, "an", analysis, &report)
        case .consonant where isAn: add(at, next, "a", analysis, &report)
        default: break
        }
      }
    }
  }

  private func add(_ at: Int, _ next: Int, _ right: String, _ analysis: Analysis, _ report: inout Report) {
    let token = analysis.layer.tokens[at]
    let written = analysis.string(token)
    var fixed = right
    if token.isCapitalized { fixed = right.prefix(1).uppercased() + right.dropFirst() }
    if written == "AN" || token.shape == .upper { fixed = right.uppercased() }
    report.add(
      Self.message(written, analysis.string(analysis.layer.tokens[next]), fixed), at: token.range,
      fixes: [.replace(token.range, with: fixed, .safe)])
  }

  /// The word or number after the article, past a quotation mark or the sign of a currency.
  private func follower(_ at: Int, _ block: Range<Int>, _ tokens: [Token], _ analysis: Analysis) -> Int? {
    var next = at + 1
    guard tokens[next].spaceBefore else { return nil }
    let prose = analysis.document.prose
    if tokens[next].isPunctuation || tokens[next].kind == .symbol {
      let bytes = prose[tokens[next].range.indices]
      let isMark = ["\"", "“", "‘", "'", "$", "£", "€", "¥"].contains { bytes.elementsEqual($0.utf8) }
      guard isMark, next + 1 < block.upperBound, !tokens[next + 1].spaceBefore else { return nil }
      next += 1
    }
    let word = tokens[next]
    guard word.isWord || word.kind == .number else { return nil }
    // A word that is no English one may be another language’s: “a eso”.
    if word.isWord, word.isLower, word.length > 1, !analysis.isKnown(word) { return nil }
    // “a s/he”: a stroke or an apostrophe makes something else of a single letter.
    if word.isWord, word.length == 1, next + 1 < block.upperBound, !tokens[next + 1].spaceBefore {
      let mark = prose[Int(tokens[next + 1].start)]
      if mark != UInt8(ascii: "-") && mark != UInt8(ascii: ",") { return nil }
    }
    if word.isWord, word.length == 1, word.isLower,
      next + 1 == block.upperBound || tokens[next + 1].spaceBefore
    {
      return nil
    }
    return next
  }

  /// A capital A inside a sentence is a letter: Serie A, plan A; so is one with a mark behind it.
  private func isLetter(_ at: Int, _ block: Range<Int>, _ tokens: [Token], _ analysis: Analysis) -> Bool {
    if tokens[at + 1].spaceBefore == false { return true }
    guard at > block.lowerBound else { return false }
    let before = tokens[at - 1]
    // Qur 'an
    if !tokens[at].spaceBefore, isApostrophe(before, analysis) { return true }
    guard tokens[at].isCapitalized else { return false }
    return before.isWord || before.kind == .number || !endsSentence(before, analysis)
  }

  private func isApostrophe(_ token: Token, _ analysis: Analysis) -> Bool {
    let bytes = analysis.document.prose[token.range.indices]
    return bytes.elementsEqual("'".utf8) || bytes.elementsEqual("’".utf8)
  }

  private func endsSentence(_ token: Token, _ analysis: Analysis) -> Bool {
    guard token.isPunctuation else { return false }
    let last = analysis.document.prose[Int(token.end) - 1]
    return ".?!:\"“".utf8.contains(last) || last >= 0x80
  }

  /// “temporal a Estados Unidos”: the word before is another language’s, and a name follows.
  private func isForeign(_ at: Int, _ next: Int, _ block: Range<Int>, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    guard at > block.lowerBound, tokens[next].isCapitalized, tokens[at - 1].isLower else { return false }
    return !analysis.words.bytes(tokens[at - 1].key).withUnsafeBufferPointer { analysis.speller.isKnown($0) }
  }

  /// Capitals all around, as in a headline: “AN UNUSUAL DAY”.
  private func isShouted(_ at: Int, _ next: Int, _ block: Range<Int>, _ tokens: [Token]) -> Bool {
    if tokens[at].shape == .upper { return true }
    let neighbours = [at - 1, next + 1].filter {
      block.contains($0) && tokens[$0].isWord && tokens[$0].length > 2
    }
    return neighbours.contains { tokens[$0].shape == .upper } && tokens[at].isCapitalized
  }
}

extension AAnMismatch {
  static func message(_ article: String, _ word: String, _ right: String) -> String {
    "“\(article)” does not fit the sound of “\(word)”. Write “\(right)”."
  }
}
