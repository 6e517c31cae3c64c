/// `spelling`: words that no dictionary knows.
struct Spelling: BlockCheck {
  /// Patterns of words that are not looked up.
  let filters: [Pattern]
  /// Whether words in camel case, words that end in capitals and words with figures are left out, too.
  let usesStandardFilters: Bool
  /// Accepted words, in the case in which they stand in the lists.
  let accepted: Set<String>
  let exceptions: Exceptions
  let suggests: Bool
  let alternatives: [Alternative] = []
  var wantsAllBlocks: Bool { true }

  func check(_ block: TextBlock, candidates: [Int], _ run: DocumentRun) {
    block.text.withUnsafeBufferPointer { text in
      var at = 0
      while at < text.count {
        while at < text.count, TextBlock.isBlank(text[at]) { at += 1 }
        let start = at
        while at < text.count, !TextBlock.isBlank(text[at]) { at += 1 }
        let range = Self.word(text, start..<at)
        if !range.isEmpty { check(range, text, block, run) }
      }
    }
  }

  private func check(
    _ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, _ block: TextBlock, _ run: DocumentRun
  ) {
    let written = String(decoding: text[range], as: UTF8.self)
    let word = String(
      String.UnicodeScalarView(written.unicodeScalars.map { $0 == "’" || $0 == "‘" ? "'" : $0 }))
    if usesStandardFilters, Self.isLeftOut(word) { return }
    if filters.contains(where: { run.matcher.matches($0, word) }) { return }
    if accepted.contains(word) || accepted.contains(word.lowercased()) || run.speller.isKnown(word) { return }
    if exceptions.match(word, run.matcher) || exceptions.hold(range, in: text, run.matcher) { return }
    run.report(block, range, words: [word], replacements: suggests ? run.speller.suggestions(word) : [])
  }

  /// Without the marks around it.
  private static func word(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    // “ ” ‘ ’ are E2 80 98 to E2 80 9D.
    func isQuote(_ at: Int) -> Bool {
      at >= lower && at + 2 < upper && text[at] == 0xE2 && text[at + 1] == 0x80
        && (0x98...0x9D).contains(text[at + 2])
    }
    while lower < upper {
      if "$([\"'{<".utf8.contains(text[lower]) {
        lower += 1
      } else if isQuote(lower) {
        lower += 3
      } else {
        break
      }
    }
    while upper > lower {
      if ",)\"]!;.?:'}>".utf8.contains(text[upper - 1]) {
        upper -= 1
      } else if upper - 3 >= lower, text[upper - 3] == 0xE2, text[upper - 2] == 0x80,
        (0x98...0x9D).contains(text[upper - 1])
      {
        upper -= 3
      } else {
        break
      }
    }
    return lower..<upper
  }

  /// Signs and figures within, capitals at the end, capitals inside.
  static func isLeftOut(_ word: String) -> Bool {
    let scalars = Array(word.unicodeScalars)
    guard scalars.allSatisfy({ $0.properties.isAlphabetic || $0 == "'" || $0 == "_" }) else { return true }
    guard let last = scalars.last, !last.properties.isUppercase else { return true }
    return hasCamelCase(scalars.map { $0.isASCII ? UInt8($0.value) : 0 })
  }

  /// A capital, small letters, a capital, and a letter or figure behind it.
  private static func hasCamelCase(_ word: [UInt8]) -> Bool {
    func isCapital(_ at: Int) -> Bool { at < word.count && (0x41...0x5A).contains(word[at]) }
    for start in word.indices where isCapital(start) {
      var at = start + 1
      while at < word.count, (0x61...0x7A).contains(word[at]) { at += 1 }
      if at > start + 1, isCapital(at), at + 1 < word.count, word[at + 1] > 0x2F, word[at + 1] != 0x27 {
        return true
      }
    }
    return false
  }
}
