import Foundation
import StetReports
import StetService
import StetText
import Testing

/// What holds for a dump of any layer.
@Suite struct LayerDumpTests {
  private let worker: Worker

  init() throws { worker = Worker(try Engine()) }

  /// A speech that opens in one paragraph and closes in another has its speaker behind its end.
  @Test func speakersOfSpeechesOverParagraphs() {
    let speech = "\"The bridge is old.\n\nIt must go,\" Mrs Tamm said.\n"
    #expect(worker.table(.quotations, speech, "a.txt").hasSuffix("closed  Mrs Tamm 3:14\n"))
  }

  /// In plain text a row's range holds the row's text, byte for byte.
  @Test(arguments: Layer.allCases)
  func rangesHoldTheText(_ layer: Layer) {
    let source = SourceText("\u{FEFF}" + LayerSample.article.replacingOccurrences(of: "\n", with: "\r\n"))
    let rows = worker.dump(layer, of: source, path: "bridge.txt").rows
    #expect(!rows.isEmpty)
    for row in rows { #expect(source.string(row.place.range) == row.place.text) }
  }

  /// What stands in the file behind the words that a reader sees.
  @Test func markdownRangesHoldTheMarkup() {
    let source = SourceText(LayerSample.page)
    let rows = worker.dump(.tokens, of: source, path: "cafe.md").rows
    let changed = rows.filter { source.string($0.place.range) != $0.place.text }
    #expect(changed.map { source.string($0.place.range) } == ["Caf&eacute;", "&rsquo;s", "`now`", "\\*"])
    #expect(changed.map(\.place.text) == ["Café", "’s", "\u{1A}", "*"])
  }

  @Test(arguments: [
    ("Portugal waited. He left.", "none compatible  -           Portugal 1:1"),
    ("Mrs Tamm waited. She left.", "chosen   Mrs Tamm 1:1"), ("He left.", "unsure\n"),
    ("It is likely that Mrs Tamm waited.", "expletive\n"),
  ])
  func verdictsOnPronouns(_ text: String, _ expected: String) {
    #expect(worker.table(.mentions, text, "a.txt").contains(expected))
  }

  /// A text that is longer than its column loses its middle, never a row its values.
  @Test func longTextsAreShortened() {
    let long = "The " + String(repeating: "very ", count: 30) + "long bridge 橋"
    let lines = worker.table(.blocks, long + "\u{200B} on.", "a.txt").split(separator: "\n")
    #expect(lines.last == "1:1    0-176  The very very very very very …橋<U+200B> on.  paragraph")
    #expect(worker.table(.sentences, long + ".", "a.txt").hasSuffix(long + ".\n"))
  }

  @Test(arguments: Layer.allCases)
  func emptyTextHasOnlyTheHeadLine(_ layer: Layer) {
    let table = worker.table(layer, "", "a.txt")
    #expect(table.hasPrefix("place  bytes  text") && table.split(separator: "\n").count == 1)
  }

  @Test func jsonHoldsPlacesInBytesAndColumns() throws {
    var bytes: [UInt8] = []
    LayerTable(worker.dump(.mentions, of: SourceText(LayerSample.page), path: "cafe.md")).json { bytes += $0 }
    let dump = try JSONDecoder().decode(Dump.self, from: Data(bytes))
    #expect(dump.version == 1 && dump.layer == "mentions" && dump.file == "cafe.md")
    let pronoun = try #require(dump.rows.first { $0.form == "pronoun" })
    #expect(pronoun.range == Dump.Range(start: 87, end: 90))
    #expect(pronoun.start == Dump.Position(line: 4, column: Dump.Column(utf8: 14, utf16: 13)))
    #expect(pronoun.antecedent?.range == Dump.Range(start: 65, end: 79))
    #expect(pronoun.antecedent?.text == "Mrs Ada\nNoël")
    #expect(pronoun.candidates?.first?.reasons?.contains("same sentence") == true)
    // A value that is not there is no member.
    let place = try #require(dump.rows.first { $0.kind == "place" })
    #expect(place.text == "Zürich" && place.gender == nil && place.candidates == nil)
  }
}

/// The texts that are shown layer by layer.
enum LayerSample {
  static let article = """
    The toll bridge

    Mrs Ilse Tamm waited. "We're late," she told Peter Rand.

    "Gone"!" Tamm said.

    "He left.

    "We stayed."

    """

  /// An entity, an emoji, a link, emphasis, code, an escape; every line ends with CR LF.
  static let page =
    "## Caf&eacute; in [Zürich](https://example.org) reopens 🎬\r\n\r\n"
    + "Mrs Ada\r\nNoël said: \"She&rsquo;s *ours* - `now`.\"\r\n\r\n- Two\\* halls\r\n"
}

extension Worker {
  func table(_ layer: Layer, _ text: String, _ path: String) -> String {
    let dump = dump(layer, of: SourceText(text), path: path)
    return String(decoding: LayerTable(dump).plain(), as: UTF8.self)
  }
}

private struct Dump: Decodable {
  struct Range: Decodable, Equatable { var start, end: Int }
  struct Column: Decodable, Equatable { var utf8, utf16: Int }
  struct Position: Decodable, Equatable {
    var line: Int
    var column: Column
  }
  struct Place: Decodable {
    var range: Range
    var text: String
    var reasons: [String]?
  }
  struct Row: Decodable {
    var range: Range
    var start, end: Position
    var text: String
    var form, kind, gender: String?
    var antecedent: Place?
    var candidates: [Place]?
  }
  var version: Int
  var layer, file: String
  var rows: [Row]
}
