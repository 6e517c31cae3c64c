import StetConfiguration
import StetLint
import StetService
import StetText
import Testing

/// Comments in a text, from its bytes to what is left of its findings.
@Suite struct SuppressionTests {
  private let worker: Worker

  init() throws { worker = Worker(try Engine()) }

  /// Each `the the` is on a line of its own; the list says which lines are still reported.
  @Test(arguments: [
    ("a the the\n\nb the the\n", [1, 3]),
    ("<!-- stet doubled-word -->\na the the\n\nb the the\n", [4]),
    ("<!-- stet doubled-word -->\n\na the the\n\nb the the\n", [5]),
    ("<!-- stet mojibake -->\na the the\n", [2]),
    ("<!-- stet mojibake doubled-word -->\na the the\n", []),
    ("<!-- stet -->\na the the\n", [2]),
    ("# H\n\n<!-- stet:off doubled-word -->\na the the\n\nb the the\n", []),
    ("<!-- stet:off doubled-word -->\n\na the the\n\n<!-- stet:on doubled-word -->\n\nb the the\n", [7]),
    ("- a the the\n\n<!-- stet doubled-word -->\n\n- b the the\n- c the the\n", [1, 6]),
    ("---\nstet: {off: [doubled-word]}\n---\na the the\n", []),
    ("---\nstet: {off: [mojibake]}\n---\na the the\n", [4]),
    ("<!-- stet doubled-word -->\n| a the the | b |\n|---|---|\n| c the the | d |\n", []),
    ("a the the [sic]\n\nb the the\n", [3]), ("“a the the” [Sic!]\n\nb the the\n", [3]),
    ("a the the [*sic*]\n", []), ("a the the vote [sic]\n", [1]), ("a the the [six]\n", [1]),
    ("---\ntitle: t the the\n---\n\n<!-- stet doubled-word -->\na the the\n", [2]),
  ])
  func commentsExcuseWhatTheySay(_ markdown: String, _ lines: [Int]) {
    let file = worker.lint(SourceText(markdown), path: "a.md")
    let found = file.diagnostics.filter { $0.rule == "doubled-word" }.map { diagnostic in
      file.source.bytes[..<diagnostic.range.lower].count { $0 == 0x0A } + 1
    }
    #expect(found == lines)
  }

  /// What is excused is no finding, and is told all the same.
  @Test(arguments: [
    ("<!-- stet doubled-word -->\nFor the the vote.\n", "<!-- stet doubled-word -->"),
    ("For the the [sic] vote.\n", "the [sic]"),
    ("---\nstet: {off: [doubled-word]}\n---\nFor the the vote.\n", "doubled-word"),
  ])
  func excusedFindingsAreKept(_ markdown: String, _ excuse: String) throws {
    let file = worker.lint(SourceText(markdown), path: "a.md")
    #expect(file.diagnostics.map(\.rule) == [])
    let suppressed = try #require(file.suppressed.first)
    #expect(file.suppressed.count == 1 && suppressed.diagnostic.rule == "doubled-word")
    #expect(file.source.string(suppressed.excuse) == excuse)
    #expect(suppressed.diagnostic.fingerprint.utf8.count == 16)
  }

  /// A comment renames no other finding, so that a baseline still knows it.
  @Test func numbersOfEqualFindingsStay() {
    let text = "For the the vote.\n\nBy the the vote.\n\nFor the the vote.\n"
    func found(_ text: String) -> [String] {
      worker.lint(SourceText(text), path: "a.md").diagnostics.filter { $0.rule == "doubled-word" }
        .map(\.fingerprint)
    }
    let all = found(text)
    #expect(Set(all).count == 3)
    #expect(found("<!-- stet doubled-word -->\n\n" + text) == Array(all.dropFirst()))
  }

  /// The marked parts are what `unused-suppression` finds, and what is left when its safe fixes are applied.
  @Test(
    arguments: [
      ("⟦<!-- stet mojibake -->⟧\nText.\n", "Text.\n"),
      ("One.\n⟦<!-- stet mojibake -->⟧\nTwo.\n", "One.\n\nTwo.\n"),
      ("One.\r\n\r\n⟦<!-- stet mojibake -->⟧\r\n\r\nTwo.\r\n", "One.\r\n\r\nTwo.\r\n"),
      ("⟦<!-- stet:off mojibake, doubled-word -->⟧\n\nText.\n\n<!-- stet:on mojibake -->\n", "Text.\n\n"),
      (
        "<!-- stet:off doubled-word ⟦mojibake⟧ -->\n\nA the the.\n\n<!-- stet:on mojibake -->\n",
        "<!-- stet:off doubled-word -->\n\nA the the.\n\n"
      ),
      ("Text.\n\n⟦<!-- stet mojibake -->⟧", "Text.\n\n"),
      ("⟦<!-- stet spelling -->⟧\n\nText.\n", nil),
      ("---\nstet: {off: [⟦mojibake⟧]}\n---\nText.\n", nil),
      ("---\nstet:\n  ⟦of⟧: [mojibake]\n---\nText.\n", nil),
      ("<!-- stet site-name-variant -->\n\nText.\n", nil),
      ("<!-- stet unused-suppression -->\n\nText.\n", nil),
      ("---\nstet: {off: [unused-suppression, mojibake]}\n---\nText.\n", nil),
    ] as [(String, String?)])
  func uselessCommentsAreFound(_ marked: String, _ fixed: String?) throws {
    let text = try MarkedText(marked)
    let file = worker.lint(SourceText(text.text), path: "a.md")
    let found = file.diagnostics.filter { $0.rule == "unused-suppression" }
    #expect(found.map(\.range.indices) == text.marks)
    let fixer = FileFixer(
      worker, settings: EffectiveSettings(), takesReview: false, rules: ["unused-suppression"])
    let after = fixer.fix(Array(text.text.utf8), path: "a.md").after
    #expect(String(decoding: after, as: UTF8.self) == fixed ?? text.text)
  }

  /// A rule that the settings switch off may be needed in another run.
  @Test func rulesThatAreOffAreNotCalledUnused() {
    var settings = Settings()
    settings.rules["mojibake"] = Placed(value: .off, origin: SettingOrigin(option: "test"))
    let text = SourceText("<!-- stet mojibake -->\n\nText.\n")
    let off = worker.lint(text, path: "a.md", settings: EffectiveSettings(settings))
    #expect(off.diagnostics.isEmpty)
    #expect(worker.lint(text, path: "a.md").diagnostics.map(\.rule) == ["unused-suppression"])
  }

  @Test func wordsOfAFileAreRightInIt() {
    let text = "They met the zorblatic minister of trade in the capital on Monday.\n"
    func found(_ head: String) -> Bool {
      worker.lint(SourceText(head + text), path: "a.md").diagnostics.contains { $0.rule == "unknown-word" }
    }
    let plain = found("")
    #expect(!found("---\nstet: {words: [zorblatic]}\n---\n"))
    #expect(found("") == plain)
  }

  /// Plain text has no comments.
  @Test func plainTextHasNone() {
    let file = worker.lint(SourceText("<!-- stet doubled-word -->\n\na the the\n"), path: "a.txt")
    #expect(file.diagnostics.contains { $0.rule == "doubled-word" })
  }
}
