import Foundation
import StetDocument
import StetLint
import StetText
import Testing

@testable import StetService

/// What a diff says about files, and which findings are of the change.
@Suite struct ChangeTests {
  /// A diff, the new text, the added parts of it, and the old text.
  @Test(arguments: [
    ("@@ -1 +1,2 @@\n-a\n+b\n+c\n", "b\nc\nd\n", ["b\nc\n"], "a\nd\n"),
    ("@@ -2,0 +3 @@\n+new\n", "1\n2\nnew\n3\n", ["new\n"], "1\n2\n3\n"),
    ("@@ -2 +1,0 @@\n-gone\n", "1\n3\n", [], "1\ngone\n3\n"),
    ("@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n", "a\nB\nc\n", ["B\n"], "a\nb\nc\n"),
    ("@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n", "b\n", ["b\n"], "a"),
    ("@@ -1 +1 @@\n-a\n+b\n\\ No newline at end of file\n", "b", ["b"], "a\n"),
    ("@@ -0,0 +1 @@\n+a\n", "a\n", ["a\n"], ""), ("@@ -1 +1 @@\n-a\n+b\n", "b\r\n", ["b\r\n"], "a\n"),
    ("@@ -1 +1,2 @@\n a\n+--- b\n", "a\n--- b\n", ["--- b\n"], "a\n"),
    ("@@ -1,2 +1,3 @@\n a\n+b\n\n", "a\nb\n\n", ["b\n"], "a\n\n"),
  ])
  func hunksAreUndone(_ hunk: String, _ new: String, _ added: [String], _ old: String) throws {
    let diff = "diff --git a/x.md b/x.md\n--- a/x.md\n+++ b/x.md\n" + hunk
    let files = try UnifiedDiffReader.read(Array(diff.utf8))
    #expect(files.map { String(decoding: $0.name, as: UTF8.self) } == ["b/x.md"])
    let source = SourceText(new)
    let outcome = try files[0].change.undo(source.bytes)
    #expect(outcome.added.map(source.string) == added)
    #expect(outcome.before.map { String(decoding: $0, as: UTF8.self) } == old)
    // Lines that are gone cannot be looked up.
    guard !added.isEmpty else { return }
    #expect(throws: FileChange.Mismatch.self) {
      try files[0].change.undo(Array("quite another text".utf8)) as FileChange.Outcome
    }
  }

  @Test(arguments: [
    ("--- a/x y.md\t\n+++ b/x y.md\t\n@@ -1 +1 @@\n-a\n+b\n", ["b/x y.md"], true),
    ("--- old/x.md\t2026-01-01\n+++ new/x.md\t2026-01-02\n@@ -1 +1 @@\n-a\n+b\n", ["new/x.md"], false),
    (
      "--- \"a/caf\\303\\251 \\\"q\\\".md\"\n+++ \"b/caf\\303\\251 \\\"q\\\".md\"\n", ["b/café \"q\".md"],
      true
    ),
    (
      "\u{1B}[1m--- a/x.md\u{1B}[m\n\u{1B}[1m+++ b/x.md\u{1B}[m\n\u{1B}[36m@@ -1 +1 @@\u{1B}[m\n"
        + "\u{1B}[31m-a\u{1B}[m\n\u{1B}[32m+\u{1B}[m\u{1B}[32mb\u{1B}[m\n", ["b/x.md"], true
    ),
    ("--- i/x.md\n+++ w/x.md\n", ["w/x.md"], true),
    ("--- /dev/null\n+++ b/x.md\n@@ -0,0 +1 @@\n+a\n", ["b/x.md"], true),
    ("--- x.md\n+++ x.md\n", ["x.md"], false),
    ("--- a/x.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n", ["/dev/null"], true),
    ("diff --git a/p.png b/p.png\nBinary files a/p.png and b/p.png differ\n", ["b/p.png"], true),
    ("diff --git a/x b/y\nsimilarity index 100%\nrename from x\nrename to y\n", [], true), ("", [], true),
    ("\n", [], true),
  ])
  func namesAreRead(_ diff: String, _ names: [String], _ hasPrefix: Bool) throws {
    let files = try UnifiedDiffReader.read(Array(diff.utf8))
    #expect(files.map { String(decoding: $0.name, as: UTF8.self) } == names)
    #expect(files.allSatisfy { $0.hasPrefix == hasPrefix })
  }

  @Test(arguments: [
    ("This is a letter.\n", 1, "this is no unified diff"), ("diff --cc x\n", 1, "this is the combined diff"),
    ("--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n", 4, "the diff ends within a hunk"),
    ("@@ -1 +1 @@\n-a\n+b\n", 1, "a hunk stands"),
    ("--- a/x\n+++ b/x\n@@ -x +1 @@\n", 3, "a hunk begins like"),
    ("--- a/x\n+++ b/x\n@@ -1 +1 @@\n*a\n", 4, "a line of a hunk"),
  ])
  func faultsNameTheirLine(_ diff: String, _ line: Int, _ message: String) {
    #expect {
      _ = try UnifiedDiffReader.read(Array(diff.utf8))
    } throws: { error in
      let fault = error as? UnifiedDiffReader.Fault
      return fault?.line == line && fault?.message.hasPrefix(message) == true
    }
  }

  private static let engine = Result { try Engine() }

  /// The old text, the new one, and the rules with the words that are of the change.
  @Test(arguments: [
    // Faults of old lines are old.
    ("The the vote.\n\nEnd.\n", "The the vote.\n\nEnd.\n\nA new new line.\n", ["doubled-word:new new"]),
    // An old fault in a line that was edited belongs to the change.
    ("The the vote.\n", "The the ballot.\n", ["doubled-word:The the"]),
    // The same fault as before, moved by other lines.
    ("One.\n\nThe the vote.\n", "One.\n\nTwo.\n\nThree.\n\nThe the vote.\n", []),
    // The sentence goes on in another line, which was edited: still the old fault.
    ("The the vote\nwas calm.\n", "The the vote\nwas long.\n", []),
    // What was one way throughout is now mixed; the finding may stand in the old text.
    (
      "The colour of the harbour is grey.\n\nThe flavour is good.\n",
      "The colour of the harbour is grey.\n\nThe flavour is good.\n\nThe color of the labor center is gray.\n",
      ["spelling-dialect-mixed:*"]
    ),
  ])
  func findingsOfTheChange(_ old: String, _ new: String, _ expected: [String]) async throws {
    let worker = Worker(try Self.engine.get())
    try await withTemporaryFolder { folder in
      let path = folder.appendingPathComponent("a.md").path
      try Data(new.utf8).write(to: URL(fileURLWithPath: path))
      try Data(old.utf8).write(to: folder.appendingPathComponent("old.md"))
      let diff = Subprocess.run(["diff", "-u", folder.path + "/old.md", path])
      #expect(diff.status == 1)
      let changes = try ChangeSet(diff.output, place: "diff", folders: [FilePath.current])
      let file = try #require(FileDiscovery.files(in: [path]).files.first)
      #expect(changes.contains(file))
      let linted = worker.lint(SourceText(new), path: path)
      let judged = try changes.judge(linted, file, projectRules: []) {
        worker.result(SourceText($0), path: path, settings: .init())
      }
      #expect(judged.diagnostics.count + judged.unchanged.count == linted.diagnostics.count)
      let found = judged.diagnostics.map { "\($0.rule):\(judged.source.string($0.range))" }
      if let rule = expected.first, rule.hasSuffix(":*") {
        #expect(!found.isEmpty && found.allSatisfy { $0.hasPrefix(rule.dropLast()) })
      } else {
        #expect(found == expected)
      }
    }
  }

  @Test func aFileThatIsAnotherThanTheDiffLeftIsTold() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.appendingPathComponent("a.md").path
      try Data("Quite another text.\n".utf8).write(to: URL(fileURLWithPath: path))
      let diff = "--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-x\n+y\n"
      let changes = try ChangeSet(
        Array(diff.utf8), place: "diff", folders: [FilePath.components(folder.path)])
      let files = FileDiscovery.files(in: [path]).files
      var places: [String] = []
      await LintRun(try Self.engine.get(), files: files, workers: 1, changes: changes).forEach { outcome, _ in
        if case .failed(let problem) = outcome { places.append(problem.place) }
      }
      #expect(places == ["\(path):1"])
    }
  }

  @Test func programsAreRunWithoutAShell() {
    let outcome = Subprocess.run(["printf", "%s|", "a b", "$HOME", "'"], environment: ["X": "1"])
    #expect(outcome.status == 0 && String(decoding: outcome.output, as: UTF8.self) == "a b|$HOME|'|")
    #expect(Subprocess.run(["stet-no-such-program"]).status == 127)
    let much = Subprocess.run(["sh", "-c", "yes x | head -100000 >&2; yes y | head -100000; exit 3"])
    #expect(much.status == 3 && much.output.count == 200_000 && much.errors.count == 200_000)
  }
}
