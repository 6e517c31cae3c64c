import StetLint

extension JSONWriter {
  /// One member of `tool.driver.rules`: a `reportingDescriptor`.
  mutating func sarifRule(_ rule: DescribedRule) {
    let metadata = rule.metadata
    object {
      $0.field("id", metadata.id)
      let aliases = Set(metadata.aliases).sorted()
      if !aliases.isEmpty { $0.array("deprecatedIds", aliases) { $0.string($1) } }
      $0.sarifText("shortDescription", sentence(metadata.summary))
      if let page = rule.page {
        if let first = page.rationale.paragraphs.first { $0.sarifText("fullDescription", first) }
        let text = RuleText(rule)
        $0.object("help") {
          $0.field("text", text.plain())
          $0.field("markdown", text.markdown())
        }
      }
      $0.object("defaultConfiguration") {
        if metadata.stage == .preview { $0.field("enabled", false) }
        $0.field("level", metadata.severity.rawValue)
      }
      $0.object("properties") {
        $0.array("tags", CollectionOfOne(metadata.family.rawValue)) { $0.string($1) }
      }
    }
  }
}

/// A summary has no full stop; SARIF wants a sentence.
private func sentence(_ summary: String) -> String {
  summary.hasSuffix(".") ? summary : summary + "."
}

extension String {
  /// The paragraphs of a Markdown text, the lines of each joined by blanks.
  var paragraphs: [String] {
    var paragraphs: [String] = []
    var current: [Substring] = []
    for line in split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let words = line.split { $0 == " " || $0 == "\t" }
      if words.isEmpty {
        if !current.isEmpty { paragraphs.append(current.joined(separator: " ")) }
        current = []
      } else {
        current += words
      }
    }
    if !current.isEmpty { paragraphs.append(current.joined(separator: " ")) }
    return paragraphs
  }
}
