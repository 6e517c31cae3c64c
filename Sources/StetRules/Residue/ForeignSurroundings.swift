import StetDocument
import StetLanguage

/// What shows that foreign words stand on purpose: quotation marks, brackets, a gloss, “the word …”.
struct ForeignSurroundings: Sendable {
  /// Before a foreign word that is spoken of.
  private let announcing: WordSet
  /// Behind one.
  private let explaining: WordSet
  private let or: WordKey

  init(_ lexicon: Lexicon) {
    announcing = WordSet(
      "word words term terms phrase phrases character characters letter letters sign slogan motto called named titled "
        + "entitled written hashtag name names spelling spelled spelt script kanji hanzi prefix suffix root verb noun "
        + "expression idiom saying proverb title as or means meaning transliterated pronounced russian chinese greek "
        + "arabic japanese hebrew hindi korean persian ukrainian bulgarian serbian thai urdu bengali tamil german "
        + "french spanish italian portuguese dutch latin turkish polish swedish romanian sanskrit mandarin cantonese "
        + "lit literally à la in", lexicon)
    explaining = WordSet("meaning means literally translates", lexicon)
    or = lexicon.key("or")
  }

  /// Whether the tokens may stay as they are.
  func excuses(_ tokens: Range<Int>, _ analysis: Analysis) -> Bool {
    excuses(analysis.range(tokens), first: tokens.lowerBound, end: tokens.upperBound, analysis)
  }

  /// Whether a range of prose may.
  func excuses(_ range: ProseRange, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    let first = analysis.token(endingAfter: range.lower)
    var end = first
    while end < tokens.count, Int(tokens[end].start) < range.upper { end += 1 }
    guard first < end else { return true }
    return excuses(range, first: first, end: end, analysis)
  }

  private func excuses(_ range: ProseRange, first: Int, end: Int, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    guard let index = analysis.layer.block(of: first) else { return true }
    let block = analysis.layer.blocks[index]
    switch analysis.document.blocks[index].kind {
    case .paragraph, .headline, .quotation: break
    // Lists of languages, of names, of terms.
    default: return true
    }
    if !isSentence(block, end - first, analysis) { return true }
    if isQuoted(first, end, analysis) || followsQuotation(first, block, analysis) { return true }
    if isBetweenMarks(range, block, analysis) || isInBrackets(first, block, analysis) { return true }
    if first > block.lowerBound, tokens[first - 1].isWord, announcing.contains(tokens[first - 1].key) {
      return end - first < 6
    }
    return isGlossed(end, block, analysis)
  }

  /// A label is no prose: a block counts that ends like a sentence or has four English words around the run.
  private func isSentence(_ block: Range<Int>, _ run: Int, _ analysis: Analysis) -> Bool {
    if block.count - run >= 5 { return true }
    guard let last = block.last, analysis.layer.tokens[last].isPunctuation else { return false }
    let mark = analysis.document.prose[Int(analysis.layer.tokens[last].start)]
    return ".!?".utf8.contains(mark) || mark >= 0x80
  }

  /// Within quotation marks, and half of what stands there: one foreign word in an English quotation is no quotation.
  private func isQuoted(_ first: Int, _ end: Int, _ analysis: Analysis) -> Bool {
    guard analysis.quotations.contains(first) || analysis.quotations.contains(end - 1) else { return false }
    guard let span = analysis.quotations.spans.first(where: { $0.tokens.contains(first) }) else {
      return true
    }
    return (end - first) * 2 >= span.tokens.count - 2
  }

  /// The words of a speaker in his own language stand right behind their translation.
  private func followsQuotation(_ first: Int, _ block: Range<Int>, _ analysis: Analysis) -> Bool {
    guard first > block.lowerBound else { return false }
    var at = first - 1
    // 4~5시간
    while at > block.lowerBound, !analysis.layer.tokens[at].isPunctuation, !analysis.layer.tokens[at].isWord {
      at -= 1
    }
    let text = analysis.document.prose[analysis.layer.tokens[at].range.indices]
    guard text.elementsEqual("\"".utf8) || text.elementsEqual("”".utf8) else { return false }
    return analysis.quotations.contains(at) && first - at < 8
  }

  /// Quotation marks of any shape right around it, also those that the layer of quotations does not know.
  private func isBetweenMarks(_ range: ProseRange, _ block: Range<Int>, _ analysis: Analysis) -> Bool {
    let prose = analysis.document.prose
    let before = prose[..<range.lower].suffix(3)
    let marks = [
      "'", "\"", "“", "‘", "«", "„", "‚", "「", "『", "《", "〈", "`", "|", "| ", "*", "_", ":", "/", "=", "#",
      "@",
    ]
    return marks.contains { before.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  private func isInBrackets(_ first: Int, _ block: Range<Int>, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    let prose = analysis.document.prose
    var at = first - 1
    while at >= block.lowerBound, first - at <= 40 {
      if tokens[at].isPunctuation, tokens[at].length == 1 {
        switch prose[Int(tokens[at].start)] {
        case UInt8(ascii: ")"), UInt8(ascii: "]"): return false
        case UInt8(ascii: "("), UInt8(ascii: "["): return true
        default: break
        }
      }
      at -= 1
    }
    return false
  }

  /// A bracket, a comma and “meaning”, a dash: what follows says what it means.
  private func isGlossed(_ end: Int, _ block: Range<Int>, _ analysis: Analysis) -> Bool {
    guard end < block.upperBound else { return false }
    let tokens = analysis.layer.tokens
    let prose = analysis.document.prose
    var at = end
    if tokens[at].isPunctuation {
      let mark = prose[Int(tokens[at].start)]
      if mark == UInt8(ascii: "(") || mark == UInt8(ascii: "[") { return true }
      guard mark == UInt8(ascii: ","), at + 1 < block.upperBound else { return false }
      at += 1
      return explaining.contains(tokens[at].key) || tokens[at].key == or
    }
    return explaining.contains(tokens[at].key)
  }
}
