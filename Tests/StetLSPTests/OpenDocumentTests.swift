import StetText
import Testing

@testable import StetLSP

@Suite struct OpenDocumentTests {
  private static let text = "Ein Café 🏛️ da.\r\nZwei\nDrei"

  private func change(_ from: (Int, Int), _ to: (Int, Int), _ text: String) -> DidChangeParams.Change {
    .init(
      range: LSPRange(
        start: LSPPosition(line: from.0, character: from.1), end: LSPPosition(line: to.0, character: to.1)),
      text: text)
  }

  /// After the building, a column is 14 in bytes to 8 in scalars.
  @Test(arguments: [
    (PositionEncoding.utf8, 18), (PositionEncoding.utf16, 13), (PositionEncoding.scalars, 12),
  ])
  func columnsCountInTheEncodingAgreedOn(_ encoding: PositionEncoding, _ column: Int) throws {
    var document = OpenDocument(uri: "file:///a.md", language: nil, version: 1, text: Self.text)
    try document.apply([change((0, column), (0, column + 2), "dort")], version: 2, encoding)
    #expect(document.source.string(ByteRange(0, 22)) == "Ein Café 🏛️ dort")
    #expect(document.version == 2)
  }

  @Test func changesApplyOneAfterTheOther() throws {
    var document = OpenDocument(uri: "file:///a.md", language: nil, version: 1, text: Self.text)
    try document.apply(
      [change((1, 0), (2, 4), "Neu"), change((1, 3), (1, 3), "es\n"), change((2, 0), (2, 0), "Ende")],
      version: 5,
      .utf16)
    #expect(String(decoding: document.source.bytes, as: UTF8.self) == "Ein Café 🏛️ da.\r\nNeues\nEnde")
    try document.apply([.init(range: nil, text: "Alles")], version: 6, .utf16)
    #expect(document.source.bytes == Array("Alles".utf8))
    try document.apply([change((0, 0), (1, 0), "")], version: 7, .utf16)
    #expect(document.source.bytes.isEmpty)
  }

  @Test func aChangeOutsideTheTextIsRefused() {
    var document = OpenDocument(uri: "file:///a.md", language: nil, version: 1, text: Self.text)
    #expect(throws: ResponseError.self) {
      try document.apply([change((7, 0), (7, 1), "x")], version: 2, .utf16)
    }
    #expect(throws: ResponseError.self) {
      try document.apply([change((1, 2), (1, 0), "x")], version: 2, .utf16)
    }
  }

  @Test(arguments: [
    ("file:///home/a%20b/caf%C3%A9.md", "/home/a b/café.md"), ("untitled:Untitled-1", "untitled:Untitled-1"),
  ])
  func pathsComeFromURIs(_ uri: String, _ path: String) {
    #expect(DocumentURI.path(uri) == path)
    if DocumentURI.isFile(uri) { #expect(DocumentURI.uri(path) == uri) }
  }
}
