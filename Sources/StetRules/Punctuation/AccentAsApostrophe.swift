import StetDocument
import StetLanguage
import StetLint

struct AccentAsApostrophe: MarkRule, CharacterRule {
  static let metadata = RuleMetadata(
    id: "accent-as-apostrophe", family: .punctuation, severity: .warning,
    summary: "An accent or a prime in place of an apostrophe: don`t")
  static let pairs = [BytePair(.letter, .grave)]
  /// The acute accent and the prime.
  static let characters: [ClosedRange<UInt32>] = [0xB4...0xB4, 0x2032...0x2032]

  init(_ lexicon: Lexicon) {}

  func look(_ at: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    guard !around.isAny(around.wordEnd(from: at + 1), .grave) else { return }
    look(from: at, to: at + 1, around, &found)
  }

  func look(
    _ scalar: Unicode.Scalar, _ at: Int, _ end: Int, _ around: ProseWindow, _ found: inout ScanFindings
  ) {
    guard around.isAny(at - 1, .letter) else { return }
    look(from: at, to: end, around, &found)
  }

  private func look(
    from mark: Int, to next: Int, _ around: ProseWindow, _ found: inout ScanFindings
  ) {
    let end = around.wordEnd(from: next)
    guard Clitic.isTail(next, end, of: around) else { return }
    let start = around.wordStart(before: mark)
    // “A′s” is a prime in a formula.
    guard mark - start > 1 || around.isAny(start, .upper) && around[start] == UInt8(ascii: "I") else {
      return
    }
    found.add(
      Clitic.message(around.string(start, end)), start, end,
      fixes: [.replace(ProseRange(mark, next), with: "'", .safe)])
  }
}

/// What may follow an apostrophe within a word.
enum Clitic {
  /// Whether the letters are a clitic: 's 're 've 'll 'd 'm, or the t of n't.
  static func isTail(_ start: Int, _ end: Int, of around: ProseWindow) -> Bool {
    guard end > start, end - start < 3 else { return false }
    return ["s", "re", "ve", "ll", "d", "m", "t"].contains(around.string(start, end).lowercased())
  }

  static func message(_ word: String) -> String {
    "“\(word)” has an accent where an apostrophe belongs. Set an apostrophe."
  }
}
