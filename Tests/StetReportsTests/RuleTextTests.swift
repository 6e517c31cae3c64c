import Testing

@testable import StetReports

@Suite struct RuleTextTests {
  @Test func explainShowsTheWholePage() {
    #expect(
      RuleText(Sample.rules[0]).plain() == """
        doubled-word: A word that stands twice

        Severity: warning
        Family: repetition
        Former names: repeated-word

        A hand that pasted leaves words twice.

        Names are let stand.

        Marks:
            He saw ⟦the the⟧ dog.
          becomes
            He saw the dog.

        Lets stand:
            He had had enough.

        Measured precision: 97 of 100

        """)
  }

  @Test(
    arguments: [
      (nil, "A hand that pasted leaves words twice."), (20, "A hand that pasted\nleaves words twice."),
      (18, "A hand that pasted\nleaves words\ntwice."), (3, "A\nhand\nthat\npasted\nleaves\nwords\ntwice."),
    ] as [(Int?, String)])
  func paragraphsBreakBetweenWords(width: Int?, paragraph: String) {
    #expect(RuleText(Sample.rules[0]).plain(width: width).contains("\n\n\(paragraph)\n\n"))
  }

  @Test func markdownFencesTheExamples() {
    let text = RuleText(Sample.rules[0]).markdown()
    #expect(text.hasPrefix("# doubled-word\n\nA word that stands twice\n\n- **Severity**: warning\n"))
    #expect(
      text.contains(
        "Marks:\n\n```text\nHe saw ⟦the the⟧ dog.\n```\n\nbecomes\n\n```text\nHe saw the dog.\n```\n"))
  }

  @Test func aRuleWithoutPageIsShort() {
    #expect(
      RuleText(Sample.rules[1]).plain() == """
        confused-demonym: A demonym of the wrong country

        Severity: error
        Family: places
        Stage: preview, off unless asked for

        """)
  }

  @Test func theTableIsAligned() {
    #expect(
      RuleTable(Sample.rules).plain() == """
        rule              severity         family      packs  summary
        confused-demonym  error (preview)  places      all    A demonym of the wrong country
        vague-army        note             places      all    An army of no country
        doubled-word      warning          repetition  all    A word that stands twice

        """)
  }

  @Test func jsonHoldsTheSame() throws {
    let table = try #require(try parsed(RuleTable(Sample.rules).json()) as? [[String: Any]])
    #expect(table.map { $0["id"] as? String } == ["confused-demonym", "vague-army", "doubled-word"])
    let rule = try #require(try parsed(RuleText(Sample.rules[0]).json()) as? [String: Any])
    let examples = try #require(rule["examples"] as? [[String: Any]])
    #expect(examples.first?["marks"] as? [[String: Int]] == [["start": 7, "end": 14]])
    #expect(rule["precision"] as? String == "97 of 100")
  }
}
