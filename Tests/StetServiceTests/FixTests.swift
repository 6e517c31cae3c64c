import Foundation
import StetConfiguration
import StetDocument
import StetLint
import StetReports
import StetService
import StetText
import Testing

@Suite("Fixes")
struct FixTests {
  static func fix(
    _ text: String, unsafe: Bool = false, rules: Set<String>? = nil, path: String = "a.md"
  ) throws -> FixedFile {
    let fixer = FileFixer(
      Worker(try Engine()), settings: EffectiveSettings(), takesReview: unsafe, rules: rules)
    return fixer.fix(Array(text.utf8), path: path)
  }

  @Test func safeFixesAreAppliedAndOthersLeft() throws {
    let text = "\u{FEFF}# A \u{1F600} caf\u{E9}\r\n\r\nThe the vote.\r\n\r\nThey waited since three days.\r\n"
    let fixed = try Self.fix(text)
    let safe = fixed.applied.allSatisfy { $0.fix.applicability == .safe }
    #expect(safe)
    #expect(fixed.left.map(\.rule).contains("since-duration"))
    let all = try Self.fix(text, unsafe: true)
    #expect(String(decoding: all.after, as: UTF8.self).hasSuffix("\r\n\r\nThey waited for three days.\r\n"))
    #expect(all.after.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(all.left.isEmpty)
  }

  @Test func onlyTheNamedRulesAreFixed() throws {
    let text = "The the vote.\n\nThey waited since three days.\n"
    let fixed = try Self.fix(text, unsafe: true, rules: ["since-duration"])
    #expect(String(decoding: fixed.after, as: UTF8.self) == "The the vote.\n\nThey waited for three days.\n")
  }

  @Test func aTextWithoutFindingsStaysAsItIs() throws {
    let bytes: [UInt8] = Array("Nothing is wrong here.".utf8) + [0x0D, 0x0A]
    let fixed = try Self.fix(String(decoding: bytes, as: UTF8.self), unsafe: true)
    #expect(!fixed.isChanged && fixed.applied.isEmpty)
  }

  @Test func ofTwoFixesOfTheSameWordsTheFirstCounts() {
    func choice(_ start: Int, _ end: Int, _ text: String) -> FixPass.Choice {
      let range = ByteRange(start, end)
      let fix = Fix(title: "", edits: [Edit(range: range, replacement: text)], applicability: .safe)
      let finding = Finding(range: range, message: "")
      return FixPass.Choice(
        diagnostic: Diagnostic(rule: "r", severity: .error, finding: finding, fingerprint: "\(start)"),
        fix: fix)
    }
    let pass = FixPass([
      choice(2, 2, "x"), choice(2, 4, ""), choice(3, 5, "y"), choice(4, 6, "z"), choice(2, 2, "w"),
    ])
    #expect(pass.applied.count == 3)
    #expect(pass.conflicting.count == 2)
    #expect(String(decoding: pass.result(Array("abcdefg".utf8)), as: UTF8.self) == "abxzg")
  }

  @Test func aFileIsReplacedOnlyAsItWasRead() async throws {
    try await withTemporaryFolder { url in
      let folder = url.path
      let path = "\(folder)/a.txt"
      try Data("old".utf8).write(to: URL(filePath: path))
      let link = "\(folder)/link.txt"
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "a.txt")
      #expect(chmod(path, 0o640) == 0)
      let file = try #require(FileDiscovery.files(in: [link]).files.first)
      #expect(throws: FileWriting.Failure.changed) {
        try FileWriting.replace(file, with: Array("new".utf8), expecting: Array("other".utf8))
      }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
      try FileWriting.replace(file, with: Array("new".utf8), expecting: Array("old".utf8))
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o640)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "a.txt")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["a.txt", "link.txt"])
    }
  }

  @Test(arguments: [
    ("a\nb\nc\n", "a\nB\nc\n"), ("a\n", ""), ("", "a"), ("a", "b"), ("a\nb", "a\nb\n"),
    ("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n", "1\nx\n3\n4\n5\n6\n7\n8\n9\n11\nnew\n"),
    ("x\nx\nx\n", "x\nx\n"), ("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "one\n2\n3\n4\n5\n6\n7\n8\nnine\n"),
  ])
  func patchMakesTheNewTextOfTheOld(_ before: String, _ after: String) async throws {
    let diff = UnifiedDiff(path: "t.txt", before: Array(before.utf8), after: Array(after.utf8)).bytes()
    try await withTemporaryFolder { url in
      let folder = url.path
      try Data(before.utf8).write(to: url.appending(path: "t.txt"))
      try Data(diff).write(to: url.appending(path: "diff"))
      let git = Process()
      git.executableURL = URL(filePath: "/usr/bin/env")
      git.arguments = ["git", "apply", "--whitespace=nowarn", "diff"]
      git.currentDirectoryURL = URL(filePath: folder)
      try git.run()
      git.waitUntilExit()
      #expect(git.terminationStatus == 0)
      let made = (try? String(contentsOfFile: "\(folder)/t.txt", encoding: .utf8)) ?? ""
      #expect(made == after)
    }
  }

  @Test func noChangeIsAnEmptyDiff() {
    #expect(UnifiedDiff(path: "a", before: [1, 10], after: [1, 10]).bytes().isEmpty)
  }
}
