import Foundation
import StetDocument
import StetLint
import StetService
import StetText
import Testing

/// Users' words and languages, from the configuration to the findings.
@Suite struct HouseWordsTests {
  private static let engine = Result { try Engine() }

  /// What is found in `text.txt` below a folder with these files: rule and words of each finding.
  private func findings(
    _ files: [String: String], in name: String = "text.txt"
  ) async throws -> (found: [String], fixes: [String?], problems: [Problem]) {
    try await withTemporaryFolder { folder in
      for (path, text) in files {
        let file = folder.appendingPathComponent(path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      let engine = try Self.engine.get()
      let settings = RunSettings(engine.book)
      let path = folder.appendingPathComponent(name).path
      let source = SourceText(Array((files[name] ?? "").utf8))
      let linted = Worker(engine).lint(source, path: path, settings: settings.settings(for: path))
      let found = linted.diagnostics.map { diagnostic in
        diagnostic.rule + ": " + String(decoding: source.bytes[diagnostic.range.indices], as: UTF8.self)
      }
      return (found, linted.diagnostics.map { $0.fixes.first?.edits.first?.replacement }, settings.problems)
    }
  }

  @Test(arguments: [
    ("*Niger Republic = Niger", "He left Niger Republic today.", "Niger Republic", "Niger"),
    ("*Niger Republic = Niger", "He left NIGER REPUBLIC today.", "NIGER REPUBLIC", "NIGER"),
    ("*irregardless = regardless", "Irregardless of that, he left.", "Irregardless", "Regardless"),
    ("*Tchiany = Tchiani", "General Tchiany’s men left.", "Tchiany", "Tchiani"),
    ("*war-torn = ravaged", "The war-torn town was quiet.", "war-torn", "ravaged"),
  ])
  func aForbiddenFormIsFoundAndFixed(_ line: String, _ text: String, _ found: String, _ fix: String)
    async throws
  {
    let result = try await findings(["stet.yml": "dictionaries: a.dic\n", "a.dic": line, "text.txt": text])
    #expect(result.found == ["forbidden-form: \(found)"])
    #expect(result.fixes == [fix])
    #expect(result.problems == [])
  }

  @Test(arguments: [
    ("*Niger Republic = Niger", "The republic of Niger is large. A niger republic it is not, Niger."),
    ("*Javascript = JavaScript", "It is written in JavaScript, and JAVASCRIPT it is."),
    ("*Desk", "The desk is here."),
    ("hadadda", "The hadadda dance went on."),
    ("zorb blint", "The zorb blint went on."),
  ])
  func whatIsRightIsLeftAlone(_ line: String, _ text: String) async throws {
    let result = try await findings(["stet.yml": "dictionaries: [a.dic]\n", "a.dic": line, "text.txt": text])
    #expect(result.found == [])
  }

  @Test func foldersAndPatternsAddDictionaries() async throws {
    var files = [
      "stet.yml": "root: true\ndictionaries: a.dic\npaths:\n  \"sub/x*\":\n    dictionaries: house/b.dic\n",
      "a.dic": "*calm\n*quiet\n", "house/b.dic": "*vote\n",
      "sub/stet.yml": "dictionaries: c.dic\n", "sub/c.dic": "calm\n",
    ]
    files["sub/xy.txt"] = "The vote was calm and quiet."
    files["sub/yx.txt"] = files["sub/xy.txt"]
    #expect(
      try await findings(files, in: "sub/xy.txt").found == ["forbidden-form: vote", "forbidden-form: quiet"])
    #expect(try await findings(files, in: "sub/yx.txt").found == ["forbidden-form: quiet"])
  }

  @Test(arguments: [
    ("dictionaries: no.dic\n", "", "stet.yml:1:15", "the dictionary “no.dic” cannot be used"),
    ("dictionaries: a.dic\n", "good\nword/\n", "a.dic:2:1", "after “/” stands one word"),
    ("dictionaries: a.dic\n", "good/wrod\n", "a.dic:1:1", "no dictionary has “wrod”"),
    ("language: french\n", "", "stet.yml:1:11", "a language is a code"),
    ("language: tlh\n", "", "stet.yml:1", "the language “tlh” has no spelling dictionary"),
  ])
  func faultsNameTheirPlace(
    _ configuration: String, _ dictionary: String, _ place: String, _ what: String
  ) async throws {
    let files = [
      "stet.yml": configuration, "a.dic": dictionary, "text.txt": "The the vote was calm. Teh end.",
    ]
    let result = try await findings(files)
    #expect(result.problems.count == 1)
    let problem = try #require(result.problems.first)
    #expect(problem.place.hasSuffix(place), "\(problem.line)")
    #expect(problem.what.contains(what), "\(problem.line)")
  }

  @Test func inAnotherLanguageEnglishRulesAreOff() async throws {
    let aff = "SET UTF-8\nPFX L Y 1\nPFX L 0 l' [eé]\nTRY aeirsntéè\n"
    let dic = "12\nle\nla\nde\nest\nvoisine\nélection/L\nmaison\ngrande\nvieille\npremière\nil\nferma\n"
    let text =
      "La la maison voisine est grande ; l'élection (première) de la vieille maisno est vieile. Caf\u{C3}\u{A9}"
    let files = [
      "stet.yml": "language: xx\ndictionary-folders: dics\n", "dics/xx.aff": aff, "dics/xx.dic": dic,
      "text.txt": text,
    ]
    let result = try await findings(files)
    #expect(result.problems == [])
    #expect(result.found == ["unknown-word: maisno", "unknown-word: vieile", "mojibake: \u{C3}\u{A9}"])
    #expect(result.fixes.prefix(2) == ["maison", "vieille"])
  }
}
