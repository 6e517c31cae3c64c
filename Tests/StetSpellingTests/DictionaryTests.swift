import FoundationEssentials
import Testing

@testable import StetSpelling

@Suite struct DictionaryTests {
  private static let affixes = """
    SET UTF-8
    NOSUGGEST !
    PFX U Y 1
    PFX U 0 un .
    SFX S Y 3
    SFX S y ies [^aeiou]y
    SFX S 0 s [aeiou]y
    SFX S 0 s [^y]
    SFX D N 2
    SFX D 0 d e
    SFX D 0 ed [^e]
    """
  private static let words = "6\nfly/S\nday/US\nlike/UD\nNATO\nDoe/S\ndrat/!\n"

  private func dictionary(affixes: String = affixes, words: String = words) -> AffixDictionary? {
    var affixes = affixes
    var words = words
    return affixes.withUTF8 { affixes in words.withUTF8 { AffixDictionary(affixes: affixes, copying: $0) } }
  }

  @Test(arguments: [
    ("fly", true), ("flies", true), ("flys", false), ("days", true), ("undays", true), ("unfly", false),
    ("liked", true), ("unlike", true), ("unliked", false), ("nato", false), ("NATO", true), ("Does", true),
    ("does", false), ("6", false), ("", false),
  ])
  func readsEntriesAndAffixes(_ word: String, _ isWord: Bool) throws {
    let index = try #require(dictionary())
    var word = word
    #expect(word.withUTF8 { index.find($0, .exact) != nil } == isWord)
  }

  @Test func entriesKeepTheirCaseAndFlags() throws {
    let index = try #require(dictionary())
    let nato = try #require(Array("nato".utf8).withUnsafeBufferPointer { index.find($0, .any) })
    #expect(String(decoding: index.bytes(of: nato), as: UTF8.self) == "NATO")
    #expect(!nato.isLowercase)
    #expect(Array("doe".utf8).withUnsafeBufferPointer { index.find($0, .initial) } != nil)
    #expect(Array("nato".utf8).withUnsafeBufferPointer { index.find($0, .initial) } == nil)
    #expect(try #require(Array("drat".utf8).withUnsafeBufferPointer { index.find($0, .exact) }).isHidden)
  }

  @Test func formsAreWrittenOut() throws {
    var forms: Set<String> = []
    try #require(dictionary()).forEachForm { forms.insert(String(decoding: $0, as: UTF8.self)) }
    #expect(
      forms.isSuperset(of: [
        "fly", "flies", "day", "days", "unday", "undays", "liked", "unlike", "NATO", "Does",
      ]))
    #expect(!forms.contains("drat"))
  }

  @Test(arguments: [
    "FLAG long\n", "SET ISO8859-1\n", "SFX A Y 1\nSFX A 0 a/B .\n", "COMPOUNDFLAG X\n", "AF 3\n",
  ])
  func richerFormsAreLeftToTheLibrary(_ line: String) {
    #expect(dictionary(affixes: line) == nil)
  }

  @Test func ourOwnListIsWellFormed() throws {
    let bytes = try #require(EmbeddedData.bytes(named: "Dictionaries/en/stet.dic"))
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.first.flatMap { Int($0) } == lines.count - 1)
    let flags = lines.dropFirst().compactMap { $0.split(separator: "/").dropFirst().first }
    #expect(flags.allSatisfy { $0.allSatisfy { "DGMS".contains($0) } })
    #expect(Set(lines).count == lines.count)
  }

  @Test func frequenciesSurviveEncoding() throws {
    let table = try #require(FrequencyTable(FrequencyTable(counts: ["the": 1_000, "desk": 3]).encoded))
    func weight(_ word: String) -> UInt8 { Array(word.utf8).withUnsafeBufferPointer { table.weight($0) } }
    #expect(weight("the") == 99)
    #expect(weight("The") == 99)
    #expect(weight("desk") == 20)
    #expect(weight("stet") == 0)
    #expect(FrequencyTable([1, 2, 3]) == nil)
  }

  @Test func aMissingDictionaryNamesItsPackage() {
    let folders = ["/nowhere/one", "/nowhere/two"]
    #expect(throws: SpellingError.missing(name: "en_US", searched: folders, package: "hunspell-en-us")) {
      try SpellingDictionaries(in: folders)
    }
    #expect(throws: SpellingError.missing(name: "xx_YY", searched: folders, package: nil)) {
      try SpellingDictionaries(primary: "xx_YY", in: folders)
    }
  }

  @Test(arguments: ["", "not a number\nword\n", "3\n", "3"])
  func aMalformedWordListIsAnError(_ words: String) throws {
    try inFolder(words: words) { folder in
      #expect(throws: SpellingError.self) { try SpellingDictionaries(in: [folder]) }
    }
  }

  @Test func dictionariesAreFoundAlongDICPATH() throws {
    try inFolder(words: "2\nstetword\nflonk/S\n") { folder in
      let folders = DictionaryLocation.searchFolders(environment: ["DICPATH": "/nowhere:\(folder)"])
      #expect(folders.prefix(2) == ["/nowhere", folder])
      let dictionaries = try SpellingDictionaries(in: folders)
      #expect(dictionaries.primary.wordsPath == "\(folder)/en_US.dic")
      #expect(Speller(dictionaries).isKnown("flonks"))
      let alone = Speller(try SpellingDictionaries(secondary: nil, in: folders))
      #expect(alone.isKnown("stetword"))
      #expect(!alone.isKnown("colour"))
    }
  }

  /// An archive unpacked anywhere brings its own; the package of a distribution has the system's.
  @Test(arguments: [
    ("/opt/stet-1.0/bin/stet", "/opt/stet-1.0/share/hunspell"), ("/usr/bin/stet", nil),
    ("/bin/stet", "/share/hunspell"),
  ])
  func dictionariesAreFoundBesideTheProgram(_ program: String, _ beside: String?) {
    let folders = DictionaryLocation.searchFolders(
      environment: ["DICPATH": "/own"], program: URL(filePath: program))
    #expect(folders == ["/own"] + [beside].compactMap(\.self) + DictionaryLocation.systemFolders)
  }

  /// Only the library reads a dictionary with two-letter flags.
  @Test func aRicherDictionaryIsAskedThroughTheLibrary() throws {
    let affixes = "SET UTF-8\nFLAG long\nSFX Aa Y 1\nSFX Aa 0 s .\n"
    try inFolder(affixes: affixes, words: "1\nflonk/Aa\n") { folder in
      let speller = Speller(try SpellingDictionaries(secondary: nil, in: [folder]))
      #expect(speller.isKnown("flonks"))
      #expect(!speller.isKnown("flonkly"))
      #expect(speller.suggestions(for: "flonkss", allowSlow: true).contains("flonks"))
    }
  }

  private func inFolder(
    affixes: String = affixes, words: String, _ body: (String) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "stet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(affixes.utf8).write(to: folder.appending(path: "en_US.aff"))
    try Data(words.utf8).write(to: folder.appending(path: "en_US.dic"))
    try body(folder.path())
  }
}
