/// One example of a rule's page: text with the expected ranges taken out of their ⟦marks⟧.
package struct RuleExample: Sendable {
  package enum Expectation: String, Sendable {
    case flags
    case accepts
  }

  package var expectation: Expectation
  /// Whether the text is Markdown; otherwise plain.
  package var isMarkdown: Bool
  /// Without marks.
  package var text: String
  /// UTF-8 byte ranges of `text` that must be found, in order; empty for an accepted text.
  package var marks: [Range<Int>]
  /// What applying the first fix of every finding gives; nil when the example does not say.
  package var fixed: String?
  /// The options that it is read with, each value in one word; see `RuleOption.value(inOneWord:)`.
  package var options: [(name: String, value: String)] = []

  package init(
    expectation: Expectation, isMarkdown: Bool, text: String, marks: [Range<Int>], fixed: String?
  ) {
    self.expectation = expectation
    self.isMarkdown = isMarkdown
    self.text = text
    self.marks = marks
    self.fixed = fixed
  }
}

/// What a person can read about a rule: `stet explain`, SARIF help, and the examples that the tests run.
package struct RulePage: Sendable {
  /// Why the fault matters and how the rule sees it. Markdown paragraphs.
  package var rationale: String
  /// Measured precision and the corpora it was measured on; empty when not measured.
  package var precision: String
  package var examples: [RuleExample]

  package init(rationale: String, precision: String, examples: [RuleExample]) {
    self.rationale = rationale
    self.precision = precision
    self.examples = examples
  }
}
