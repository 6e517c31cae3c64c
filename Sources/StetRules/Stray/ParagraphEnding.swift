import StetDocument
import StetLanguage

/// How the paragraphs of a document end. What a missing full stop means depends on its neighbours: where all
/// others have one, it was lost; where none has, the text is a list, a poem or a script.
struct ParagraphEndings {
  enum Ending {
    /// A stop, question mark, exclamation mark, colon, semicolon or ellipsis, perhaps with closing marks.
    case stopped
    case comma
    /// A word or a figure.
    case word
    /// A dash, a bracket, a link, a smiley: says nothing.
    case other
  }

  private let analysis: Analysis
  private let tokens: [Token]
  private let prose: [UInt8]
  /// Paragraphs of running text that end with a stop, and those that do not.
  private var stopped = 0
  private var open = 0

  /// Bytes from which a paragraph is running text and not a line of a list.
  private static let runningLength = 60

  init(_ analysis: Analysis) {
    self.analysis = analysis
    tokens = analysis.layer.tokens
    prose = analysis.document.prose
    for (number, block) in analysis.document.blocks.enumerated() where isRunningText(number) {
      guard block.prose.count >= Self.runningLength else { continue }
      if case .stopped = ending(number) { stopped += 1 } else { open += 1 }
    }
  }

  /// Whether a paragraph without a stop is an exception: the others have one, or those within it show that
  /// the text is written in sentences.
  func isException(_ number: Int) -> Bool {
    guard open <= 1 || open * 8 <= stopped + 7 else { return false }
    return stopped + innerStops(number) >= 2
  }

  private func innerStops(_ number: Int) -> Int {
    analysis.layer.blocks[number].dropLast(3).dropFirst(4).count { isStop(tokens[$0]) }
  }

  /// A paragraph; also a line that the reader took for a headline although it holds a whole sentence and more.
  func isRunningText(_ number: Int) -> Bool {
    let block = analysis.document.blocks[number]
    let range = analysis.layer.blocks[number]
    switch block.kind {
    case .paragraph: return !range.isEmpty && !startsLikeListItem(range)
    case .headline: return block.level == 0 && innerStops(number) > 0
    default: return false
    }
  }

  func ending(_ number: Int) -> Ending {
    let range = analysis.layer.blocks[number]
    var at = range.upperBound - 1
    while at >= range.lowerBound, isCloser(tokens[at]) { at -= 1 }
    guard at >= range.lowerBound else { return .other }
    let token = tokens[at]
    let last = prose[Int(token.end) - 1]
    switch token.kind {
    case .word, .number:
      if last == UInt8(ascii: ".") { return .stopped }
      return at + 1 == range.upperBound ? .word : .other
    case .punctuation:
      if last == UInt8(ascii: ",") { return .comma }
      if ".!?:;".utf8.contains(last) || (token.length == 3 && last == 0xA6) { return .stopped }
      return .other
    default: return .other
    }
  }

  /// Whether the next paragraph carries on: it starts with a small letter, or is a list or a table.
  func isCarriedOn(after number: Int) -> Bool {
    let next = number + 1
    let blocks = analysis.document.blocks
    if case .markdown = analysis.document.format, hasContent(after: number) { return true }
    guard next < blocks.count else { return false }
    switch blocks[next].kind {
    case .listItem, .tableCell, .quotation: return true
    default: break
    }
    guard let first = analysis.layer.blocks[next].first else { return true }
    return !tokens[first].isCapitalized && !isQuotationMark(tokens[first])
      || startsLikeListItem(analysis.layer.blocks[next])
  }

  /// Whether something that is no prose follows in the source: code, a picture, data at the head of a file.
  private func hasContent(after number: Int) -> Bool {
    let document = analysis.document
    let blocks = document.blocks
    let start = document.source(blocks[number].prose).upper
    let end =
      number + 1 < blocks.count
      ? document.source(blocks[number + 1].prose).lower : document.source.bytes.count
    guard start < end else { return false }
    let gap = document.source.bytes[start..<end].drop { $0 != 0x0A }
    return !gap.allSatisfy { $0 <= 0x20 || "#>*_[".utf8.contains($0) }
  }

  /// “* one”, “— two”, “1) three”
  private func startsLikeListItem(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    let token = tokens[first]
    switch token.kind {
    case .symbol, .emoji, .placeholder, .url: return true
    case .punctuation: return !isQuotationMark(token) && !"([".utf8.contains(prose[Int(token.start)])
    case .number: return range.count > 1 && tokens[first + 1].isPunctuation && !tokens[first + 1].spaceBefore
    default: return false
    }
  }

  private func isStop(_ token: Token) -> Bool {
    token.isPunctuation && token.length == 1 && ".!?".utf8.contains(prose[Int(token.start)])
  }

  private func isQuotationMark(_ token: Token) -> Bool {
    guard token.isPunctuation else { return false }
    let first = prose[Int(token.start)]
    if token.length == 3, first == 0xE2 {
      return prose[Int(token.start) + 2] >= 0x98 && prose[Int(token.start) + 2] <= 0x9F
    }
    return first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
  }

  private func isCloser(_ token: Token) -> Bool {
    guard token.isPunctuation else { return false }
    return isQuotationMark(token) || ")]".utf8.contains(prose[Int(token.start)])
  }
}
