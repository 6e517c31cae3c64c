import Foundation
import StetConfiguration
import StetLint
import Testing

@Suite("Configuration of a file")
struct ConfigurationTreeTests {
  static let rule = RuleMetadata(
    id: "doubled-word", family: .stray, severity: .error, summary: "", aliases: ["twice-the-word"])
  static let preview = RuleMetadata(
    id: "young-rule", family: .stray, severity: .warning, summary: "", stage: .preview)

  /// A folder with these files, removed afterwards.
  static func withFiles(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let top = FileManager.default.temporaryDirectory.appending(path: "stet-tree-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: top) }
    for (name, text) in files {
      let path = "\(top)/\(name)"
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: path))
    }
    try body(top)
  }

  static func tree(_ source: ConfigurationTree.Source = .folders) -> ConfigurationTree {
    ConfigurationTree(source, names: RuleNames([rule, preview]))
  }

  @Test func theNearestFileCountsMostAndOnlyWithinItsRepository() throws {
    let files = [
      "stet.yml": "rules:\n  doubled-word: note\nkind: opinion\n",
      "site/.git/HEAD": "",
      "site/stet.yml": "pack: docs\nwords: [Tchiani]\nrules:\n  stray: warning\n",
      "site/news/stet.yml": "pack: strict\nwords: [Niamey]\n",
      "site/alone/.stet.yml": "root: true\nkind: news\n",
    ]
    try Self.withFiles(files) { top in
      let tree = Self.tree()
      let news = tree.settings(for: "\(top)/site/news/a.md")
      #expect(news.pack == .strict)
      #expect(news.kind == nil, "the file above the repository is not read")
      #expect(news.words == ["Tchiani", "Niamey"])
      #expect(news.severity(of: Self.rule) == .warning, "the family was set, the rule was not")
      #expect(news.files.count == 2)
      let alone = tree.settings(for: "\(top)/site/alone/deep/x.md")
      #expect(alone.pack == .standard && alone.kind == .news)
      #expect(tree.settings(for: "\(top)/other/x.md").severity(of: Self.rule) == .note)
      #expect(tree.faults.isEmpty)
    }
  }

  @Test(arguments: [
    ("op/a.md", "opinion"), ("op/deep/a.md", "opinion"), ("x/op/a.md", "-"), ("a.txt", "news"),
    ("op/a.txt", "news"), ("x/wire/y.md", "news"),
  ])
  func aPatternNamesFilesAsGitWould(_ path: String, kind: String) throws {
    let text = """
      paths:
        op/**: {kind: opinion}
        wire: {kind: news}
        "*.txt": {kind: news}
      """
    try Self.withFiles(["stet.yml": text]) { top in
      #expect(Self.tree().settings(for: "\(top)/\(path)").kind?.rawValue ?? "-" == kind)
    }
  }

  @Test func aRuleIsNamedByItsFormerIdToo() throws {
    try Self.withFiles(["stet.yml": "rules: {twice-the-word: off, stray: on}"]) { top in
      let settings = Self.tree().settings(for: "\(top)/a.md")
      #expect(settings.severity(of: Self.rule) == nil)
      #expect(settings.severity(of: Self.preview) == nil, "a family does not switch previews on")
    }
    try Self.withFiles(["stet.yml": "rules: {young-rule: on}"]) { top in
      #expect(Self.tree().settings(for: "\(top)/a.md").severity(of: Self.preview) == .warning)
    }
  }

  @Test func ignoredFilesAreToldWithTheFileThatSaysSo() throws {
    try Self.withFiles(["stet.yml": "ignore: [drafts, /top.md, 'a/*/c.md']"]) { top in
      let tree = Self.tree()
      for path in ["drafts/x.md", "deep/drafts/x.md", "top.md", "a/b/c.md"] {
        #expect(tree.ignoring("\(top)/\(path)") != nil, "\(path)")
      }
      for path in ["x.md", "deep/top.md", "b/a/b/c.md"] {
        #expect(tree.ignoring("\(top)/\(path)") == nil, "\(path)")
      }
    }
  }

  @Test func oneFileForAllOrNone() throws {
    try Self.withFiles(["house.yml": "pack: docs", "stet.yml": "pack: strict"]) { top in
      #expect(Self.tree(.file("\(top)/house.yml")).settings(for: "\(top)/a.md").pack == .docs)
      #expect(Self.tree(.none).settings(for: "\(top)/a.md").pack == .standard)
      let missing = Self.tree(.file("\(top)/nothing.yml"))
      #expect(missing.errors.count == 1)
    }
  }

  /// Nearer files say more, lists and mappings add up, and who chooses an option wants the rule.
  @Test func optionsHoldByPath() throws {
    typealias Reader = ConfigurationReaderTests
    let rule = Reader.optional
    let files = [
      "stet.yml": """
      rules:
        house-style: {longest: 20, prefer: {Kiev: Kyiv, Burma: Myanmar}, except: [one]}
      paths:
        "op/**":
          rules: {house-style: {longest: 60, prefer: {Burma: Burma}}}
        "raw/**":
          rules: {house-style: off}
      """,
      "deep/stet.yml": "pack: strict\nrules: {house-style: {except: [two], form: word}}",
      "alone/stet.yml": "root: true\npack: strict",
    ]
    try Self.withFiles(files) { top in
      let tree = ConfigurationTree(.folders, names: RuleNames([rule]))
      let plain = tree.settings(for: "\(top)/a.md")
      #expect(plain.severity(of: rule) == .warning)
      #expect(plain.options(of: rule)[Reader.longest] == 20)
      let opinion = tree.settings(for: "\(top)/op/a.md").options(of: rule)
      #expect(opinion[Reader.longest] == 60)
      #expect(opinion[Reader.prefer] == ["Kiev": "Kyiv", "Burma": "Burma"])
      let deep = tree.settings(for: "\(top)/deep/a.md").options(of: rule)
      #expect(deep[Reader.except] == ["one", "two"])
      #expect(deep[Reader.form] == .word && deep[Reader.longest] == 20)
      #expect(tree.settings(for: "\(top)/raw/a.md").severity(of: rule) == nil)
      let alone = tree.settings(for: "\(top)/alone/a.md")
      #expect(alone.severity(of: rule) == nil, "nothing is chosen, and the rule is a preview")
      #expect(alone.options(of: rule)[Reader.longest] == 30, "the pack has a standard of its own")
      #expect(tree.faults.isEmpty)
    }
  }
}
