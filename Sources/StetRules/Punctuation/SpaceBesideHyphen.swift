import StetDocument
import StetLanguage
import StetLint

struct SpaceBesideHyphen: MarkRule {
  static let metadata = RuleMetadata(
    id: "space-beside-hyphen", family: .punctuation, severity: .warning,
    summary: "A hyphen with a space on one side", aliases: ["range-or-dash-misuse"])
  static let pairs = [BytePair(.hyphen, .blank), BytePair(.blank, .hyphen)]

  init(_ lexicon: Lexicon) {}

  func look(_ at: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    guard around.kind == .paragraph || around.kind == .quotation || around.kind == .listItem else { return }
    let start: Int
    let end: Int
    let gap: ProseRange
    if around.isAny(at, .blank) {
      // “self- motivated”
      let next = around.skipBlanks(from: at)
      start = around.wordStart(before: at - 1)
      end = around.wordEnd(from: next)
      gap = ProseRange(at, next)
      guard at - 1 - start > 1, around.isKnown(start, at - 1), !isSuspended(next, end, around),
        around.isGap(start - 1) || around.isAny(start - 1, [.hyphen, .quote, .open]),
        around.isLowerWord(next, end), end - next > 2, around.isKnown(next, end)
      else { return }
    } else {
      // “US -led”
      let before = around.skipBlanks(before: at)
      start = around.chunk(before - 1 >= around.lower ? before - 1 : before).lowerBound
      end = around.wordEnd(from: at + 1)
      gap = ProseRange(before, at)
      guard before > around.lower, around.isAny(before - 1, [.letter, .digit]),
        !around.wordClass(start, before).contains(.functionWord),
        around.isLowerWord(at + 1, end), hangs(at + 1, end, around), around.isKnown(at + 1, end)
      else { return }
    }
    found.add(
      "“\(around.string(start, end))” has a space beside its hyphen. Delete the space, or set a dash.", start,
      end,
      fixes: [ProposedFix("Delete the space", [(gap, "")], .review)])
  }

  /// The first half of “two- and three-year”, “mid- to late”, “open- over closed-source”: a small word follows.
  private func isSuspended(_ start: Int, _ end: Int, _ around: ProseWindow) -> Bool {
    !around.wordClass(start, end).isDisjoint(with: [.functionWord, .preposition, .coordinator, .subordinator])
      || ["versus", "plus", "rather", "und"].contains(around.string(start, end))
  }

  /// A word that follows a hyphen to make an adjective: -led, -based, -winning; “-ing” itself is none.
  private func hangs(_ start: Int, _ end: Int, _ around: ProseWindow) -> Bool {
    guard end - start > 2, around.isGap(end) || around.isAny(end, [.comma, .stop]) else { return false }
    let word = around.string(start, end)
    if word == "ing" || word == "ness" || word == "less" { return false }
    return Self.tails.contains(word) || (word.count > 4 && (word.hasSuffix("ed") || word.hasSuffix("ing")))
  }

  private static let tails: Set<String> = [
    "led", "run", "old", "year", "born", "made", "wide", "style", "like", "long", "free", "owned", "held",
    "time",
    "term", "level", "based", "backed", "elect", "class", "day", "month", "week", "hour", "minute", "mile",
  ]
}
