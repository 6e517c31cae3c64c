import Testing

@testable import StetSpelling

@Suite("House dictionaries")
struct HouseDictionaryTests {
  static func entry(_ text: String, _ meaning: HouseEntry.Meaning = .accepted) -> HouseEntry {
    HouseEntry(text: text, meaning: meaning, line: 1)
  }

  @Test(arguments: [
    ("Zarma", entry("Zarma")),
    ("  gari  # a dish", entry("gari")),
    ("\u{FEFF}Zarma\r", entry("Zarma")),
    ("Keïta/Nigerien", entry("Keïta", .inflected(like: "Nigerien"))),
    ("AC\\/DC", entry("AC/DC")),
    ("N’Djamena", entry("N'Djamena")),
    ("Boko  Haram", entry("Boko Haram")),
    ("*Niger Republic = Niger", entry("Niger Republic", .forbidden(right: "Niger"))),
    ("* pimped", entry("pimped", .forbidden(right: nil))),
    ("*and/or", entry("and/or", .forbidden(right: nil))),
  ])
  func aLineIsRead(_ line: String, _ expected: HouseEntry) {
    let dictionary = HouseDictionary(Array(line.utf8), path: "stet.dic")
    #expect(dictionary.entries == [expected])
    #expect(dictionary.faults == [])
  }

  @Test(arguments: [
    ("Niger Republic = Niger", "begin the line with “*”"),
    ("word/", "after “/” stands one word"),
    ("word/a/b", "after “/” stands one word"),
    ("*wrong =", "nothing stands after “=”"),
    ("*same = same", "wrong and right in one line"),
    ("* # nothing", "there is no word in this line"),
    ("--", "there is no word in this line"),
    ("ba\u{1}d", "control character"),
    (String(repeating: "x", count: 101), "at most 100 bytes"),
    ("right\n*right", "forbidden here and accepted in line 1"),
  ])
  func aBadLineSaysWhatToDo(_ text: String, _ message: String) throws {
    let dictionary = HouseDictionary(Array("good\n\(text)\n".utf8), path: "stet.dic")
    let fault = try #require(dictionary.faults.first)
    #expect(dictionary.faults.count == 1)
    #expect(fault.message.contains(message.replacing("line 1", with: "line 2")), "\(fault.message)")
    #expect(dictionary.entries.first?.text == "good")
  }

  @Test func malformedBytesAreAFaultOfTheirLine() {
    let dictionary = HouseDictionary(
      Array("good\n".utf8) + [0x67, 0xFF, 0x0A] + Array("fine\n".utf8), path: "x.dic")
    #expect(dictionary.faults.map(\.line) == [2])
    #expect(dictionary.entries.map(\.text) == ["good", "fine"])
  }

  @Test func aCountInTheFirstLineMakesFlagsOfWhatFollowsASlash() throws {
    let file = "3\nzarmo/SM\nad hoc\tpo:adverb\n*zarme\n"
    let dictionary = HouseDictionary(Array(file.utf8), path: "x.dic")
    #expect(dictionary.hasFlags && dictionary.faults == [])
    #expect(dictionary.entries.map(\.meaning) == [.flagged("SM"), .accepted, .forbidden(right: nil)])
    let speller = try Self.speller([dictionary])
    #expect(["zarmo", "zarmos", "Zarmos", "zarmo's"].allSatisfy { speller.isKnown($0) })
    #expect(!speller.isKnown("zarmed"))
  }

  @Test(arguments: [
    ("Zarmen/Nigerien", "Zarmen Zarmens Zarmen's Zarmens' ZARMENS", "zarmen Zarmened"),
    ("blorp/walk", "blorp blorps blorped blorping Blorped", "blorpest"),
    ("Zarmat", "Zarmat Zarmat's ZARMAT", "zarmat Zarmats"),
    ("*colour = color", "color colours", "colour Colour COLOUR"),
    ("*Desk", "desk", "Desk"),
  ])
  func formsFollow(_ line: String, known: String, unknown: String) throws {
    let speller = try Self.speller([HouseDictionary(Array(line.utf8), path: "x.dic")])
    #expect(known.split(separator: " ").filter { !speller.isKnown(String($0)) } == [])
    #expect(unknown.split(separator: " ").filter { speller.isKnown(String($0)) } == [])
  }

  @Test(arguments: [
    ("Zarmen/Nigrein", "no dictionary has “Nigrein”"), ("blorp/walked", "is a form of another word"),
  ])
  func anExampleMustBeInADictionary(_ line: String, _ message: String) throws {
    let dictionary = HouseDictionary(Array("# names\n\(line)\n".utf8), path: "x.dic")
    let speller = try Self.speller([dictionary])
    #expect(dictionary.faults.map(\.line) == [2])
    #expect(dictionary.faults.first?.message.contains(message) == true)
    #expect(speller.isKnown(String(line.prefix { $0 != "/" })))
  }

  @Test func theNearerDictionaryCountsMore() throws {
    let root = HouseDictionary(Array("*colour\nBlorpen\n".utf8), path: "root.dic")
    let leaf = HouseDictionary(Array("colour\n*Blorpen\n".utf8), path: "leaf.dic")
    let near = try Self.speller([root, leaf])
    #expect(near.isKnown("colour") && !near.isKnown("Blorpen"))
    let far = try Self.speller([leaf, root])
    #expect(!far.isKnown("colour") && far.isKnown("Blorpen"))
  }

  @Test func whatIsForbiddenIsNeverProposed() throws {
    let plain = Speller(try dictionaries.get())
    #expect(plain.suggestions(for: "recieve").first == "receive")
    let speller = try Self.speller([HouseDictionary(Array("*receive".utf8), path: "x.dic")])
    #expect(!speller.suggestions(for: "recieve").contains("receive"))
  }

  @Test(arguments: [
    ("", ["beta", "Alpha"], "Alpha\nbeta\n"),
    ("# head\n\nalpha\n# about delta\ndelta\n", ["beta"], "# head\n\nalpha\nbeta\n# about delta\ndelta\n"),
    ("# head\nbeta\n", ["alpha"], "# head\nalpha\nbeta\n"),
    ("alpha\r\ngamma", ["beta"], "alpha\r\nbeta\r\ngamma\r\n"),
    ("alpha\n", ["alpha", "alpha/desk"], "alpha/desk\n"),
    ("2\nalpha\ngamma/S\n", ["beta"], "3\nalpha\nbeta\ngamma/S\n"),
    ("alpha\n", ["*alpha", "#", "7", "a = b"], "alpha\n"),
    ("*wrong\n", ["*wrong = right"], "*wrong = right\n"),
  ])
  func linesAreAddedInTheirPlaces(_ before: String, _ added: [String], _ after: String) {
    var text = HouseDictionaryText(Array(before.utf8))
    for line in added { _ = text.add(line) }
    #expect(String(decoding: text.bytes, as: UTF8.self) == after)
  }

  @Test(arguments: [
    ("zarmens", "known: x.dic:1"), ("color", "known: en_US"), ("Blorpish", "unknown"), ("1,200", "number"),
    ("anti-desk", "formed"), ("colour", "forbidden"), ("listword", "listed"),
  ])
  func aVerdictSaysWhy(_ word: String, _ expected: String) throws {
    let house = HouseDictionary(Array("zarmen/desk\n*colour\n".utf8), path: "x.dic")
    let all = try dictionaries.get()
    let speller = Speller(all, accepting: UserWords(["listword"], [house], in: all))
    let verdict = speller.verdict(on: word, words: ["listword"], house: [house])
    let text =
      switch verdict {
      case .forbidden: "forbidden"
      case .house(let path, let line, _): "known: \(path):\(line)"
      case .listed: "listed"
      case .dictionary(let name, _): "known: \(name)"
      case .number: "number"
      case .formed: "formed"
      case .unchecked: "unchecked"
      case .unknown: "unknown"
      }
    #expect(text == expected)
  }

  private static func speller(_ house: [HouseDictionary]) throws -> Speller {
    let all = try dictionaries.get()
    return Speller(all, accepting: UserWords([], house, in: all))
  }
}
