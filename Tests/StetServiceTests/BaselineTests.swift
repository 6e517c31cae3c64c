import Foundation
import StetDocument
import StetLint
import StetService
import StetText
import Testing

@Suite("Baselines")
struct BaselineTests {
  @Test func linesAreSortedAndReadBack() throws {
    let entries: Set<Baseline.Entry> = [
      .init(path: "b.md", rule: "a", fingerprint: "2"), .init(path: "a b.md", rule: "z", fingerprint: "1"),
      .init(path: "b.md", rule: "a", fingerprint: "1"),
    ]
    let bytes = Baseline(entries).bytes()
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines == ["a b.md\tz\t1", "b.md\ta\t1", "b.md\ta\t2"])
    #expect(try Baseline(bytes).entries == entries)
    #expect(try Baseline(Array("\r\n# a\r\nx\ty\tz\r\n".utf8)).entries.count == 1)
  }

  @Test(arguments: [
    ("# a\na.md rule 1\n", 2, "a line is a path"), ("a\tb\tc\n<<<<<<< ours\n", 2, "a conflict of a merge"),
    ("a\t\tc\n", 1, "a line is a path"),
  ])
  func aFaultNamesItsLine(_ text: String, line: Int, message: String) {
    #expect {
      _ = try Baseline(Array(text.utf8))
    } throws: { error in
      let fault = error as? Baseline.Fault
      return fault?.line == line && fault?.message.hasPrefix(message) == true
    }
  }

  /// What an editor does to a text between two runs: nothing that was known becomes news.
  @Test(arguments: ["head", "line ends", "foot", "blanks"])
  func knownFindingsStayKnown(_ place: String) async throws {
    func edit(_ text: String) -> String {
      switch place {
      case "head": "A new first line.\n\n" + text
      case "line ends": text.replacingOccurrences(of: "\n", with: "\r\n")
      case "foot": text + "\n\nOne more paragraph, and nothing wrong in it.\n"
      default: text.replacingOccurrences(of: "the vote", with: "the  vote")
      }
    }
    let text = "The the vote was calm.\n\nThey waited since three days. The the end.\n\nThe the end.\n"
    let worker = Worker(try Engine())
    try await withTemporaryFolder { folder in
      let path = folder.appending(path: "base.txt").path
      let file = folder.appending(path: "a.txt").path
      var filter = try BaselineFilter(path: path, mustExist: false)
      let before = worker.lint(SourceText(Array(text.utf8)), path: file)
      #expect(before.diagnostics.count == 4)
      try filter.write(Baseline(Set(filter.entries(of: before))))
      filter = try BaselineFilter(path: path, mustExist: true)
      var after = worker.lint(SourceText(Array(edit(text).utf8)), path: file)
      after.diagnostics.removeAll { $0.rule == "double-space" }
      #expect(filter.apply(&after) == 4)
      #expect(after.diagnostics.isEmpty)
      #expect(filter.mended.isEmpty)
      let new = text + "\nA new new fault.\n"
      var news = worker.lint(SourceText(Array(new.utf8)), path: file)
      _ = filter.apply(&news)
      #expect(news.diagnostics.map(\.rule) == ["doubled-word"])
    }
  }

  /// Of equal findings as many are known as there were: the sentence stands so often, with its fault.
  @Test(arguments: [(3, 3, 0, 0), (3, 2, 0, 1), (3, 4, 1, 0), (1, 0, 0, 1), (0, 2, 2, 0)])
  func equalFindingsAreCounted(_ before: Int, _ after: Int, _ new: Int, _ mended: Int) async throws {
    let worker = Worker(try Engine())
    func lint(_ count: Int, _ path: String) -> LintedFile {
      let text = String(repeating: "The the vote was calm.\n\n", count: count) + "It rained.\n"
      var file = worker.lint(SourceText(Array(text.utf8)), path: path)
      file.diagnostics.removeAll { $0.rule != "doubled-word" }
      return file
    }
    try await withTemporaryFolder { folder in
      let path = folder.appending(path: "base.txt").path
      let file = folder.appending(path: "a.txt").path
      var filter = try BaselineFilter(path: path, mustExist: false)
      try filter.write(Baseline(Set(filter.entries(of: lint(before, file)))))
      filter = try BaselineFilter(path: path, mustExist: true)
      var linted = lint(after, file)
      #expect(filter.apply(&linted) == min(before, after))
      #expect(linted.diagnostics.count == new)
      #expect(filter.mended.count == mended)
    }
  }

  @Test func aBaselineThatMustBeThereIsMissed() {
    #expect(throws: Problem.self) { try BaselineFilter(path: "/nowhere/base.txt", mustExist: true) }
  }
}
