import StetDocument
import StetLanguage

/// Slots that are words: a row of X, TK (“to come”), NaN, undefined, TITLE TBC.
struct CrossSlots: Sendable {
  /// Before a Roman twenty or thirty, or the size and the rating that are written alike.
  private let roman: WordSet
  /// After them.
  private let afterRoman: WordSet
  private let unfinished: WordSet
  private let months: WordSet
  private let gapMarks: WordSet
  /// Verbs after which something may stay undefined.
  private let leaving: WordSet
  private let undefined: WordKey
  private let nan: WordKey
  private let tk: WordSet

  init(_ lexicon: Lexicon) {
    roman = WordSet(
      """
      the an a this that chapter part volume size class type article section figure appendix number no act book \
      century page grade model or and chromosome chromosomes from
      """, lexicon)
    afterRoman = WordSet(
      "century centuries chromosome chromosomes male males female females and or rated size sized film films",
      lexicon)
    unfinished = WordSet(
      "title headline date name venue time place location caption details price score quote figure byline",
      lexicon)
    months = WordSet(
      "january february march april may june july august september october november december", lexicon)
    gapMarks = WordSet("tbc tbd tba tk tktk", lexicon)
    leaving = WordSet(
      """
      left leave leaves leaving remain remains remained remaining stay stays stayed keep keeps kept still largely \
      so or and but as an a the is are was were be been being seems seemed not too term terms deliberately
      """, lexicon)
    undefined = lexicon.key("undefined")
    nan = lexicon.key("nan")
    tk = WordSet("tk tktk tktktk", lexicon)
  }

  func find(_ analysis: Analysis) -> [ProseRange] {
    let tokens = analysis.layer.tokens
    let prose = analysis.document.prose
    var found: [ProseRange] = []
    for block in analysis.layer.blocks {
      for at in block where tokens[at].isWord {
        let token = tokens[at]
        switch prose[Int(token.start)] {
        case UInt8(ascii: "X"), UInt8(ascii: "x"):
          guard token.length >= 2, token.length <= 8, isRow(prose, token) else { continue }
          if let range = row(tokens, at, block, prose), found.last?.overlaps(range) != true {
            found.append(range)
          }
        case UInt8(ascii: "T"):
          if tk.contains(token.key), token.shape == .upper, isToCome(tokens, at, block) {
            found.append(token.range)
          }
          if gapMarks.contains(token.key), token.shape == .upper, at > block.lowerBound,
            tokens[at - 1].shape == .upper, unfinished.contains(tokens[at - 1].key)
          {
            found.append(analysis.range(at - 1..<at + 1))
          }
        case UInt8(ascii: "N"):
          // Neither nan bread nor somebody's grandmother is written so.
          if token.key == nan, token.shape == .mixed, analysis.kind != .docs { found.append(token.range) }
        case UInt8(ascii: "u"):
          if token.key == undefined, isValue(tokens, at, block, analysis) { found.append(token.range) }
        default: continue
        }
      }
    }
    return found
  }

  private func isRow(_ prose: [UInt8], _ token: Token) -> Bool {
    let first = prose[Int(token.start)]
    return prose[token.range.indices].allSatisfy { $0 == first }
  }

  /// A row of X in the place of a figure or a name.
  private func row(_ tokens: [Token], _ at: Int, _ block: Range<Int>, _ prose: [UInt8]) -> ProseRange? {
    let token = tokens[at]
    if let date = date(tokens, at, block, prose) { return date }
    guard token.shape == .upper else { return nil }
    let before = at > block.lowerBound ? tokens[at - 1] : nil
    let after = at + 1 < block.upperBound ? tokens[at + 1] : nil
    if let after, !after.spaceBefore {
      let mark = prose[Int(after.start)]
      if mark == UInt8(ascii: "%") { return token.range }
      // A part of a name: XX-204, XXX's.
      if after.isWord || ":-/'_&".utf8.contains(mark) && mark != UInt8(ascii: "'") { return nil }
    }
    if let before, !token.spaceBefore {
      let mark = prose[Int(before.start)]
      let isCurrency =
        mark == UInt8(ascii: "$") || mark == 0xE2 && prose[Int(before.start) + 1] == 0x82 || mark == 0xC2
      if isCurrency { return ProseRange(Int(before.start), Int(token.end)) }
      if !before.isPunctuation || "-/_&.".utf8.contains(mark) { return nil }
    }
    if token.length >= 4 { return token.range }
    // XX and XXX are Roman as well: they stand after names, before “century” and after “the”.
    guard let after, after.isLower || months.contains(after.key), !afterRoman.contains(after.key) else {
      return nil
    }
    guard let before else { return token.range }
    if before.isPunctuation {
      return before.length == 1 && prose[Int(before.start)] == UInt8(ascii: ",") ? token.range : nil
    }
    return before.isLower && !roman.contains(before.key) ? token.range : nil
  }

  /// XX/XX, XX.XX.2025, 2025-XX-XX, XX:XX.
  private func date(_ tokens: [Token], _ at: Int, _ block: Range<Int>, _ prose: [UInt8]) -> ProseRange? {
    var (from, to) = (at, at)
    var figures = 0
    var rows = 1
    func isPart(_ index: Int) -> Bool {
      guard block.contains(index) else { return false }
      if case .number = tokens[index].kind {
        figures += 1
        return true
      }
      guard tokens[index].isWord, prose[Int(tokens[index].start)] | 0x20 == UInt8(ascii: "x"),
        isRow(prose, tokens[index])
      else { return false }
      rows += 1
      return true
    }
    func isSeparator(_ index: Int) -> Bool {
      block.contains(index) && !tokens[index].spaceBefore && tokens[index].length == 1
        && "-/.:".utf8.contains(prose[Int(tokens[index].start)])
    }
    while !tokens[from].spaceBefore, isSeparator(from - 1), isPart(from - 2) { from -= 2 }
    while isSeparator(to + 1), block.contains(to + 2), !tokens[to + 2].spaceBefore, isPart(to + 2) { to += 2 }
    // “XX-204” is the number of a ship.
    guard rows >= 2 || figures >= 2 else { return nil }
    return ProseRange(Int(tokens[from].start), Int(tokens[to].end))
  }

  /// “has TK members”: not TK Maxx, and not TK 500 (taka).
  private func isToCome(_ tokens: [Token], _ at: Int, _ block: Range<Int>) -> Bool {
    if tokens[at].length > 2 { return true }
    if at + 1 < block.upperBound {
      let after = tokens[at + 1]
      if case .number = after.kind { return false }
      if after.isCapitalized || !after.spaceBefore && !after.isPunctuation { return false }
    }
    guard at > block.lowerBound else { return false }
    let before = tokens[at - 1]
    return before.isLower && tokens[at].spaceBefore
  }

  /// “beat undefined by two goals”: no adjective.
  private func isValue(_ tokens: [Token], _ at: Int, _ block: Range<Int>, _ analysis: Analysis) -> Bool {
    guard at > block.lowerBound, at + 1 < block.upperBound, analysis.kind != .docs else { return false }
    let (before, after) = (tokens[at - 1], tokens[at + 1])
    guard before.isWord, !leaving.contains(before.key), before.isLower || before.isCapitalized else {
      return false
    }
    let tags = analysis.tags
    let next = tags[at + 1].universal
    guard next != .noun, next != .adjective, next != .properNoun else { return false }
    let previous = tags[at - 1].universal
    guard after.isPunctuation || after.isWord || after.kind == .number else { return false }
    return previous == .verb || previous == .adposition
  }
}
