/// What is wrong with a rule's page, and in which line.
package struct RulePageFault: Error, Sendable, Hashable {
  /// 1-based.
  package var line: Int
  package var message: String
}

/// Reads the page of a rule that is written in Swift: `Rules/<family>/<id>.md`.
///
/// Its title is for the reader of the file. The prose is the rationale, the prose under `## Precision` the
/// precision. Fenced blocks are examples: ```` ```flags ```` with ⟦marks⟧, ```` ```accepts ```` without, both
/// with `markdown` after the word when they are Markdown and `name=value` for each option that they are read with, and ```` ```fixed ```` right after the block that it
/// belongs to. In fenced blocks `\u{200B}` stands for that character, so that nothing invisible is in a page.
package struct RulePageReader {
  private var rationale: [Substring] = []
  private var precision: [Substring] = []
  private var examples: [RuleExample] = []
  /// Whether the example that was read last may still be followed by its `fixed` block.
  private var takesFixed = false
  private var isPrecision = false

  private init() {}

  package static func read(_ markdown: String) throws(RulePageFault) -> RulePage {
    var reader = RulePageReader()
    try reader.read(markdown.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" })
    return RulePage(
      rationale: paragraphs(reader.rationale), precision: paragraphs(reader.precision),
      examples: reader.examples)
  }

  private mutating func read(_ lines: [Substring]) throws(RulePageFault) {
    var at = 0
    while at < lines.count {
      let line = lines[at]
      if line.hasPrefix("```") {
        let end = try block(lines, at)
        at = end + 1
        continue
      }
      at += 1
      if line.hasPrefix("# ") { continue }
      if line.hasPrefix("## ") {
        isPrecision = line == "## Precision"
        guard isPrecision || line == "## Examples" else {
          throw RulePageFault(
            line: at, message: "a page has the sections “## Precision” and “## Examples” and no other")
        }
        continue
      }
      if line.contains(where: { !$0.isWhitespace }) { takesFixed = false }
      if isPrecision { precision.append(line) } else { rationale.append(line) }
    }
  }

  /// Reads the fenced block that opens in line `start` (0-based).
  /// - Returns: the line that closes it.
  private mutating func block(_ lines: [Substring], _ start: Int) throws(RulePageFault) -> Int {
    let fence = lines[start].prefix { $0 == "`" }
    guard let end = lines[(start + 1)...].firstIndex(where: { $0 == fence }) else {
      throw RulePageFault(line: start + 1, message: "the block that opens here is never closed")
    }
    let words = lines[start].dropFirst(fence.count).split(separator: " ")
    let text = Self.unescaped(lines[(start + 1)..<end].joined(separator: "\n"))
    var options: [(name: String, value: String)] = []
    for word in words.dropFirst() {
      let pair = word.split(separator: "=", maxSplits: 1)
      if pair.count == 2 { options.append((String(pair[0]), String(pair[1]))) }
    }
    guard let kind = words.first, words.dropFirst().allSatisfy({ $0 == "markdown" || $0.contains("=") })
    else {
      throw RulePageFault(
        line: start + 1,
        message: "a block is `flags`, `accepts` or `fixed`, the first two with `markdown` or not")
    }
    switch kind {
    case "flags", "accepts":
      do {
        try example(text, kind == "flags" ? .flags : .accepts, isMarkdown: words.contains("markdown"))
        examples[examples.count - 1].options = options
      } catch {
        throw RulePageFault(line: start + 1, message: error.message)
      }
      takesFixed = kind == "flags"
    case "fixed":
      guard takesFixed else {
        throw RulePageFault(line: start + 1, message: "a `fixed` block stands right after its `flags` block")
      }
      examples[examples.count - 1].fixed = text
      takesFixed = false
    default:
      throw RulePageFault(
        line: start + 1, message: "there is no block “\(kind)”; write `flags`, `accepts` or `fixed`")
    }
    return end
  }

  private struct ExampleFault: Error { var message: String }

  private mutating func example(
    _ text: String, _ expectation: RuleExample.Expectation, isMarkdown: Bool
  ) throws(ExampleFault) {
    let marked: MarkedText
    do { marked = try MarkedText(text) } catch { throw ExampleFault(message: error.message) }
    if case .flags = expectation, marked.marks.isEmpty {
      throw ExampleFault(message: "a `flags` block marks what is found: ⟦like this⟧")
    }
    if case .accepts = expectation, !marked.marks.isEmpty {
      throw ExampleFault(message: "an `accepts` block has no ⟦marks⟧: nothing is found in it")
    }
    examples.append(
      RuleExample(
        expectation: expectation, isMarkdown: isMarkdown, text: marked.text, marks: marked.marks, fixed: nil))
  }

  /// Without blank lines at the head and the end, and never two in a row.
  private static func paragraphs(_ lines: [Substring]) -> String {
    var kept: [Substring] = []
    for line in lines {
      let isBlank = line.allSatisfy(\.isWhitespace)
      if isBlank, kept.isEmpty || kept.last == "" { continue }
      kept.append(isBlank ? "" : line)
    }
    if kept.last == "" { kept.removeLast() }
    return kept.joined(separator: "\n")
  }

  /// `\u{200B}` becomes the character; anything else that looks like an escape stays as it is.
  private static func unescaped(_ text: String) -> String {
    var out = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "\\") {
      out += rest[..<start]
      let tail = rest[start...]
      if tail.hasPrefix("\\u{"), let close = tail.firstIndex(of: "}"),
        let value = UInt32(tail[..<close].dropFirst(3), radix: 16), let scalar = Unicode.Scalar(value)
      {
        out.unicodeScalars.append(scalar)
        rest = tail[tail.index(after: close)...]
      } else {
        out.append("\\")
        rest = tail.dropFirst()
      }
    }
    return out + rest
  }
}
