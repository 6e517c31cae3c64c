import StetText

/// The difference of two texts as `diff -u` and `git apply` write it (POSIX.1-2017, diff, “Diff -u Output Format”).
package struct UnifiedDiff: Sendable {
  /// Unchanged lines shown before and after a change.
  private static let context = 3

  private let path: String
  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]

  package init(path: String, before: [UInt8], after: [UInt8]) {
    self.path = path
    old = Self.lines(before)
    new = Self.lines(after)
  }

  /// Each with its line feed; the last may lack one.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  private struct Change {
    /// Lines of the old text that go, and of the new one that come, from 0.
    var removed: Range<Int>
    var added: Range<Int>
  }

  /// Empty when nothing changed.
  package func bytes() -> [UInt8] {
    let hunks = hunks()
    guard !hunks.isEmpty else { return [] }
    var text = Array("--- a/\(path)\n+++ b/\(path)\n".utf8)
    for hunk in hunks { append(hunk, to: &text) }
    return text
  }

  private func changes() -> [Change] {
    let head = zip(old, new).prefix { $0 == $1 }.count
    let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed()).prefix { $0 == $1 }.count
    let difference = new[head..<(new.count - tail)].difference(from: old[head..<(old.count - tail)])
    var removed = Set<Int>()
    var added = Set<Int>()
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(head + offset)
      case .insert(let offset, _, _): added.insert(head + offset)
      }
    }
    var changes: [Change] = []
    var (a, b) = (head, head)
    while a < old.count - tail || b < new.count - tail {
      let (fromA, fromB) = (a, b)
      while removed.contains(a) { a += 1 }
      while added.contains(b) { b += 1 }
      if a > fromA || b > fromB { changes.append(Change(removed: fromA..<a, added: fromB..<b)) }
      if a < old.count - tail, b < new.count - tail { (a, b) = (a + 1, b + 1) } else { break }
    }
    return changes
  }

  /// Changes that stand near one another share a hunk.
  private func hunks() -> [[Change]] {
    var hunks: [[Change]] = []
    for change in changes() {
      if let last = hunks.last?.last,
        change.removed.lowerBound - last.removed.upperBound <= 2 * Self.context
      {
        hunks[hunks.count - 1].append(change)
      } else {
        hunks.append([change])
      }
    }
    return hunks
  }

  private func append(_ hunk: [Change], to text: inout [UInt8]) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let before = min(Self.context, first.removed.lowerBound)
    let after = min(Self.context, old.count - last.removed.upperBound)
    let oldRange = first.removed.lowerBound - before..<last.removed.upperBound + after
    let newRange = first.added.lowerBound - before..<last.added.upperBound + after
    text += "@@ -\(Self.range(oldRange)) +\(Self.range(newRange)) @@\n".utf8
    var at = oldRange.lowerBound
    for change in hunk {
      for line in old[at..<change.removed.lowerBound] { Self.append(" ", line, to: &text) }
      for line in old[change.removed] { Self.append("-", line, to: &text) }
      for line in new[change.added] { Self.append("+", line, to: &text) }
      at = change.removed.upperBound
    }
    for line in old[at..<oldRange.upperBound] { Self.append(" ", line, to: &text) }
  }

  /// Lines from 1; an empty range is named by the line before it.
  private static func range(_ lines: Range<Int>) -> String {
    switch lines.count {
    case 0: "\(lines.lowerBound),0"
    case 1: "\(lines.lowerBound + 1)"
    default: "\(lines.lowerBound + 1),\(lines.count)"
    }
  }

  private static func append(_ mark: Character, _ line: ArraySlice<UInt8>, to text: inout [UInt8]) {
    text += String(mark).utf8
    text += line
    if line.last != 0x0A { text += "\n\\ No newline at end of file\n".utf8 }
  }
}
