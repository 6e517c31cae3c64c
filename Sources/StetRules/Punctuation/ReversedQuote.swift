import StetDocument
import StetLanguage
import StetLint

struct ReversedQuote: CharacterRule {
  static let metadata = RuleMetadata(
    id: "reversed-quote", family: .punctuation, severity: .warning,
    summary: "A curly quotation mark that turns the wrong way")
  static let characters: [ClosedRange<UInt32>] = [0x201C...0x201D]

  init(_ lexicon: Lexicon) {}

  func look(
    _ scalar: Unicode.Scalar, _ at: Int, _ end: Int, _ around: ProseWindow, _ found: inout ScanFindings
  ) {
    let isBefore = around.isGap(at - 1) || around[at - 1] == UInt8(ascii: "(")
    let isAfter = around.isGap(end) || around.isAny(end, [.comma, .stop, .semicolon, .outcry])
    if scalar == "”" {
      guard isBefore, around.isAny(end, [.letter, .digit]) else { return }
      add("“", at, end, around, &found)
    } else {
      guard isAfter, !isBefore, around.isAny(at - 1, [.letter, .comma, .stop, .outcry]),
        !usesLowMarks(near: at, around)
      else { return }
      add("”", at, end, around, &found)
    }
  }

  /// German and its neighbours close with “.
  private func usesLowMarks(near at: Int, _ around: ProseWindow) -> Bool {
    around.near(at).contains { around[$0] == 0xE2 && around[$0 + 1] == 0x80 && around[$0 + 2] == 0x9E }
  }

  private func add(
    _ right: String, _ at: Int, _ end: Int, _ around: ProseWindow, _ found: inout ScanFindings
  ) {
    found.add(
      "This quotation mark turns the wrong way. Turn it.", at, end,
      fixes: [.replace(ProseRange(at, end), with: right, .safe, title: "Turn the mark")])
  }
}

struct ReversedApostrophe: CharacterRule {
  static let metadata = RuleMetadata(
    id: "reversed-apostrophe", family: .punctuation, severity: .warning,
    summary: "An opening single mark where an apostrophe belongs: don‘t, the ‘90s")
  static let characters: [ClosedRange<UInt32>] = [0x2018...0x2018]

  init(_ lexicon: Lexicon) {}

  func look(
    _ scalar: Unicode.Scalar, _ at: Int, _ end: Int, _ around: ProseWindow, _ found: inout ScanFindings
  ) {
    let stop = around.wordEnd(from: end)
    if around.isAny(at - 1, .letter) {
      guard Clitic.isTail(end, stop, of: around) else { return }
      add(around.wordStart(before: at), stop, at, end, around, &found)
    } else if around.isAny(end, .digit), around.isAny(end + 1, .digit), around[end + 2] == UInt8(ascii: "s"),
      !around.isAny(end + 3, [.letter, .digit]), !closes(end + 3, around)
    {
      add(at, end + 3, at, end, around, &found)
    } else if around.isGap(at - 1), ["em", "til", "cause", "tis", "twas"].contains(around.string(end, stop)),
      !closes(stop, around)
    {
      add(at, stop, at, end, around, &found)
    }
  }

  /// A closing single mark further on.
  private func closes(_ from: Int, _ around: ProseWindow) -> Bool {
    var at = from
    let end = around.near(from).upperBound
    while at + 2 < end {
      if around[at] == 0xE2, around[at + 1] == 0x80, around[at + 2] == 0x99, !around.isAny(at + 3, .letter) {
        return true
      }
      at += 1
    }
    return false
  }

  private func add(
    _ start: Int, _ stop: Int, _ at: Int, _ end: Int, _ around: ProseWindow, _ found: inout ScanFindings
  ) {
    found.add(
      "“\(around.string(start, stop))” has an opening mark where an apostrophe belongs. Turn it.", start,
      stop,
      fixes: [.replace(ProseRange(at, end), with: "’", .safe, title: "Set an apostrophe")])
  }
}

struct NestedSameQuotes: CharacterRule {
  static let metadata = RuleMetadata(
    id: "nested-same-quotes", family: .punctuation, severity: .note,
    summary: "Double quotation marks inside double quotation marks")
  static let characters: [ClosedRange<UInt32>] = [0x201C...0x201C]

  init(_ lexicon: Lexicon) {}

  func look(
    _ scalar: Unicode.Scalar, _ at: Int, _ end: Int, _ around: ProseWindow, _ found: inout ScanFindings
  ) {
    guard depth(around.near(at).lowerBound, at, around) == 1, around.isGap(at - 1),
      let inner = close(end, around),
      close(inner.upperBound, around) != nil
    else { return }
    found.add(
      "Double quotation marks stand inside double ones. Set single ones within.", at, end,
      fixes: [
        ProposedFix(
          "Set single marks",
          [(ProseRange(at, end), "‘"), (ProseRange(inner.lowerBound, inner.upperBound), "’")],
          .review)
      ])
  }

  private func isMark(_ at: Int, _ last: UInt8, _ around: ProseWindow) -> Bool {
    around[at] == 0xE2 && around[at + 1] == 0x80 && around[at + 2] == last
  }

  private func depth(_ start: Int, _ end: Int, _ around: ProseWindow) -> Int {
    var depth = 0
    for at in start..<end {
      if isMark(at, 0x9C, around) { depth += 1 }
      if isMark(at, 0x9D, around) { depth = max(0, depth - 1) }
    }
    return depth
  }

  /// The next mark, if it closes.
  private func close(_ start: Int, _ around: ProseWindow) -> Range<Int>? {
    var at = start
    let end = around.near(start).upperBound
    while at < end {
      if isMark(at, 0x9C, around) { return nil }
      if isMark(at, 0x9D, around) { return at..<at + 3 }
      at += 1
    }
    return nil
  }
}
