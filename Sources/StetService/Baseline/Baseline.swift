import StetLint

/// The findings that a site had when it began to use Stet, or took in a new rule: known, and no news.
///
/// A text file, one finding a line (path, rule, fingerprint, separated by tabs), sorted, so that two branches that
/// change it merge well. Fingerprints do not depend on lines, so moved text is known again.
package struct Baseline: Sendable {
  package struct Entry: Sendable, Hashable, Comparable {
    /// Below the folder of the baseline.
    package var path: String
    package var rule: String
    package var fingerprint: String

    package init(path: String, rule: String, fingerprint: String) {
      self.path = path
      self.rule = rule
      self.fingerprint = fingerprint
    }

    package static func < (a: Entry, b: Entry) -> Bool {
      a.path != b.path
        ? a.path.utf8.lexicographicallyPrecedes(b.path.utf8)
        : a.rule != b.rule ? a.rule < b.rule : a.fingerprint < b.fingerprint
    }
  }

  /// The usual name of the file.
  package static let name = "stet-baseline.txt"

  package private(set) var entries: Set<Entry>

  package init(_ entries: Set<Entry> = []) {
    self.entries = entries
  }

  /// What is wrong with a file, and in which line.
  package struct Fault: Error, Sendable, Hashable {
    /// 1-based.
    package var line: Int
    package var message: String
  }

  package init(_ bytes: [UInt8]) throws(Fault) {
    entries = []
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let text = line.last == 0x0D ? line.dropLast() : line
      if text.isEmpty || text.first == UInt8(ascii: "#") { continue }
      let parts = text.split(separator: 0x09, omittingEmptySubsequences: false)
      guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else {
        let isConflict = ["<<<<<<<", "=======", ">>>>>>>"].contains { text.starts(with: $0.utf8) }
        throw Fault(
          line: number + 1,
          message: isConflict
            ? "a conflict of a merge stands here; keep the lines of both sides"
            : "a line is a path, a rule and a fingerprint with tabs between")
      }
      let words = parts.map { String(decoding: $0, as: UTF8.self) }
      entries.insert(Entry(path: words[0], rule: words[1], fingerprint: words[2]))
    }
  }

  package func bytes() -> [UInt8] {
    var text = """
      # Findings of Stet that were there before. `stet baseline write` makes this file, `stet baseline prune` takes out
      # what is mended. Path, rule and fingerprint, sorted; after a conflict keep the lines of both sides.

      """
    for entry in entries.sorted() { text += "\(entry.path)\t\(entry.rule)\t\(entry.fingerprint)\n" }
    return Array(text.utf8)
  }

  package mutating func remove(_ gone: Set<Entry>) { entries.subtract(gone) }
}
