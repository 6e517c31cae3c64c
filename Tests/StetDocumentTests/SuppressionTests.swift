import StetText
import Testing

@testable import StetDocument

@Suite struct SuppressionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    /// Rule and excused text, joined by a colon.
    var expected: [String]
    var testDescription: String { text }
  }

  static let cases = [
    Case(text: "<!-- stet a-rule -->\n\nOne *two*.\n\nThree.\n", expected: ["a-rule:One *two*."]),
    Case(text: "One.\n\n<!-- stet a b -->\nTwo.\n", expected: ["a:Two.", "b:Two."]),
    Case(
      text: "<!-- stet:off a -->\n\nOne.\n\n<!-- stet:on a -->\n\nTwo.\n", expected: ["a:\n\nOne.\n\n"]),
    Case(text: "<!-- stet:off a -->\n\nOne.\n", expected: ["a:\n\nOne.\n"]),
    Case(text: "One <!-- stet:off a -->two<!-- stet:on a --> three.\n", expected: ["a:two"]),
    Case(text: "<!-- stet -->\n\nOne.\n", expected: []),
    Case(text: "<!-- note: stet a -->\n\nOne.\n", expected: []),
    Case(text: "```html\n<!-- stet:off a -->\n```\n\nOne.\n", expected: []),
    Case(text: "    <!-- stet:off a -->\n\nOne.\n", expected: []),
    Case(text: "Write `<!-- stet:off a -->` above it.\n\nOne.\n", expected: []),
    Case(text: "<!-- stet:off a\n\nOne.\n", expected: []),
  ]

  @Test(arguments: cases)
  func scopes(_ item: Case) {
    let source = SourceText(item.text)
    let document = DocumentReader.read(source, path: "page.md")
    #expect(document.suppressions.map { "\($0.rule):\(source.string($0.scope))" } == item.expected)
  }
}
