import StetDocument
import StetLanguage
import StetLint

struct DoublePunctuation: MarkRule {
  static let metadata = RuleMetadata(
    id: "double-punctuation", family: .punctuation, severity: .warning,
    summary: "Two marks in a row that cannot stand together, such as “,,” or “..”", languages: .any)
  static let pairs = [
    BytePair([.comma, .semicolon], [.comma, .stop, .semicolon, .colon, .outcry]),
    BytePair(.stop, [.comma, .stop, .semicolon, .colon]),
    BytePair(.colon, [.comma, .stop, .semicolon]),
    BytePair(.blank, .comma),
  ]

  init(_ lexicon: Lexicon) {}

  func look(_ at: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    var start = at - 1
    if around.isAny(start, .blank) {
      // “, ,”
      start = around.skipBlanks(before: at) - 1
      guard around.isAny(start, .comma) else { return }
    }
    let first = around[start]
    let second = around[at]
    guard ends(at + 1, around), follows(start, around), !isAbbreviation(start, at, around) else { return }
    let chunk = around.chunk(at)
    guard !around.isTechnical(chunk) else { return }
    let pair = "\(Character(Unicode.Scalar(first)))\(Character(Unicode.Scalar(second)))"
    let isLast = around.skipBlanks(from: at + 1) == around.upper
    let choices: [String]
    let applicability: Fix.Applicability
    if first == second {
      let mark = String(Character(Unicode.Scalar(first)))
      choices = first == UInt8(ascii: ".") ? [".", "..."] : [mark]
      applicability = first == UInt8(ascii: ".") ? .review : .safe
    } else {
      let marks = [first, second].map { String(Character(Unicode.Scalar($0))) }
      choices =
        isLast ? ["."] : startsSentence(at + 1, around) ? marks.reversed().sorted { a, _ in a == "." } : marks
      applicability = .review
    }
    let range = ProseRange(start, at + 1)
    found.add(
      "“\(pair)”: one of the two marks is too many. Keep the one that is meant.", start, at + 1,
      fixes: choices.map { .replace(range, with: $0, applicability) })
  }

  /// After the pair comes a blank, a closing mark or nothing.
  private func ends(_ at: Int, _ around: ProseWindow) -> Bool {
    if around.isGap(at) || around.isAny(at, [.quote, .close]) { return true }
    guard let scalar = around.scalar(at: at) else { return true }
    return scalar == "”" || scalar == "’"
  }

  /// Before it a word, a figure or a closing mark.
  private func follows(_ start: Int, _ around: ProseWindow) -> Bool {
    if around.isAny(start - 1, [.letter, .digit, .quote]) { return true }
    if around[start - 1] == UInt8(ascii: ")") { return true }
    guard let scalar = around.scalar(before: start) else { return false }
    return scalar.properties.isAlphabetic || scalar == "”"
  }

  /// A full stop that belongs to an abbreviation may have a comma after it: Inc., D.C., a.m.;
  private func isAbbreviation(_ start: Int, _ at: Int, _ around: ProseWindow) -> Bool {
    guard around.isAny(start, .stop) else {
      // “etc,.” and the like are faults in any case; “U.S,.” too.
      return false
    }
    if around.isAny(at, .stop) { return false }
    let wordStart = around.wordStart(before: start)
    let length = start - wordStart
    // After a figure or a closing mark no abbreviation can stand, but an ordinal of other languages.
    if length == 0 { return around.isAny(start - 1, .digit) }
    guard length > 3,
      around.isGap(wordStart - 1) || around.isAny(wordStart - 1, [.quote, .open, .hyphen, .apostrophe])
    else { return true }
    let abbreviations: WordClass = [.abbreviation, .abbreviationBeforeName, .title, .list, .state]
    if !around.wordClass(wordStart, start).isDisjoint(with: abbreviations) { return true }
    if Self.abbreviations.contains(around.string(wordStart, start).lowercased()) { return true }
    if around.isLowerWord(wordStart, start) { return !around.isKnown(wordStart, start) }
    return length < 7 || !around.isCapitalized(wordStart, start)
  }

  private func startsSentence(_ at: Int, _ around: ProseWindow) -> Bool {
    around.isAny(around.skipBlanks(from: at), .upper)
  }

  /// Shortened words that are not in the lexicon, since they are never read as the end of a sentence.
  private static let abbreviations: Set<String> = [
    "approx", "assn", "assoc", "bros", "chap", "chaps", "comp", "cont", "corp", "dept", "dist", "esp", "eds",
    "excl", "figs", "govt", "hosp", "ibid", "incl", "insp", "intl", "misc", "natl", "orig", "perf", "pref",
    "publ", "resp", "secy", "spec", "suppl", "supt", "tech", "temp", "trans", "univ", "viz", "vols", "minn",
    "mass", "wash", "conn", "penn", "tenn", "calif", "messrs", "prof", "capt", "illus", "abbr", "abbrev",
  ]
}
