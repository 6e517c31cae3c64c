import StetDocument
import StetLanguage
import StetLint

/// Clitics that stand apart. `whole` makes one finding of a block with several traces.
struct TokenisedOutput: MarkRule {
  static let metadata = RuleMetadata(
    id: "tokenised-output", family: .punctuation, severity: .error,
    summary: "Text that a program cut into tokens and nobody joined again, such as “do n't”")
  static let pairs = [
    BytePair(.blank, .apostrophe), BytePair(.apostrophe, .letter), BytePair(.apostrophe, .blank),
  ]

  init(_ lexicon: Lexicon) {}

  func look(_ at: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    let first = around.classes(at - 1)
    if first == .blank {
      cutBefore(at, around, &found)
    } else if around.isAny(at, .blank) {
      cutAfter(at - 1, around, &found)
    } else if around[at] | 0x20 == UInt8(ascii: "t") {
      cutNegation(at - 1, around, &found)
    }
  }

  /// “Mali 's”
  private func cutBefore(_ mark: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    let start = around.skipBlanks(before: mark)
    let end = around.wordEnd(from: mark + 1)
    let tail = around.string(mark + 1, end)
    guard Self.tails.contains(tail), start > around.lower, around.isLetter(before: start),
      around.isGap(end) || around.isAny(end, [.comma, .stop])
    else { return }
    // A letter in single marks ('s'), and a quotation that begins with a clitic, close again.
    guard !closes(end, around) else { return }
    add(around.wordStart(before: start), end, ProseRange(start, mark), around, &found)
  }

  /// “do n't”
  private func cutNegation(_ mark: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    guard around[mark - 1] | 0x20 == UInt8(ascii: "n"), around.isAny(mark - 2, .blank),
      around.wordEnd(from: mark + 1) == mark + 2
    else { return }
    let start = around.skipBlanks(before: mark - 1)
    let word = around.wordStart(before: start)
    guard start > word, Self.negated.contains(around.string(word, start).lowercased()) else { return }
    add(word, mark + 2, ProseRange(start, mark - 1), around, &found)
  }

  /// “don' t”, “Mali' s”
  private func cutAfter(_ mark: Int, _ around: ProseWindow, _ found: inout ScanFindings) {
    let next = around.skipBlanks(from: mark + 1)
    let end = around.wordEnd(from: next)
    let word = around.wordStart(before: mark)
    let tail = around.string(next, end)
    guard word < mark, around.isGap(end) || around.isAny(end, [.comma, .stop]) else { return }
    let isNegation =
      tail == "t" && Self.negated.contains(around.string(word, mark - 1).lowercased())
      && around[mark - 1] == UInt8(ascii: "n")
    guard isNegation || (tail == "s" && around[mark - 1] != UInt8(ascii: "s")) else { return }
    add(word, end, ProseRange(mark + 1, next), around, &found)
  }

  private func closes(_ end: Int, _ around: ProseWindow) -> Bool {
    if around.isAny(end, .apostrophe) { return true }
    for at in end..<min(around.upper, end + 120)
    where around.isAny(at, .apostrophe) && !around.isAny(at - 1, .blank) && !around.isAny(at + 1, .letter) {
      return true
    }
    return false
  }

  private func add(
    _ start: Int, _ end: Int, _ gap: ProseRange, _ around: ProseWindow, _ found: inout ScanFindings
  ) {
    found.add(
      "“\(around.string(start, end))” was cut into tokens and never joined again. Delete the space.", start,
      end,
      trace: .cutClitic, fixes: [ProposedFix("Join them", [(gap, "")], .safe)])
  }

  /// One finding for a block with several traces.
  static func whole(_ traces: [ScanFindings.Item]) -> ScanFindings.Item? {
    guard let first = traces.first, var whole = traces.last else { return nil }
    whole.message =
      "The marks stand apart from their words in \(traces.count) places from “\(first.sample)” on: the text was cut "
      + "into tokens and never joined again. Join them."
    var edits: [(range: ProseRange, replacement: String)] = []
    for edit in traces.flatMap({ $0.fixes.first?.edits ?? [] }).sorted(by: { $0.range < $1.range }) {
      if let last = edits.last, edit.range.start < last.range.end { continue }
      edits.append(edit)
    }
    let end = max(traces.map(\.range.end).max() ?? first.range.end, edits.last?.range.end ?? 0)
    whole.range = ProseRange(first.range.lower, Int(end))
    whole.fixes = edits.isEmpty ? [] : [ProposedFix("Join the marks to their words", edits, .safe)]
    return whole
  }

  private static let tails: Set<String> = ["s", "re", "ve", "ll", "d", "m"]
  private static let negated: Set<String> = [
    "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "ca", "could", "wo", "would",
    "sha",
    "should", "must", "need", "might", "may", "ought", "ai", "dare",
  ]
}

extension ScanFindings.Item {
  /// What the message quotes, between its quotation marks.
  fileprivate var sample: String {
    message.split(separator: "“").dropFirst().first.map { String($0.prefix { $0 != "”" }) } ?? ""
  }
}
