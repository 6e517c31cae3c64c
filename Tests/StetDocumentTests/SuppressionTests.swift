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
    Case(text: "<!-- stet a,b -->\nTwo.\n", expected: ["a:Two.", "b:Two."]),
    Case(text: "<!-- stetson a -->\nTwo.\n", expected: []),
    Case(
      text: "<!-- stet a -->\n\n| One | Two |\n|---|---|\n| 1 | 2 |\n\nEnd.\n",
      expected: ["a:One | Two |\n|---|---|\n| 1 | 2"]),
    Case(
      text: "---\nstet: {off: [a, 'b'], words: [x]}\n---\nOne.\n",
      expected: ["a,b:all"]),
    Case(text: "---\nstet:\n  off:\n    - a\n    - b\n  kind: opinion\n---\nOne.\n", expected: ["a,b:all"]),
    Case(text: "---\nstet:\n  off: a\ntitle: t\n---\nOne.\n", expected: ["a:all"]),
    Case(text: "---\nseo: {off: [a]}\n---\nOne.\n", expected: []),
    Case(
      text: "+++\ntitle = \"t\"\n[stet]\noff = [\"a\", 'b']\n[x]\noff = [\"c\"]\n+++\nOne.\n",
      expected: ["a,b:all"]),
    Case(
      text: "{\"title\": \"stet\", \"stet\": {\"off\": [\"a\", \"b\"]}, \"x\": {\"off\": [\"c\"]}}\nOne.\n",
      expected: ["a,b:all"]),
  ]

  @Test(arguments: [
    ("page.mdx", "{/* stet a */}\n\nOne.\n", 1), ("page.md", "{/* stet a */}\n\nOne.\n", 0),
    ("page.mdx", "<!-- stet a -->\n\nOne.\n", 1), ("page.txt", "<!-- stet a -->\n\nOne.\n", 0),
  ])
  func commentsAreThoseOfTheFormat(_ path: String, _ text: String, _ count: Int) {
    #expect(DocumentReader.read(SourceText(text), path: path).suppressions.count == count)
  }

  @Test(
    arguments: [
      ("---\nstet: {words: [Tchiani, Zinder], kind: docs}\n---\nA.\n", ["Tchiani", "Zinder"], "docs", 0),
      ("---\nstet:\n  words: Tchiani\n  knd: docs\n---\nA.\n", ["Tchiani"], nil, 1),
      ("---\nstet: off\n---\nA.\n", [], nil, 1), ("---\nstet: {kind: poetry}\n---\nA.\n", [], nil, 1),
      ("---\nstet:\n---\nA.\n", [], nil, 0),
      ("+++\n[stet]\nwords = [\"é\"]\nkind = 'news'\n+++\nA.\n", ["é"], "news", 0),
    ] as [(String, [String], String?, Int)])
  func frontMatterSaysMore(_ text: String, _ words: [String], _ kind: String?, _ faults: Int) {
    let settings = DocumentReader.read(SourceText(text), path: "page.md").settings
    #expect(settings.words == words)
    #expect(settings.kind?.rawValue == kind)
    #expect(settings.faults.count == faults)
  }

  @Test(arguments: cases)
  func scopes(_ item: Case) {
    let source = SourceText(item.text)
    let document = DocumentReader.read(source, path: "page.md")
    let inFrontMatter = document.suppressions.filter(\.isInFrontMatter)
    var found = document.suppressions.filter { !$0.isInFrontMatter }
      .map { "\($0.rule):\(source.string($0.scope))" }
    if !inFrontMatter.isEmpty { found.append(inFrontMatter.map(\.rule).joined(separator: ",") + ":all") }
    #expect(found == item.expected)
    let ids = document.suppressions.map { source.string($0.name) == $0.rule }
    #expect(!ids.contains(false))
  }
}
