import StetLint

/// What `stet rules` lists: one rule a line, sorted by family and id.
package struct RuleTable: Sendable {
  private let rules: [DescribedRule]

  package init(_ rules: [DescribedRule]) {
    self.rules = rules.sorted {
      let (a, b) = ($0.metadata, $1.metadata)
      return a.family != b.family ? a.family.rawValue < b.family.rawValue : a.id < b.id
    }
  }

  /// Columns of id, severity, family, packs and summary, with a head line.
  package func plain() -> String {
    let head = ["rule", "severity", "family", "packs", "summary"]
    let rows = rules.map { rule in
      let metadata = rule.metadata
      let severity = metadata.severity.rawValue + (metadata.stage == .preview ? " (preview)" : "")
      return [metadata.id, severity, metadata.family.rawValue, Self.packs(metadata.packs), metadata.summary]
    }
    let widths = head.indices.dropLast().map { column in
      ([head] + rows).map { $0[column].utf8.count }.max() ?? 0
    }
    return ([head] + rows).map { row in
      zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.utf8.count + 2) }.joined()
        + (row.last ?? "") + "\n"
    }.joined()
  }

  /// The packs in a word or two: most rules are in all of them, or in all but one.
  private static func packs(_ packs: Set<Pack>) -> String {
    if packs == .all { return "all" }
    if packs == .news { return "all but docs" }
    return Pack.allCases.filter(packs.contains).map(\.rawValue).joined(separator: ", ")
  }

  /// A JSON array of objects without the rules' pages.
  package func json(layout: JSONWriter.Layout = .indented) -> [UInt8] {
    var bytes: [UInt8] = []
    var writer = JSONWriter(layout: layout) { bytes += $0 }
    writer.beginArray()
    for rule in rules { writer.rule(rule, withPage: false) }
    writer.endArray()
    writer.finish()
    return bytes
  }
}
