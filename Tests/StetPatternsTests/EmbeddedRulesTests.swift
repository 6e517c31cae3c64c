import StetLanguage
import StetLint
import Testing

@testable import StetPatterns

@Suite struct EmbeddedRulesTests {
  @Test func everyEmbeddedRuleLoads() {
    let loaded = PatternSet.load(PatternSet.embeddedFiles, lexicon: Lexicon())
    #expect(loaded.errors.map(\.description) == [])
    #expect(loaded.sets.flatMap(\.rules).count == PatternSet.embeddedFiles.count)
  }

  @Test(arguments: PatternSet.embeddedFiles.map(\.name))
  func examplesHold(_ name: String) {
    let harness = Harness(PatternSet.embeddedFiles.filter { $0.name == name })
    guard let rule = harness.rules.first else { return }
    #expect(name == "Rules/\(rule.family.rawValue)/\(rule.id).yml")
    var wrong: [String] = []
    for example in harness.pages[0].examples {
      let findings = harness.findings(example.text, markdown: example.isMarkdown)
      if findings.map(\.range.indices) != example.marks {
        wrong.append("\(example.expectation): \(harness.marked(example.text, markdown: example.isMarkdown))")
      }
      guard let fixed = example.fixed else { continue }
      let result = harness.fixed(example.text, markdown: example.isMarkdown)
      if result != fixed { wrong.append("fixed: \(result)") }
      if !harness.findings(result, markdown: example.isMarkdown).isEmpty {
        wrong.append("found again after the fix: \(result)")
      }
    }
    #expect(wrong == [])
  }
}
