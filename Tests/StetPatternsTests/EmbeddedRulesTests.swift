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

  /// What is left out at the start is the examples and nothing else.
  @Test func aCarriedRuleIsTheWholeRule() {
    let whole = PatternSet.embeddedFiles.map { PatternSet.File(name: $0.name, bytes: $0.bytes) }
    let read = PatternSet.load(whole, lexicon: Lexicon())
    let carried = PatternSet.load(PatternSet.embeddedFiles, lexicon: Lexicon())
    #expect(read.errors.isEmpty)
    #expect(read.sets.flatMap(\.definitions).map(parts) == carried.sets.flatMap(\.definitions).map(parts))
    let pages = read.sets.flatMap(\.definitions).map { "\($0.page.debugDescription)" }
    #expect(!pages.contains("nil"))
    let carriedPages = carried.sets.flatMap { set in set.rules.map { "\(set.page($0).debugDescription)" } }
    #expect(pages == carriedPages)
  }

  /// All of a rule but its page; sets are sorted, since their order is another each time.
  private func parts(_ rule: PatternRule) -> [String] {
    let (metadata, place) = (rule.metadata, rule.place)
    let names = [
      metadata.id, metadata.summary, metadata.severity.rawValue, metadata.stage.rawValue, rule.message,
    ]
    let sets = [
      metadata.packs.map { "\($0)" }.sorted(), place.blocks.map { "\($0)" }.sorted(),
      place.kinds.map(\.rawValue).sorted(), metadata.aliases,
    ].map { "\($0)" }
    let surroundings = "\(place.quoted) \(place.position) \(place.firstBlocks ?? 0) \(place.lastBlocks ?? 0)"
    return names + sets + [
      surroundings, "\(place.allowsMarkup) \(metadata.languages) \(rule.applicability)",
      "\(rule.alternatives)",
      "\(rule.exceptions)",
    ]
  }

  @Test(arguments: PatternSet.embeddedFiles.map(\.name))
  func examplesHold(_ name: String) {
    let harness = Harness(PatternSet.embeddedFiles.filter { $0.name == name })
    guard let rule = harness.rules.first else { return }
    #expect(name == "Rules/\(rule.family.rawValue)/\(rule.id).yml")
    var wrong: [String] = []
    let examples = harness.page(rule)?.examples ?? []
    #expect(examples.count >= 4)
    for example in examples {
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
