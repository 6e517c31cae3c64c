import StetLint
import Testing

@Suite struct RulePageReaderTests {
  @Test func readsAPage() throws {
    let page = try RulePageReader.read(
      """
      # zero-width-character

      Invisible characters break words.

      Joiners in emoji are right.

      ```flags
      Ni⟦\\u{200B}⟧ger
      ```
      ```fixed
      Niger
      ```

      ```accepts markdown
      **ok** \\n
      ```

      ## Precision

      Not measured yet.
      """)
    #expect(page.rationale == "Invisible characters break words.\n\nJoiners in emoji are right.")
    #expect(page.precision == "Not measured yet.")
    #expect(page.examples.map(\.text) == ["Ni\u{200B}ger", "**ok** \\n"])
    #expect(page.examples.map(\.marks) == [[2..<5], []])
    #expect(page.examples.map(\.fixed) == ["Niger", nil])
    #expect(page.examples.map(\.isMarkdown) == [false, true])
  }

  @Test(arguments: [
    ("```flags\nno mark\n```", 1, "a `flags` block marks"),
    ("text\n```accepts\n⟦a⟧\n```", 2, "an `accepts` block has no"),
    ("```flags\n⟦a\n```", 1, "a ⟦ has no ⟧"),
    ("```flags\n⟦a⟧\n```\ntext\n```fixed\na\n```", 5, "a `fixed` block stands right after"),
    ("```flag\n⟦a⟧\n```", 1, "there is no block “flag”"),
    ("```flags\n⟦a⟧", 1, "the block that opens here is never closed"),
    ("## Precisions", 1, "a page has the sections"),
  ])
  func saysWhatIsWrong(_ page: String, _ line: Int, _ message: String) {
    let fault = #expect(throws: RulePageFault.self) { try RulePageReader.read(page) }
    #expect(fault?.line == line && fault?.message.hasPrefix(message) == true, "\(String(describing: fault))")
  }
}
