import FoundationEssentials

/// How the findings of two programs over one corpus differ, rule by rule.
struct CorpusChange {
  struct RuleChange {
    var added: [CorpusFindings.Finding] = []
    var removed: [CorpusFindings.Finding] = []
    /// The same place and rule with another severity or message: as it is now.
    var reworded: [CorpusFindings.Finding] = []
    var kept = 0

    var isEmpty: Bool { added.isEmpty && removed.isEmpty && reworded.isEmpty }
  }

  private(set) var rules: [String: RuleChange] = [:]

  init(old: CorpusFindings, new: CorpusFindings) {
    let before = Dictionary(old.findings.map { ($0.identity, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.findings.map { ($0.identity, $0) }, uniquingKeysWith: { first, _ in first })
    for finding in new.findings {
      guard let known = before[finding.identity] else {
        rules[finding.rule, default: RuleChange()].added.append(finding)
        continue
      }
      if known.message == finding.message, known.severity == finding.severity {
        rules[finding.rule, default: RuleChange()].kept += 1
      } else {
        rules[finding.rule, default: RuleChange()].reworded.append(finding)
      }
    }
    for finding in old.findings where after[finding.identity] == nil {
      rules[finding.rule, default: RuleChange()].removed.append(finding)
    }
  }

  /// Those rules that changed, sorted by id.
  var changed: [(rule: String, change: RuleChange)] {
    rules.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Markdown: a table of the rules, then each finding in its line.
  /// - Parameters:
  ///   - name: of the corpus.
  ///   - folder: where its texts lie.
  ///   - limit: the most findings shown of one rule and kind of change.
  func text(_ name: String, folder: String, limit: Int) -> String {
    let changed = changed
    let kept = rules.values.reduce(0) { $0 + $1.kept }
    guard !changed.isEmpty else { return "## \(name)\n\nNo change; \(kept) findings as before.\n" }
    var text = "## \(name)\n\n| rule | added | removed | reworded | as before |\n|---|---|---|---|---|\n"
    for (rule, change) in changed {
      text +=
        "| \(rule) | \(change.added.count) | \(change.removed.count) | \(change.reworded.count) "
        + "| \(change.kept) |\n"
    }
    var excerpts = CorpusExcerpts(folder: folder)
    for (rule, change) in changed {
      text += "\n### \(rule)\n\n"
      for (mark, list) in [("+", change.added), ("-", change.removed), ("~", change.reworded)] {
        for finding in list.prefix(limit) {
          text += "\(mark) \(finding.path):\(finding.line): \(excerpts.excerpt(finding))\n"
        }
        if list.count > limit { text += "\(mark) … and \(list.count - limit) more\n" }
      }
    }
    return text
  }
}

/// The words around findings.
private struct CorpusExcerpts {
  let folder: String
  private var path = ""
  private var bytes: [UInt8] = []

  init(folder: String) { self.folder = folder }

  /// The finding between ⟦marks⟧ with some sixty bytes on either side, on one line.
  mutating func excerpt(_ finding: CorpusFindings.Finding) -> String {
    if finding.path != path {
      path = finding.path
      bytes = (try? Data(contentsOf: URL(filePath: "\(folder)/\(path)"))).map(Array.init) ?? []
    }
    guard finding.end <= bytes.count else { return finding.message }
    let start = boundary(max(0, finding.start - 60))
    let end = boundary(min(bytes.count, finding.end + 60))
    let marked =
      string(start..<finding.start) + "⟦" + string(finding.start..<finding.end) + "⟧"
      + string(finding.end..<end)
    return marked.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// The first place at or after `at` that does not cut a character.
  private func boundary(_ at: Int) -> Int {
    var at = at
    while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
    return at
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
