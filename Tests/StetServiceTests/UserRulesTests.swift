import Foundation
import StetConfiguration
import StetDocument
import StetService
import StetText
import Testing

@Suite struct UserRulesTests {
  /// A rule that finds one word; its examples say what they say.
  private static func rule(
    _ id: String, _ word: String, accepts: String = "It is done.", fixed: String = "They use it."
  ) -> String {
    """
    id: \(id)
    family: style
    severity: warning
    summary: a word
    rationale: Our readers asked for it.
    message: “{match}” is no word of ours
    replacements:
      \(word): use
    fix: safe
    flags:
      - text: They ⟦\(word)⟧ it.
        fixed: \(fixed)
      - We ⟦\(word)⟧ it.
    accepts:
      - \(accepts)
      - They use it.
    """
  }

  private func write(_ files: [String: String], into folder: URL) throws {
    for (path, text) in files {
      let url = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  @Test func rulesHoldWhereTheirConfigurationDoes() async throws {
    try await withTemporaryFolder { folder in
      try write(
        [
          "stet.yml": "root: true\nrule-folders: rules\nrules:\n  outer-word: error\n",
          "rules/deep/outer-word.yml": Self.rule("outer-word", "utilise"),
          "rules/.hidden/hidden-word.yml": Self.rule("hidden-word", "hall"),
          "below/stet.yml": "rule-folders: [own]",
          "below/own/inner-word.yml": Self.rule("inner-word", "leverage"),
          "apart/stet.yml": "root: true",
        ], into: folder)
      let paths = ["a.md", "below/b.md", "apart/c.md"].map { folder.appendingPathComponent($0).path }
      let rules = UserRules(for: paths, source: .folders)
      let engine = try Engine(userRules: rules)
      #expect(engine.book.problems == [])
      let settings = RunSettings(engine.book)
      let worker = Worker(engine)
      let found = paths.map { path in
        worker.lint(
          SourceText("They utilise it and leverage the hall.\n"), path: path,
          settings: settings.settings(for: path)
        ).diagnostics.map { "\($0.rule) \($0.severity)" }
      }
      #expect(found == [["outer-word error"], ["outer-word error", "inner-word warning"], []])
      #expect(settings.problems == [])
    }
  }

  @Test func brokenFilesAreNamedAndTheRestLoads() async throws {
    try await withTemporaryFolder { folder in
      try write(
        [
          "rules/good-word.yml": Self.rule("good-word", "utilise"),
          "rules/doubled-word.yml": Self.rule("doubled-word", "leverage"),
          "rules/broken.yml": "id: broken\nfamily: styel\n", "rules/empty.yaml": "",
          "rules/note.txt": "no rule",
        ], into: folder)
      let rules = UserRules(folders: [folder.appendingPathComponent("rules").path, "/nowhere/at/all"])
      let book = try Engine(userRules: rules).book
      #expect(book.rules.filter { $0.origin != nil }.map(\.id) == ["good-word"])
      let lines = book.problems.map(\.line)
      for part in [
        "broken.yml:2:9: “styel” is not known here; did you mean “style”?",
        "empty.yaml:1:1: the file is empty",
        "doubled-word.yml:1:1: there is a rule “doubled-word” already",
        "/nowhere/at/all: the folder of rules",
      ] {
        #expect(lines.contains { $0.contains(part) }, "\(part) in \(lines)")
      }
    }
  }

  @Test func examplesAreTested() async throws {
    try await withTemporaryFolder { folder in
      try write(
        [
          "rules/right.yml": Self.rule("right", "utilise"),
          "rules/wrong.yml": Self.rule(
            "wrong", "leverage", accepts: "No leverage here.", fixed: "They leverage it."),
        ], into: folder)
      let rules = UserRules(folders: [folder.appendingPathComponent("rules").path])
      let run = ExampleRun(try Engine(userRules: rules), files: rules)
      #expect(run.rules == 2)
      #expect(run.examples == 8)
      #expect(run.failures.map(\.rule) == ["wrong", "wrong"])
      #expect(run.failures.map(\.fault) == [.fixed, .findings])
      #expect(run.failures[1].number == 1)
      #expect(run.failures[1].text.hasSuffix("  - No leverage here.\n  + No ⟦leverage⟧ here.\n"))
    }
  }
}
