import StetDocument

extension Analysis {
  /// Every word that no dictionary knows, names too, with its place: what a house dictionary is made from. Without what
  /// is no word of running text: clitics, code, file names, letters on figures.
  package var listedUnknownWords: [(text: String, range: ProseRange)] {
    switch speller.dictionaries.kind {
    case .absent: return []
    case .foreign: return shared(ForeignWords.init).unknown.map { ($0.text, $0.range) }
    case .english: break
    }
    let tokens = layer.tokens
    let lexicon = lexicon
    let house = shared(HousePlaces.init)
    return tokens.indices.compactMap { at in
      let token = tokens[at]
      guard token.isWord, token.length > 1, !lexicon.has(token.key, .functionWord), !isKnown(token),
        !house.covers(at), hasWordLetters(token), !isGlued(at, tokens)
      else { return nil }
      return (string(token), token.range)
    }
  }

  /// Begins with a letter and holds two at least.
  private func hasWordLetters(_ token: Token) -> Bool {
    let bytes = document.prose[token.range.indices]
    guard let first = bytes.first, first != UInt8(ascii: "'"), first != 0xE2, !isNegation(bytes) else {
      return false
    }
    return bytes.count { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0xC3 } > 1
  }

  /// n't
  private func isNegation(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, first | 0x20 == UInt8(ascii: "n"),
      bytes.last.map({ $0 | 0x20 }) == UInt8(ascii: "t")
    else { return false }
    return bytes.count == 3 && bytes.contains(0x27) || bytes.count == 5 && bytes.contains(0xE2)
  }

  private func isGlued(_ at: Int, _ tokens: [Token]) -> Bool {
    let prose = document.prose
    let marks = "/@#_\\=<>{}*^~|.".utf8
    if at > 0, !tokens[at].spaceBefore, tokens[at - 1].end == tokens[at].start {
      let before = prose[Int(tokens[at].start) - 1]
      if marks.contains(before) || before &- 0x30 < 10 { return true }
    }
    guard at + 1 < tokens.count, !tokens[at + 1].spaceBefore, tokens[at + 1].start == tokens[at].end else {
      return false
    }
    let next = prose[Int(tokens[at + 1].start)]
    if next == UInt8(ascii: ".") {
      return at + 2 < tokens.count && !tokens[at + 2].spaceBefore && tokens[at + 2].isWord
    }
    return marks.contains(next) || next &- 0x30 < 10
  }
}
