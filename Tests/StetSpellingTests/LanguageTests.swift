import Foundation
import Testing

@testable import StetSpelling

/// Other languages, with dictionaries of a few words of our own, so that none need be installed.
@Suite("Languages")
struct LanguageTests {
  @Test(arguments: [
    ("fr", "fr"), ("de-AT", "de-AT"), ("de_at", "de-AT"), ("FR", "fr"), ("kmr", "kmr"), ("french", nil),
    ("f", nil),
    ("fr-", nil), ("fr-CA-x", nil), ("f2", nil), ("", nil),
  ])
  func tags(_ text: String, _ read: String?) {
    #expect(LanguageTag(text)?.text == read)
  }

  @Test(arguments: [
    ("fr", "hunspell-fr"), ("de", "hunspell-de-de"), ("de-AT", "hunspell-de-at"), ("pt", "hunspell-pt-pt"),
    ("pt-BR", "hunspell-pt-br"), ("fr-CA", "hunspell-fr"), ("nb", "hunspell-no"), ("tlh", nil),
  ])
  func packages(_ text: String, _ package: String?) throws {
    let tag = try #require(LanguageTag(text))
    #expect(tag.debianPackage == package)
    do {
      _ = try SpellingDictionaries(of: tag, in: ["/nowhere"])
      Issue.record("a dictionary was found where there is none")
    } catch {
      guard case .missing(_, _, let named) = error else { throw error }
      #expect(named == package)
    }
  }

  @Test(arguments: ["UTF-8", "ISO8859-1"])
  func wordsAreReadInTheEncodingOfTheDictionary(_ encoding: String) throws {
    try withDictionary("xx_XX", encoding) { folder in
      let language = try #require(LanguageTag("xx"))
      let speller = Speller(try SpellingDictionaries(of: language, in: [folder]))
      let known = ["école", "École", "ÉCOLE", "écoles", "l'école", "l’école", "fenêtre", "1990"]
      #expect(known.filter { !speller.isKnown($0) } == [])
      // A character that the encoding lacks is in no word of the dictionary.
      let unknown = ["ecole", "fenetre", "desk", "non-école", "日本"]
      #expect(unknown.filter { speller.isKnown($0) } == [])
      #expect(speller.foreignSuggestions(for: "fenetre").first?.word == "fenêtre")
      #expect(speller.foreignSuggestions(for: "fenetre").first?.distance == 1)
    }
  }

  @Test func coinagesAreNoSlips() throws {
    try withDictionary("xx", "UTF-8") { folder in
      let language = try #require(LanguageTag("xx"))
      let speller = Speller(try SpellingDictionaries(of: language, in: [folder]))
      let made = ["rétroécole", "écolefenêtre", "fenêtreécoles"]
      #expect(made.filter { !speller.isForeignCoinage($0) } == [])
      #expect(["fenetre", "écolle", "xxfenêtrx"].filter { speller.isForeignCoinage($0) } == [])
      // Two letters too many in a row, or another first letter, are no slip.
      #expect(!speller.foreignSuggestions(for: "fenêtreba").contains { $0.word == "fenêtre" })
      #expect(speller.foreignSuggestions(for: "benêtre") == [])
    }
  }

  @Test(arguments: [
    ("fenetre", "fenêtre", ForeignSuggestion.Slip.accent), ("fenêre", "fenêtre", .letter),
    ("fenêtrre", "fenêtre", .letter), ("fneêtre", "fenêtre", .letter), ("fenêtra", "fenêtre", .other),
    ("fenêtare", "fenêtre", .extraLetter),
  ])
  func slips(_ word: String, _ meant: String, _ slip: ForeignSuggestion.Slip) {
    #expect(ForeignSuggestion.Slip(from: word, to: meant) == slip)
  }

  @Test func houseWordsInflectAsTheDictionarySays() throws {
    try withDictionary("xx", "ISO8859-1") { folder in
      let language = try #require(LanguageTag("xx"))
      let all = try SpellingDictionaries(of: language, in: [folder])
      let words = HouseDictionary(Array("blorpé/école\n*fenêtre = vitre\n".utf8), path: "a.dic")
      let flags = HouseDictionary(Array("1\nzormé/S\n".utf8), path: "b.dic")
      let speller = Speller(all, accepting: UserWords(["Quux"], [words, flags], in: all))
      let known = ["blorpé", "blorpés", "l'blorpé", "zormés", "Quux"]
      #expect(known.filter { !speller.isKnown($0) } == [])
      #expect(["fenêtre", "Fenêtre", "zormez"].filter { speller.isKnown($0) } == [])
    }
  }

  @Test func aStrangeEncodingIsAnError() throws {
    try withDictionary("xx", "KLINGON-8") { folder in
      let language = try #require(LanguageTag("xx"))
      #expect(throws: SpellingError.self) { try SpellingDictionaries(of: language, in: [folder]) }
    }
  }

  @Test func withoutADictionaryAllIsKnown() throws {
    let speller = Speller(SpellingDictionaries(without: try #require(LanguageTag("xx"))))
    #expect(speller.isKnown("blorp"))
  }

  @Test(arguments: [
    ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "abd", 1), ("Abc", "abc", 0), ("fenetre", "fenêtre", 1),
    ("abc", "abcde", 2), ("abc", "xyz", nil),
  ])
  func distances(_ a: String, _ b: String, _ distance: Int?) {
    #expect(LetterDistance.between(a, b, atMost: 2) == distance)
  }

  private func withDictionary(_ name: String, _ encoding: String, _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let affixes =
      "# own\nSET \(encoding)\nPFX L Y 1\nPFX L 0 l' [eéo]\nPFX L 0 l' b\n".replacing("Y 1", with: "Y 2")
      + "SFX S Y 1\nSFX S 0 s .\n"
    let native: String.Encoding = encoding == "ISO8859-1" ? .isoLatin1 : .utf8
    for (ending, text) in [("aff", affixes), ("dic", "2\nécole/LS\nfenêtre/S\n")] {
      let file = folder.appendingPathComponent("\(name).\(ending)")
      try #require(text.data(using: native)).write(to: file)
    }
    try body(folder.path)
  }
}
