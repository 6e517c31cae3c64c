import StetLint
import StetService
import Testing

/// One example of a rule's page, as the laws are put to it.
struct ExampleCase: Sendable, CustomTestStringConvertible {
  var rule: RuleMetadata
  /// 1-based, among the rule's examples of its kind.
  var number: Int
  var example: RuleExample

  var bytes: [UInt8] { Array(example.text.utf8) }
  var testDescription: String { "\(rule.id), \(example.expectation.rawValue) \(number)" }

  /// All examples of all rules: Swift pages and YAML files.
  static let all: [ExampleCase] = Desk.shared.book.rules.flatMap { rule in
    var count: [RuleExample.Expectation: Int] = [:]
    return (Desk.shared.book.page(rule)?.examples ?? []).map { example in
      count[example.expectation, default: 0] += 1
      return ExampleCase(rule: rule, number: count[example.expectation, default: 0], example: example)
    }
  }

  func findings(_ bytes: [UInt8], markdown: Bool? = nil) -> [Diagnostic] {
    let isMarkdown = markdown ?? example.isMarkdown
    guard !example.options.isEmpty else {
      return Desk.shared.lint(bytes, markdown: isMarkdown, only: rule.id)
    }
    return Desk.shared.lint(bytes, markdown: isMarkdown, only: rule, options)
  }

  /// What the example chooses; what it cannot choose is a fault that `CatalogueTests` tells.
  private var options: RuleOptions {
    var values: [String: OptionValue] = [:]
    for (name, text) in example.options {
      values[name] = rule.options.first { $0.name == name }.flatMap { try? $0.value(inOneWord: text) }
    }
    return RuleOptions(rule, values: values)
  }

  /// What is wrong when `bytes` should have findings at exactly these places; empty when nothing is.
  func difference(_ bytes: [UInt8], expected: [Range<Int>], markdown: Bool? = nil) -> [String] {
    let got = findings(bytes, markdown: markdown).map(\.range.indices)
    guard got != expected else { return [] }
    return [
      """
      \(testDescription)
        expected: \(marked(bytes, expected))
        got:      \(marked(bytes, got))
      """
    ]
  }

  /// Whether Markdown would read the text as it stands: no mark-up, no line break within a paragraph, and no
  /// line that only plain text takes for a headline.
  var readsAlikeAsMarkdown: Bool {
    let special: Set<Unicode.Scalar> = [
      "*", "_", "`", "[", "]", "<", ">", "#", "&", "\\", "|", "~", "+", "=", "\t",
    ]
    guard !example.isMarkdown, !example.text.unicodeScalars.contains(where: special.contains) else {
      return false
    }
    let blocks = example.text.split(separator: "\n\n")
    return blocks.allSatisfy { block in
      guard !block.contains("\n"), let first = block.unicodeScalars.first else { return false }
      return first.properties.isAlphabetic && block.last.map { ".!?”\"".contains($0) } == true
    }
  }
}
