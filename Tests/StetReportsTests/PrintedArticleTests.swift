import Foundation
import StetDocument
import StetText
import Testing

@testable import StetReports

@Suite struct PrintedArticleTests {
  static func article(_ bytes: [UInt8], path: String) -> PrintedArticle {
    PrintedArticle(DocumentReader.read(SourceText(bytes), path: path))
  }

  static func text(_ block: PrintedArticle.Block) -> String { block.runs.map(\.text).joined() }

  static let markdown = """
    ---
    title: The river
    date: 2026-05-01
    ---

    # A *small* **bridge**

    - one `code` &amp; more
    12. [two](https://example.org/a_b)

    ```
    not read
    ```

    Last 🌍 words.
    """

  @Test func blocksAreSetAsPrinted() {
    let article = Self.article(Array(Self.markdown.utf8), path: "a.md")
    let rows = article.blocks.map { block in
      let kind: String
      switch block.kind {
      case .prose(let prose, let level): kind = "\(prose) \(level)"
      case .source: kind = "source"
      case .frontMatter: kind = "front matter"
      }
      return "\(kind)|\(block.marker)|\(Self.text(block))" + (block.isInFrontMatter ? "|in front matter" : "")
    }
    #expect(
      rows == [
        "headline 0||The river|in front matter", "front matter||date: 2026-05-01",
        "headline 1||A small bridge",
        "listItem 0|-|one code & more", "listItem 0|12.|two", "source||```\nnot read\n```",
        "paragraph 0||Last 🌍 words.",
      ])
    #expect(
      article.blocks[2].runs == [
        .init(text: "A ", look: []), .init(text: "small", look: .emphasis), .init(text: " ", look: []),
        .init(text: "bridge", look: .strong),
      ])
    #expect(article.blocks[4].runs == [.init(text: "two", look: .link)])
  }

  /// Whatever a finding marks is found again in the text of the page.
  @Test(arguments: ["The river", "small", "one", "& more", "two", "words", "not read", "2026", "🌍"])
  func placesHoldTheMarkedWords(words: String) throws {
    let source = words == "& more" ? "&amp; more" : words
    let bytes = Array(Self.markdown.utf8)
    let wanted = Array(source.utf8)
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: wanted) })
    let article = Self.article(bytes, path: "a.md")
    let places = article.places(ByteRange(start, start + wanted.count))
    #expect(places.count == 1)
    let place = try #require(places.first)
    let units = Array(Self.text(article.blocks[place.block]).utf16)
    #expect(String(decoding: units[place.start..<place.end], as: UTF16.self) == words)
  }

  @Test func rangesOverBlocksAndNothingHaveTheirPlaces() {
    let article = Self.article(Array("One two.\n\nThree four.\n".utf8), path: "a.txt")
    #expect(
      article.places(ByteRange(4, 15)) == [
        .init(block: 0, start: 4, end: 8), .init(block: 1, start: 0, end: 5),
      ])
    #expect(article.places(ByteRange(4, 4)) == [.init(block: 0, start: 4, end: 4)])
    #expect(article.places(ByteRange(9, 9)).isEmpty)
    #expect(Self.article([], path: "a.txt").places(ByteRange(0, 0)).isEmpty)
  }

  @Test(arguments: ["a.txt", "a.md"]) func malformedBytesAreOneCharacterEach(path: String) {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("Caf".utf8) + [0xE9, 0xFF] + Array(" é bar.\r\n".utf8)
    let article = Self.article(bytes, path: path)
    #expect(article.blocks.map(Self.text) == ["Caf\u{FFFD}\u{FFFD} é bar."])
    #expect(article.places(ByteRange(6, 7)) == [.init(block: 0, start: 3, end: 4)])
    #expect(article.places(ByteRange(12, 15)) == [.init(block: 0, start: 8, end: 11)])
  }
}
