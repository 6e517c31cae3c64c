import Foundation
import StetDocument
import StetLint
import StetReports
import StetService
import Testing

/// Files as one project: a spelling that one file has against that of the others.
@Suite struct ProjectRunTests {
  private static let made = Result { try Engine() }

  private static func engine() throws -> Engine { try made.get() }

  @Test func aRareSpellingIsFoundInItsFileAndSorted() async throws {
    try await withTemporaryFolder { folder in
      try Self.writeSite(into: folder)
      let files = try await Self.lint(folder, workers: 1)
      let found = files.mapValues { $0.diagnostics.filter { $0.rule == "site-name-variant" } }
        .filter { !$0.value.isEmpty }
      #expect(found.keys.sorted() == ["odd.md", "odd.txt"])
      let plain = try #require(files["odd.txt"])
      #expect(plain.diagnostics.map(\.rule) == ["doubled-word", "site-name-variant", "doubled-word"])
      let diagnostic = try #require(found["odd.txt"]?.first)
      #expect(plain.source.string(diagnostic.range) == "Abdou Turkani")
      #expect(
        diagnostic.message
          == "“Abdou Turkani” looks like another spelling of “Abdou Tourkani”, which 12 files have. Use that one."
      )
      #expect(diagnostic.fixes.first?.edits.first?.replacement == "Abdou Tourkani")
      #expect(diagnostic.fingerprint.utf8.count == 16)
      // Behind an entity: prose and source differ, and the range counts source bytes.
      let markdown = try #require(files["odd.md"])
      #expect(found["odd.md"]?.map { markdown.source.string($0.range) } == ["Hamid Osmanovski"])
    }
  }

  @Test func reportsDoNotDependOnTheNumberOfWorkers() async throws {
    try await withTemporaryFolder { folder in
      try Self.writeSite(into: folder)
      for format in ["json", "sarif"] {
        let one = try await Self.report(folder, workers: 1, format)
        let two = try await Self.report(folder, workers: 2, format)
        #expect(one == two)
        let results =
          String(decoding: one, as: UTF8.self).components(separatedBy: "looks like another").count - 1
        #expect(results == 2)
      }
    }
  }

  /// Whoever excuses it is not told, a rule of one text has the first word, two houses are no slip.
  @Test(arguments: [
    ("excused.md", "<!-- stet site-name-variant -->\n\nPresident Abdou Turkani left.\n"),
    ("both.txt", "President Abdou Turkani left. Abdou Tourkani is ill, and Tourkani's men know it.\n"),
    ("quoted.txt", "She wrote: “Abdou Turkani left the town before noon, and nobody saw him go.”\n"),
    ("other.txt", "President Karim Turkani left the palace.\n"),
    ("ending.txt", "Mrs Abdoua Tourkani left the palace.\n"),
  ])
  func silence(_ name: String, _ text: String) async throws {
    try await withTemporaryFolder { folder in
      try Self.writeSite(into: folder, odd: false)
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
      let files = try await Self.lint(folder, workers: 2)
      #expect(files[name] != nil)
      #expect(
        files.values.flatMap(\.diagnostics).filter { $0.rule == "site-name-variant" }.map(\.message) == [])
    }
  }

  /// One file writes a term unlike the twelve others: each of the families, and where the rule must be silent.
  @Test(
    arguments: [
      ("The new air base was closed.", "air base", "airbase"),
      ("Both air-bases were closed.", "air-bases", "airbase"),
      ("Prices rose by 7 percent in May.", "7 percent", "%"),
      ("The U.S. minister left on Friday.", "U.S.", "US"),
      ("The treaty was signed on June 9 in the old town hall.", "June 9", "5 May"),
      ("A ferry left Basse Terre at noon.", "Basse Terre", "Basse-Terre"),
      ("They put the code on Gitforge on Friday.", "Gitforge", "GitForge"),
      ("The airbase was closed, and prices rose by 7% on 9 June in the old town.", nil, ""),
      ("“The air base is open,” she said.", nil, ""),
      ("The air base is closed. Two jets left the airbase, and the airbase was searched.", nil, ""),
      ("The air was base, and they set up a tent.", nil, ""),
    ] as [(String, String?, String)])
  func aTermThatOneFileWritesUnlikeAllOthers(_ text: String, _ marked: String?, _ kept: String) async throws {
    try await withTemporaryFolder { folder in
      for number in 0..<12 {
        let text = """
          The airbase of Basse-Terre saw day \(number) on 5 May, as prices rose by \(number + 2)% in the town.

          The US envoy put the report of the talks on GitForge, and the mayor read it.
          """
        try Data(text.utf8).write(to: folder.appendingPathComponent("a-\(number).txt"))
      }
      try Data(text.utf8).write(to: folder.appendingPathComponent("odd.txt"))
      let files = try await Self.lint(folder, workers: 2)
      let found = files.values.flatMap { file in
        file.diagnostics.filter { $0.rule == "site-term-variant" }.map { (file, $0) }
      }
      #expect(found.map { $0.0.source.string($0.1.range) } == (marked.map { [$0] } ?? []))
      #expect(found.allSatisfy { $0.0.path.hasSuffix("odd.txt") && $0.1.message.contains("“\(kept)”") })
    }
  }

  /// Both files that have the rare form are told, whichever comes first, and each keeps its fingerprint when another
  /// file joins them.
  @Test func fingerprintsDoNotDependOnOtherFiles() async throws {
    try await withTemporaryFolder { folder in
      try Self.writeSite(into: folder)
      let rule = "site-name-variant"
      func fingerprints() async throws -> [String: [String]] {
        try await Self.lint(folder, workers: 2).mapValues { file in
          file.diagnostics.filter { $0.rule == rule }.map(\.fingerprint)
        }.filter { !$0.value.isEmpty }
      }
      let before = try await fingerprints()
      try Data("A first line.\n\nThe talks with President Abdou Turkani failed.\n".utf8)
        .write(to: folder.appendingPathComponent("a-first.txt"))
      let after = try await fingerprints()
      #expect(after.keys.sorted() == ["a-first.txt", "odd.md", "odd.txt"])
      #expect(before.allSatisfy { after[$0.key] == $0.value })
    }
  }

  /// A configuration says which folders are compared.
  @Test func onlyFilesWhoseConfigurationSaysSoAreCompared() async throws {
    try await withTemporaryFolder { folder in
      for name in ["in", "out"] {
        let inner = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        try Self.writeSite(into: inner)
      }
      try Data("root: true\nproject: true\n".utf8).write(to: folder.appendingPathComponent("in/stet.yml"))
      try Data("root: true\n".utf8).write(to: folder.appendingPathComponent("out/stet.yml"))
      let engine = try Self.engine()
      let settings = RunSettings(engine.book)
      let found = FileDiscovery.files(in: [folder.path])
      #expect(settings.compares(found.files))
      #expect(!settings.compares(FileDiscovery.files(in: [folder.path + "/out"]).files))
      var marked: [String] = []
      await ProjectRun(engine, files: found.files, workers: 2, settings: settings, comparesAll: false)
        .forEach(progress: { _ in }) { outcome, _ in
          guard case .linted(let file) = outcome,
            file.diagnostics.contains(where: { $0.rule == "site-name-variant" })
          else { return }
          marked.append(String(file.path.dropFirst(folder.path.count + 1)))
        }
      #expect(marked == ["in/odd.md", "in/odd.txt"])
    }
  }

  @Test func aLostFileIsAProblemAndTheOthersAreCompared() async throws {
    try await withTemporaryFolder { folder in
      try Self.writeSite(into: folder)
      let found = FileDiscovery.files(in: [folder.path])
      try FileManager.default.removeItem(at: folder.appendingPathComponent("a-3.txt"))
      var problems: [Problem] = []
      var count = 0
      await ProjectRun(try Self.engine(), files: found.files, workers: 2).forEach(progress: { _ in }) {
        outcome, _ in
        switch outcome {
        case .linted(let file): count += file.diagnostics.count { $0.rule == "site-name-variant" }
        case .failed(let problem): problems.append(problem)
        }
      }
      #expect(problems.map(\.place) == [folder.path + "/a-3.txt"])
      #expect(count == 2)
    }
  }

  /// What is kept grows with the number of different names: twice the files with the same names cost nothing.
  @Test func memoryDoesNotGrowWithTheFiles() async throws {
    var kept: [Int] = []
    for copies in [1, 4] {
      try await withTemporaryFolder { folder in
        for copy in 0..<copies {
          let inner = folder.appendingPathComponent("copy-\(copy)")
          try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
          try Self.writeSite(into: inner)
        }
        let found = FileDiscovery.files(in: [folder.path])
        kept.append(
          await ProjectRun(try Self.engine(), files: found.files, workers: 2).forEach(progress: { _ in }) {
            _, _ in
          })
      }
    }
    // The allocator rounds up as it likes.
    #expect(abs(kept[0] - kept[1]) < kept[0] / 50)
    #expect(kept[0] > 0)
  }

  // MARK: A site

  private static func writeSite(into folder: URL, odd: Bool = true) throws {
    for number in 0..<12 {
      let text = "President Abdou Tourkani met Hamid Osmanowski on day \(number). Tourkani said little.\n"
      try Data(text.utf8).write(to: folder.appendingPathComponent("a-\(number).txt"))
    }
    guard odd else { return }
    try Data("The the talks with President Abdou Turkani failed. The the army left.\n".utf8)
      .write(to: folder.appendingPathComponent("odd.txt"))
    try Data("Bread &amp; butter: **Hamid Osmanovski** was asked first.\n".utf8)
      .write(to: folder.appendingPathComponent("odd.md"))
  }

  private static func lint(_ folder: URL, workers: Int) async throws -> [String: LintedFile] {
    var files: [String: LintedFile] = [:]
    let found = FileDiscovery.files(in: [folder.path])
    await ProjectRun(try engine(), files: found.files, workers: workers).forEach(progress: { _ in }) {
      outcome, _ in
      if case .linted(let file) = outcome { files[String(file.path.dropFirst(folder.path.count + 1))] = file }
    }
    return files
  }

  private static func report(_ folder: URL, workers: Int, _ format: String) async throws -> [UInt8] {
    let output = Sink()
    let tool = ReportingTool(version: "test")
    let rules = try engine().book.rules.map { DescribedRule($0, page: nil) }
    var report: any DiagnosticReport =
      format == "json"
      ? JSONReport(tool: tool, sink: output.take) : SARIFReport(tool: tool, rules: rules, sink: output.take)
    report.begin()
    let found = FileDiscovery.files(in: [folder.path])
    await ProjectRun(try engine(), files: found.files, workers: workers).forEach(progress: { _ in }) {
      outcome, _ in
      if case .linted(let file) = outcome { report.add(file) }
    }
    report.end()
    return output.bytes
  }
}

private final class Sink {
  private(set) var bytes: [UInt8] = []
  func take(_ more: [UInt8]) { bytes += more }
}
