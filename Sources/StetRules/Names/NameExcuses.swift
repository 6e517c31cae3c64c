import StetLanguage

/// Where an old or another spelling of a name is right: in longer names, in titles, where the text tells of it.
enum NameExcuses {
  /// Part of a longer name (Kiev Ballet, Chicken Kiev, Odessa, Texas), or a title in quotation marks.
  static func holds(
    _ mention: Range<Int>, isPlace: Bool, _ block: Range<Int>, _ analysis: Analysis
  ) -> Bool {
    let tokens = analysis.layer.tokens
    if let span = quotation(holding: mention.lowerBound, analysis), span.tokens.count <= 10 { return true }
    if isTold(mention, block, analysis) { return true }
    guard isPlace else { return false }
    if mention.upperBound < block.upperBound {
      let next = tokens[mention.upperBound]
      if next.isWord, next.isCapitalized, next.spaceBefore { return true }
      if next.isPunctuation, !next.spaceBefore, isHyphen(next, analysis) { return true }
      // “Odessa, Texas” is another town; “Odesa, Ukraine” and “Odesa, Warsaw and Minsk” are not.
      if analysis.isMark(next, ","), mention.upperBound + 1 < block.upperBound {
        let land = tokens[mention.upperBound + 1]
        let isListed = analysis.places.all.contains {
          $0.first == mention.upperBound + 1 && ($0.sense == .country || $0.sense == .capital)
        }
        if land.isWord, land.isCapitalized, !isListed { return true }
      }
    }
    // “Peking duck”: the word that an old name lives on in.
    if mention.upperBound < block.upperBound,
      frozen.contains(analysis.words.string(tokens[mention.upperBound].key))
    {
      return true
    }
    guard mention.lowerBound > block.lowerBound else { return false }
    let before = tokens[mention.lowerBound - 1]
    // “University of Madras”, “Bank of Baroda”
    if mention.lowerBound - 2 >= block.lowerBound, analysis.words.string(before.key) == "of" {
      let head = tokens[mention.lowerBound - 2]
      return head.isWord && head.isCapitalized
        && !analysis.lexicon.has(head.key, [.functionWord, .personRole])
    }
    return before.isWord && before.isCapitalized
      && !analysis.lexicon.has(before.key, [.functionWord, .title, .personRole])
  }

  /// Whether the text tells of the other name: “Myanmar, formerly Burma”, “Kolkata (Calcutta)”.
  private static func isTold(
    _ mention: Range<Int>, _ block: Range<Int>, _ analysis: Analysis
  ) -> Bool {
    let tokens = analysis.layer.tokens
    guard mention.lowerBound > block.lowerBound else { return false }
    let before = tokens[mention.lowerBound - 1]
    if before.isPunctuation, mention.upperBound < block.upperBound {
      let prose = analysis.document.prose
      return prose[Int(before.start)] == UInt8(ascii: "(")
        && prose[Int(tokens[mention.upperBound].start)] == UInt8(ascii: ")")
    }
    if earlier.contains(analysis.words.string(before.key)) { return true }
    return (max(block.lowerBound, mention.lowerBound - 3)..<mention.lowerBound).contains {
      naming.contains(analysis.words.string(tokens[$0].key))
    }
  }

  private static func isHyphen(_ token: Token, _ analysis: Analysis) -> Bool {
    analysis.document.prose[Int(token.start)] == UInt8(ascii: "-")
  }

  private static func quotation(holding token: Int, _ analysis: Analysis) -> Quotation? {
    analysis.quotations.spans.first { $0.tokens.contains(token) && $0.close != nil }
  }
}

/// Words directly before a name of former days.
private let earlier: Set<String> = [
  "formerly", "previously", "once", "then", "former", "old", "or", "became",
]
/// Words shortly before a name that is spoken of as a name.
private let naming: Set<String> = [
  "known", "called", "named", "renamed", "name", "names", "spelled", "spelt",
]

/// Nouns that keep an old spelling: Peking duck, Bombay mix, Madras curry, Chicken Kiev (by its capital).
private let frozen: Set<String> = [
  "duck", "mix", "curry", "gin", "cat", "cats", "opera", "man", "check", "checks", "cotton", "cloth", "shirt",
  "shirts",
  "jacket", "cutlet", "cutlets", "cake", "potatoes", "salad", "rice", "virus", "mutation", "blinds",
]
