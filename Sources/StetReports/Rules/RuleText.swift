import StetLint

/// What `stet explain` says about one rule, and the help text of SARIF.
package struct RuleText: Sendable {
  private let rule: DescribedRule

  package init(_ rule: DescribedRule) {
    self.rule = rule
  }

  /// For a terminal: marked ranges of examples stand in ⟦brackets⟧.
  /// - Parameter width: columns after which the lines of paragraphs break, between words; nil: one line each.
  package func plain(width: Int? = nil) -> String {
    let metadata = rule.metadata
    var parts = [
      "\(metadata.id): \(metadata.summary)",
      facts.map { "\($0.name): \($0.value)" }.joined(separator: "\n"),
    ]
    if !metadata.options.isEmpty {
      parts.append(
        "Options:\n"
          + metadata.options.map {
            let (name, text) = Self.lines($0)
            return "    \(name): \(text)"
          }.joined(separator: "\n"))
    }
    if let page = rule.page {
      parts += page.rationale.paragraphs.map { wrapped($0, width) }
      parts += page.examples.map { example in
        example.lead + Self.choices(example) + ":\n" + indented(example.marked)
          + (example.fixed.map { "\n  becomes\n" + indented($0.trimmedLines) } ?? "")
      }
      if let precision = page.measuredPrecision {
        parts.append(wrapped("Measured precision: \(precision)", width))
      }
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  package func markdown() -> String {
    let metadata = rule.metadata
    var parts = [
      "# \(metadata.id)", metadata.summary,
      facts.map { "- **\($0.name)**: \($0.value)" }.joined(separator: "\n"),
    ]
    if !metadata.options.isEmpty {
      parts.append(
        metadata.options.map {
          let (name, text) = Self.lines($0)
          return "- `\(name)`: \(text)"
        }.joined(separator: "\n"))
    }
    if let page = rule.page {
      parts.append(page.rationale.trimmedLines)
      for example in page.examples {
        parts.append(example.lead + Self.choices(example) + ":")
        parts.append(fenced(example.marked))
        if let fixed = example.fixed { parts += ["becomes", fenced(fixed)] }
      }
      if let precision = page.measuredPrecision { parts.append("Measured precision: \(precision)") }
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// One JSON object with everything the page holds.
  package func json(layout: JSONWriter.Layout = .indented) -> [UInt8] {
    var bytes: [UInt8] = []
    var writer = JSONWriter(layout: layout) { bytes += $0 }
    writer.rule(rule, withPage: true)
    writer.finish()
    return bytes
  }

  private var facts: [(name: String, value: String)] {
    let metadata = rule.metadata
    var facts = [("Severity", metadata.severity.rawValue), ("Family", metadata.family.rawValue)]
    if metadata.stage == .preview { facts.append(("Stage", "preview, off unless asked for")) }
    if metadata.languages == .any { facts.append(("Languages", "any")) }
    if metadata.packs != .all {
      facts.append(("Packs", metadata.packs.map(\.rawValue).sorted().joined(separator: ", ")))
    }
    if !metadata.aliases.isEmpty {
      facts.append(("Former names", metadata.aliases.sorted().joined(separator: ", ")))
    }
    return facts
  }
}

extension JSONWriter {
  mutating func rule(_ rule: DescribedRule, withPage: Bool) {
    let metadata = rule.metadata
    object {
      $0.field("id", metadata.id)
      $0.field("severity", metadata.severity.rawValue)
      $0.field("family", metadata.family.rawValue)
      $0.field("stage", metadata.stage.rawValue)
      $0.field("summary", metadata.summary)
      $0.field("languages", metadata.languages.rawValue)
      $0.array("packs", metadata.packs.map(\.rawValue).sorted()) { $0.string($1) }
      $0.array("aliases", metadata.aliases.sorted()) { $0.string($1) }
      $0.options(metadata.options)
      guard withPage, let page = rule.page else { return }
      $0.field("rationale", page.rationale)
      $0.field("precision", page.precision)
      $0.array("examples", page.examples) { writer, example in
        writer.object {
          $0.field("expectation", example.expectation.rawValue)
          $0.field("format", example.isMarkdown ? "markdown" : "plain")
          $0.field("text", example.text)
          $0.array("marks", example.marks) { writer, mark in
            writer.object {
              $0.field("start", mark.lowerBound)
              $0.field("end", mark.upperBound)
            }
          }
          if let fixed = example.fixed { $0.field("fixed", fixed) }
          guard !example.options.isEmpty else { return }
          $0.object("options") { writer in
            for (name, value) in example.options {
              writer.key(named: name)
              writer.string(value)
            }
          }
        }
      }
    }
  }
}

extension RuleExample {
  fileprivate var lead: String {
    switch expectation {
    case .flags: "Marks"
    case .accepts: "Lets stand"
    }
  }

  /// The text with its ranges in ⟦marks⟧.
  var marked: String {
    let bytes = Array(text.utf8)
    var marked: [UInt8] = []
    var start = 0
    for mark in marks {
      marked += bytes[start..<mark.lowerBound]
      marked += Array("⟦".utf8) + bytes[mark] + Array("⟧".utf8)
      start = mark.upperBound
    }
    return String(decoding: marked + bytes[start...], as: UTF8.self).trimmedLines
  }
}

extension RulePage {
  /// nil when the rule was not measured.
  fileprivate var measuredPrecision: String? {
    let text = precision.paragraphs.joined(separator: " ")
    return text.isEmpty ? nil : text
  }
}

extension String {
  /// Without line breaks at either end.
  fileprivate var trimmedLines: String {
    var text = self[...]
    while text.first?.isNewline == true { text.removeFirst() }
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}

/// Breaks a paragraph between words; a word that is longer than the width gets a line of its own.
private func wrapped(_ paragraph: String, _ width: Int?) -> String {
  guard let width else { return paragraph }
  var lines = ""
  var column = 0
  for word in paragraph.split(separator: " ") {
    let length = columns(String(word))
    if column > 0 {
      let breaks = column + 1 + length > width
      lines += breaks ? "\n" : " "
      column = breaks ? 0 : column + 1
    }
    lines += word
    column += length
  }
  return lines
}

private func indented(_ text: String) -> String {
  text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    .map { $0.isEmpty ? "" : "    " + visible(String($0)) }.joined(separator: "\n")
}

/// A fence longer than any run of backticks inside (CommonMark 0.31, section 4.5).
private func fenced(_ text: String) -> String {
  var longest = 2
  var run = 0
  for byte in text.utf8 {
    run = byte == UInt8(ascii: "`") ? run + 1 : 0
    longest = max(longest, run)
  }
  let fence = String(repeating: "`", count: longest + 1)
  return "\(fence)text\n\(text.trimmedLines)\n\(fence)"
}
