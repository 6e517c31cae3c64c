import Foundation
import StetConfiguration
import StetDocument
import StetLint
import StetReports
import StetText
import Testing

@testable import StetService

/// Results that are kept say the same as results that are found anew.
@Suite struct CacheTests {
  private static let made = Result { try Engine() }
  private static func engine() throws -> Engine { try made.get() }

  private static func report(
    _ folder: URL, cache: ResultCache?, workers: Int = 2, isProject: Bool = false
  ) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    var report = JSONReport(tool: ReportingTool(version: "1.0.0")) { bytes += $0 }
    let files = FileDiscovery.files(in: [folder.path]).files
    let take = { (outcome: LintRun.Outcome) in
      if case .linted(let file) = outcome { report.add(file) }
    }
    report.begin()
    let settings = RunSettings(try engine().book)
    if isProject {
      await ProjectRun(try engine(), files: files, workers: workers, settings: settings, cache: cache)
        .forEach(progress: { _ in }) { outcome, _ in take(outcome) }
    } else {
      await LintRun(try engine(), files: files, workers: workers, settings: settings, cache: cache)
        .forEach { outcome, _ in take(outcome) }
    }
    report.end()
    cache?.save()
    return bytes
  }

  private static func withSite(_ body: (URL, CacheFolder) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let site = folder.appendingPathComponent("site")
      try FileManager.default.createDirectory(at: site, withIntermediateDirectories: true)
      try writeArticles(40, into: site)
      let sic = "The the vote [sic] was calm.\n\n<!-- stet doubled-word -->\n\nA a vote.\n"
      try Data(sic.utf8).write(to: site.appendingPathComponent("sic.md"))
      try await body(site, CacheFolder(named: folder.appendingPathComponent("cache").path))
    }
  }

  @Test(arguments: [false, true])
  func outputIsTheSameByteForByte(_ isProject: Bool) async throws {
    try await Self.withSite { site, folder in
      let anew = try await Self.report(site, cache: nil, isProject: isProject)
      for run in 0..<3 {
        let cache = try #require(ResultCache(folder, for: try Self.engine()))
        #expect(try await Self.report(site, cache: cache, isProject: isProject) == anew, "run \(run)")
      }
      let pack = CachePack(folder.read())
      #expect(pack.count > 20)
    }
  }

  /// Whatever happens to the file of a cache, results are right, and the file is whole again after the run.
  @Test(arguments: ["cut", "head", "flipped", "empty", "text", "other"])
  func damageIsNeverBelieved(_ damage: String) async throws {
    try await Self.withSite { site, folder in
      let anew = try await Self.report(site, cache: nil)
      func cache() throws -> ResultCache { try #require(ResultCache(folder, for: try Self.engine())) }
      _ = try await Self.report(site, cache: try cache())
      let path = URL(fileURLWithPath: folder.path + "/results.pack")
      var bytes = [UInt8](try Data(contentsOf: path))
      let whole = CachePack(bytes).count
      switch damage {
      case "cut": bytes.removeLast(bytes.count / 3)
      case "head": bytes[20] ^= 0xFF
      case "flipped": for at in stride(from: 32, to: bytes.count, by: 61) { bytes[at] ^= 0x20 }
      case "empty": bytes = []
      case "text": bytes = Array("Not a cache at all, but a letter to the editor.".utf8)
      default:
        // Entries of the right form that hold something else.
        let entry = CachePack.Entry(key: Digest([1]), day: CacheFolder.today, bytes: [1, 2, 3])
        bytes = CachePack.file([entry])
      }
      try Data(bytes).write(to: path)
      #expect(try await Self.report(site, cache: try cache()) == anew)
      #expect(try await Self.report(site, cache: try cache()) == anew)
      #expect(CachePack(folder.read()).count >= whole)
    }
  }

  /// Each of them may find something else in the same bytes.
  @Test func everythingThatMattersIsInTheKey() async throws {
    try await withTemporaryFolder { url in
      let cache = try #require(ResultCache(CacheFolder(named: url.path), for: try Self.engine()))
      func placed<Value: Sendable & Hashable>(_ value: Value, line: Int = 1) -> Placed<Value> {
        Placed(value: value, origin: SettingOrigin(file: "stet.yml", line: line))
      }
      var variants: [Settings] = [Settings()]
      for pack in Pack.allCases {
        variants.append(Settings()); variants[variants.count - 1].pack = placed(pack)
      }
      for kind in DocumentKind.allCases {
        variants.append(Settings())
        variants[variants.count - 1].kind = placed(kind)
      }
      for words in [["a"], ["b"], ["a", "b"], ["ab"]] {
        variants.append(Settings())
        variants[variants.count - 1].words = words.map { placed($0) }
      }
      for rules in [["x": RuleSetting.off], ["x": .on], ["y": .off], ["x": .severity(.note), "y": .off]] {
        variants.append(Settings())
        variants[variants.count - 1].rules = rules.mapValues { placed($0) }
      }
      let bytes = Array("Text.".utf8)
      var keys: [Digest] = []
      for settings in variants {
        let key = cache.key(bytes, path: "a.md", settings: EffectiveSettings(settings), isProject: false)
        keys.append(try #require(key))
      }
      for path in ["a.txt", "a.mdx"] {
        keys.append(try #require(cache.key(bytes, path: path, settings: .init(), isProject: false)))
      }
      keys.append(try #require(cache.key(bytes, path: "a.md", settings: .init(), isProject: true)))
      keys.append(try #require(cache.key(bytes + [0], path: "a.md", settings: .init(), isProject: false)))
      #expect(Set(keys).count == keys.count)
      // Where a file lies and where a setting was made changes nothing.
      var moved = variants[variants.count - 1]
      for (name, rule) in moved.rules { moved.rules[name] = placed(rule.value, line: 7) }
      let again = cache.key(bytes, path: "b/c.md", settings: EffectiveSettings(moved), isProject: false)
      #expect(again == keys[variants.count - 1])
    }
  }

  @Test func whatCannotBeSeenIntoHasNoDigest() {
    struct Rule { var judge: () -> Bool }
    final class Options {}
    #expect(ValueDigest.digest(of: Rule { true }) == nil)
    #expect(ValueDigest.digest(of: [Options()]) == nil)
    let sets: [Set<Int>] = [Set(0..<100), Set((0..<100).reversed())]
    #expect(ValueDigest.digest(of: sets[0]) == ValueDigest.digest(of: sets[1]))
    #expect(ValueDigest.digest(of: ["a": 1]) != ValueDigest.digest(of: ["a": 2]))
  }

  /// Two programs, other dictionaries: nothing is shared.
  @Test func identityIsOfAllThatCounts() async throws {
    try await withTemporaryFolder { folder in
      let words = folder.appendingPathComponent("x.dic").path
      func identity(_ text: String, rules: UInt8 = 0, program: UInt8 = 0) throws -> Digest {
        try Data(text.utf8).write(to: URL(fileURLWithPath: words))
        let digest = EngineIdentity.digest(dictionaries: [words], rules: Digest([rules])) { _, _ in
          Digest([program])
        }
        return try #require(digest)
      }
      let all = [
        try identity("1\na\n"), try identity("1\nb\n"), try identity("1\na\n", rules: 1),
        try identity("1\na\n", program: 1),
      ]
      #expect(Set(all).count == 4)
      #expect(try identity("1\na\n") == all[0])
      #expect(
        EngineIdentity.digest(dictionaries: ["/nowhere"], rules: Digest([])) { _, _ in Digest([]) } == nil)
    }
  }

  @Test func manyProcessesAtOnceLoseNothing() async throws {
    try await withTemporaryFolder { url in
      let folder = CacheFolder(named: url.path)
      #expect(folder.prepare() == nil)
      await withTaskGroup(of: Void.self) { group in
        for writer in 0..<8 {
          group.addTask {
            folder.update { current in
              let old = CachePack(current)
              let kept = (0..<old.count).compactMap { old.entry($0) }
              let own = (0..<50).map { number in
                CachePack.Entry(
                  key: Digest([UInt8(writer), UInt8(number)]), day: CacheFolder.today, bytes: [UInt8(number)])
              }
              return CachePack.file(own + kept)
            }
          }
        }
      }
      let pack = CachePack(folder.read())
      #expect(pack.count == 400)
      #expect((0..<pack.count).allSatisfy { pack.entry($0) != nil })
    }
  }
}
