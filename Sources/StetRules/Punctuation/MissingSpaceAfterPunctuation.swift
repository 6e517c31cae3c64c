import StetDocument
import StetLanguage
import StetLint

struct MissingSpaceAfterPunctuation: MarkRule {
  static let metadata = RuleMetadata(
    id: "missing-space-after-punctuation", family: .punctuation, severity: .warning,
    summary: "A comma, full stop or other mark with no space after it")
  static let pairs = [
    BytePair(.comma, .letter), BytePair([.stop, .outcry], .upper), BytePair([.semicolon, .colon], .letter),
  ]

  init(_ lexicon: Lexicon) {}

  func look(_ at: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    let mark = at - 1
    let left = around.wordStart(before: mark)..<mark
    let right = at..<around.wordEnd(from: at)
    let chunk = around.chunk(mark)
    guard isFree(left, right, chunk, around) else { return }
    let applicability: Fix.Applicability?
    switch around[mark] {
    case UInt8(ascii: ","): applicability = comma(left, right, chunk, around) ? .safe : nil
    case UInt8(ascii: ";"):
      applicability = left.count > 2 && isWord(left, around) && isWord(right, around) ? .review : nil
    case UInt8(ascii: ":"):
      applicability = left.count > 2 && isWord(left, around) && isSmallWord(right, around) ? .review : nil
    default: applicability = sentences(left, right, around) ? .review : nil
    }
    guard let applicability else { return }
    let fix = ProposedFix("Put a space after the mark", [(ProseRange(at, at), " ")], applicability)
    let shown = around.string(min(left.lowerBound, mark), right.upperBound)
    found.add(
      "“\(shown)” has no space after the mark. Put one there.", min(left.lowerBound, mark), right.upperBound,
      fixes: [fix])
  }

  /// Between two plain words: no name of a file, address, formula, call or abbreviation.
  private func isFree(
    _ left: Range<Int>, _ right: Range<Int>, _ chunk: Range<Int>, _ around: ProseWindow
  ) -> Bool {
    guard !around.isTechnical(chunk) else { return false }
    let before =
      around.isGap(left.lowerBound - 1)
      || around.isAny(left.lowerBound - 1, [.quote, .hyphen, .apostrophe, .digit, .comma, .close])
      || around[left.lowerBound - 1] == UInt8(ascii: "(") || around.isAny(left.lowerBound - 1, .beyondASCII)
    let after =
      around.isGap(right.upperBound)
      || around.isAny(
        right.upperBound, [.comma, .semicolon, .colon, .outcry, .quote, .apostrophe, .hyphen, .close])
      || around.isAny(right.upperBound, .beyondASCII)
      || (around.isAny(right.upperBound, .stop) && around.isGap(right.upperBound + 1))
    // “f(a,b)”: the bracket opens right after a name.
    let isCall = around[left.lowerBound - 1] == UInt8(ascii: "(") && !around.isGap(left.lowerBound - 2)
    return before && after && !isCall
  }

  private func comma(
    _ left: Range<Int>, _ right: Range<Int>, _ chunk: Range<Int>, _ around: ProseWindow
  ) -> Bool {
    let commas = around.text[chunk].count { $0 == UInt8(ascii: ",") }
    // Keys, tags and columns are listed so.
    if commas > 2 { return false }
    if left.isEmpty {
      // After a figure or a closing mark.
      guard around.isAny(left.lowerBound - 1, [.digit, .close, .quote]) else { return false }
      return right.count > 2 && isSmallWord(right, around)
    }
    guard left.count > 1, right.count > 1 else { return false }
    let isName = around.isCapitalized(left.lowerBound, left.upperBound)
    return (isWord(left, around) || isName)
      && (isWord(right, around) || around.isCapitalized(right.lowerBound, right.upperBound))
  }

  /// The end of one sentence and the start of the next.
  private func sentences(_ left: Range<Int>, _ right: Range<Int>, _ around: ProseWindow) -> Bool {
    let isPronoun =
      right.count == 1
      && (around[right.lowerBound] == UInt8(ascii: "I") || around[right.lowerBound] == UInt8(ascii: "A"))
    guard isPronoun || around.isCapitalized(right.lowerBound, right.upperBound) else { return false }
    if isPronoun, !around.isAny(right.upperBound, .blank) { return false }
    let isSmall = isPronoun || isSmallWord(right, around)
    if left.isEmpty {
      return isSmall
        && (around.isAny(left.lowerBound - 1, [.close, .quote]) || isFigure(before: left.lowerBound, around))
    }
    guard left.count > 1 else { return false }
    let abbreviations: WordClass = [.abbreviation, .title]
    guard around.wordClass(left.lowerBound, left.upperBound).isDisjoint(with: abbreviations) else {
      return false
    }
    // “ASP.Net”, “Node.Js”: endings of names and files.
    if Self.endings.contains(around.string(right.lowerBound, right.upperBound).lowercased()) { return false }
    if around.isLowerWord(left.lowerBound, left.upperBound) {
      return isWord(left, around) && (isSmall || isKnownName(right, around) || goesOn(right, around))
    }
    guard around.isCapitalized(left.lowerBound, left.upperBound) || isAcronym(left, around) else {
      return false
    }
    if isSmall { return right.count > 1 || left.count > 3 }
    // Two names: the next word must go on as a sentence does.
    return left.count > 3 && isAcronym(left, around) == false && isWord(right, around)
      && goesOn(right, around)
      && !around.isGap(around.lower) && left.lowerBound > around.lower
  }

  private func isWord(_ word: Range<Int>, _ around: ProseWindow) -> Bool {
    word.count > 1 && around.isKnown(word.lowerBound, word.upperBound)
  }

  private func isSmallWord(_ word: Range<Int>, _ around: ProseWindow) -> Bool {
    around.wordClass(word.lowerBound, word.upperBound).contains(.functionWord)
  }

  private func isKnownName(_ word: Range<Int>, _ around: ProseWindow) -> Bool {
    word.count > 2 && isWord(word, around) && around.isAny(word.upperBound, [.blank, .comma, .apostrophe])
  }

  private func isAcronym(_ word: Range<Int>, _ around: ProseWindow) -> Bool {
    word.count > 1 && around.text[word].allSatisfy { $0 &- 0x41 < 26 }
  }

  /// A blank and a small letter come next.
  private func goesOn(_ word: Range<Int>, _ around: ProseWindow) -> Bool {
    around.isAny(word.upperBound, .blank) && around.isAny(word.upperBound + 1, .lower)
  }

  /// A year or a percentage at the end of a sentence; “3.The” is the number of a list item.
  private func isFigure(before at: Int, _ around: ProseWindow) -> Bool {
    around.isAny(at - 1, .percent)
      || (around.isAny(at - 1, .digit) && around.isAny(at - 2, .digit)
        && at - around.chunk(at - 1).lowerBound > 2 && around.chunk(at - 1).lowerBound > around.lower)
  }

  private static let endings: Set<String> = [
    "net", "com", "org", "js", "io", "py", "swift", "java", "app", "ai", "tv", "co", "inc", "md", "exe",
    "dll",
    "doc", "docx", "pdf", "txt", "xml", "json", "html", "php", "cs", "vb", "core", "go", "rs", "rb", "ts",
  ]
}
