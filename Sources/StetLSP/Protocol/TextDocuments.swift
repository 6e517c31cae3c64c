/// A place: both 0-based; the character counts in the encoding that was agreed on.
struct LSPPosition: Codable, Hashable {
  var line: Int
  var character: Int
}

/// Half open.
struct LSPRange: Codable, Hashable {
  var start: LSPPosition
  var end: LSPPosition
}

struct LSPLocation: Codable, Hashable {
  var uri: String
  var range: LSPRange
}

struct TextDocumentIdentifier: Codable {
  var uri: String
}

struct VersionedTextDocumentIdentifier: Codable {
  var uri: String
  var version: Int?
}

struct TextDocumentParams: Decodable {
  var textDocument: TextDocumentIdentifier
}

struct DidOpenParams: Decodable {
  struct Item: Decodable {
    var uri: String
    var languageId: String?
    var version: Int
    var text: String
  }
  var textDocument: Item
}

struct DidChangeParams: Decodable {
  struct Change: Decodable {
    /// nil: `text` is the whole document.
    var range: LSPRange?
    var text: String
  }
  var textDocument: VersionedTextDocumentIdentifier
  var contentChanges: [Change]
}

struct DidChangeWatchedFilesParams: Decodable {
  struct Event: Decodable {
    var uri: String
  }
  var changes: [Event]
}

struct PositionParams: Decodable {
  var textDocument: TextDocumentIdentifier
  var position: LSPPosition
}

struct Hover: Encodable {
  struct Content: Encodable {
    var kind = "markdown"
    var value: String
  }
  var contents: Content
  var range: LSPRange
}

struct CodeLens: Encodable {
  var range: LSPRange
  var command: Command
}
