import StetDocument
import StetLanguage
import StetSpelling

/// Finds lost and stray blanks: unknown words that are two known ones, or half of one.
struct WordBoundaries {
  /// How common a word must be to be taken for half of two that ran together, by its letters; see
  /// `FrequencyTable`. Long words need not be in it: they are no chance.
  private static func least(_ letters: Int) -> UInt8 {
    switch letters {
    case 2: 140
    case 3: 98
    case 4: 50
    default: 0
    }
  }

  /// How common a word of five or six letters must be for a stray blank in it.
  private static let leastWhole: UInt8 = 40

  /// Above this a slip of the fingers explains a word better than a lost blank.
  private static let clearSlip = 0.7

  /// They form compounds that no dictionary lists: upcycle, outcompete, inbox.
  private let firstParticles: WordSet
  /// Buyout, startup.
  private let secondParticles: WordSet
  /// They stand before known words with a blank as well: non profit, anti war. That is a matter of hyphens.
  private let prefixes: WordSet
  /// Two letters that may be a whole word before or after another.
  private let shortFirst: WordSet
  private let shortSecond: WordSet

  init(_ lexicon: Lexicon) {
    firstParticles = WordSet("in on up out off over under down by after back through", lexicon)
    secondParticles = WordSet("in on up out off over down by back through", lexicon)
    prefixes = WordSet(
      "anti auto bio co cyber eco ex geo hyper inter intra macro meta micro mid mini multi neo non post pre pro re "
        + "semi sub super tele ultra un", lexicon)
    shortFirst = WordSet("of to by at it he we if is my so as an", lexicon)
    shortSecond = WordSet("of to by at be it he we if is my so", lexicon)
  }

  // MARK: A lost blank

  /// Whether a lost blank explains an unknown word better than a slip does.
  func isJoined(_ at: Int, _ analysis: Analysis, _ slip: Slip?) -> Bool {
    guard let cut = cut(at, analysis) else { return false }
    guard let slip, slip.likelihood >= Self.clearSlip, !slip.replacement.contains(" ") else { return true }
    // Two small words, “ofthe”, are seldom a slip of a third.
    return cut.isSure
  }

  /// Where two words ran together: bytes of the first.
  func cut(_ at: Int, _ analysis: Analysis) -> (length: Int, isSure: Bool)? {
    let token = analysis.layer.tokens[at]
    guard token.length >= 5, token.length <= 30 else { return nil }
    return analysis.document.prose.withUnsafeBufferPointer { prose in
      let word = UnsafeBufferPointer(rebasing: prose[token.range.indices])
      var best: (length: Int, isSure: Bool, weight: UInt8)?
      for length in 2...(word.count - 2) {
        guard let (weight, isSure) = weight(word, length, analysis), weight > best?.weight ?? 0 else {
          continue
        }
        best = (length, isSure, weight)
      }
      return best.map { ($0.length, $0.isSure) }
    }
  }

  /// How common the rarer half is; nil when these are no two words. One of them must be one of the small words that
  /// hold sentences together: two nouns written solid are a compound.
  private func weight(
    _ word: UnsafeBufferPointer<UInt8>, _ length: Int, _ analysis: Analysis
  ) -> (weight: UInt8, isSure: Bool)? {
    let first = UnsafeBufferPointer(rebasing: word[..<length])
    let second = UnsafeBufferPointer(rebasing: word[length...])
    let (left, right) = (analysis.words.find(first), analysis.words.find(second))
    let leftIsSmall = isSmall(left, analysis)
    let rightIsSmall = isSmall(right, analysis)
    guard leftIsSmall || rightIsSmall else { return nil }
    if let left, firstParticles.contains(left), !rightIsSmall { return nil }
    if let right, secondParticles.contains(right), !leftIsSmall { return nil }
    if first.count == 2 {
      guard let left, shortFirst.contains(left) else { return nil }
    }
    if second.count == 2 {
      guard let right, shortSecond.contains(right) else { return nil }
    }
    let speller = analysis.speller
    let (leftWeight, rightWeight) = (speller.frequency(first), speller.frequency(second))
    // Beside a word of two letters the other one must be common, too.
    let least = min(first.count, second.count) == 2 ? Self.least(3) : 0
    guard leftWeight >= max(least, Self.least(first.count)),
      rightWeight >= max(least, Self.least(second.count)),
      speller.isKnown(first), speller.isKnown(second)
    else { return nil }
    return (min(leftWeight, rightWeight) + 1, leftIsSmall && rightIsSmall || word.count >= 9)
  }

  private func isSmall(_ key: WordKey?, _ analysis: Analysis) -> Bool {
    guard let key else { return false }
    return analysis.lexicon.has(key, [.functionWord, .auxiliary, .have, .be, .modal])
  }

  // MARK: A stray blank

  /// The tokens of one word that was cut in two, the unknown one at `at`: “con servation”, “follo- wed”.
  func halves(_ at: Int, _ analysis: Analysis) -> Range<Int>? {
    let tokens = analysis.layer.tokens
    if let next = partner(after: at, tokens, analysis), isOneWord(at, next, analysis) { return at..<next + 1 }
    if let previous = partner(before: at, tokens, analysis), isOneWord(previous, at, analysis) {
      return previous..<at + 1
    }
    return nil
  }

  private func partner(after at: Int, _ tokens: [Token], _ analysis: Analysis) -> Int? {
    var next = at + 1
    if next < tokens.count, !tokens[next].spaceBefore, analysis.isMark(tokens[next], "-") { next += 1 }
    guard next < tokens.count, tokens[next].spaceBefore, tokens[next].isWord, tokens[next].isLower else {
      return nil
    }
    return next
  }

  private func partner(before at: Int, _ tokens: [Token], _ analysis: Analysis) -> Int? {
    guard at > 0, tokens[at].spaceBefore else { return nil }
    var previous = at - 1
    if previous > 0, analysis.isMark(tokens[previous], "-"), !tokens[previous].spaceBefore { previous -= 1 }
    return tokens[previous].isWord && tokens[previous].length > 1 ? previous : nil
  }

  /// One blank between them, and together a word that is in use.
  private func isOneWord(_ first: Int, _ second: Int, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    let between = tokens[second].start - tokens[first].range.end
    guard between <= (second == first + 1 ? 1 : 2),
      analysis.layer.block(of: first) == analysis.layer.block(of: second)
    else { return false }
    if prefixes.contains(tokens[first].key), analysis.isKnown(tokens[second]) { return false }
    let prose = analysis.document.prose
    let word = Array(prose[tokens[first].range.indices]) + Array(prose[tokens[second].range.indices])
    guard word.count >= 5, !word.contains(UInt8(ascii: "'")) else { return false }
    return word.withUnsafeBufferPointer { word in
      (word.count >= 7 || analysis.speller.frequency(word) >= Self.leastWhole)
        && analysis.speller.isKnown(word)
    }
  }
}
