struct CodeActionParams: Decodable {
  struct Context: Decodable {
    var diagnostics: [LSPDiagnostic]?
    var only: [String]?
  }
  var textDocument: TextDocumentIdentifier
  var range: LSPRange
  var context: Context
}

struct CodeAction: Encodable {
  static let quickFix = "quickfix"
  static let fixAll = "source.fixAll.stet"
  static let kinds = [quickFix, fixAll]

  var title: String
  var kind: String
  var diagnostics: [LSPDiagnostic]?
  var isPreferred: Bool?
  var edit: WorkspaceEdit?
  var command: Command?
}

struct Command: Codable {
  var title: String
  /// Empty: there is nothing to run.
  var command: String
  var arguments: [JSONValue]?
}

struct ExecuteCommandParams: Decodable {
  var command: String
  var arguments: [JSONValue]?
}

struct LSPTextEdit: Encodable {
  var range: LSPRange
  var newText: String
}

/// Changes of texts: by version where the client understands it, so that a late edit cannot damage a newer text.
struct WorkspaceEdit: Encodable {
  enum Change: Encodable {
    case edit(TextDocumentEdit)
    case create(CreateFile)

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .edit(let edit): try edit.encode(to: encoder)
      case .create(let file): try file.encode(to: encoder)
      }
    }
  }
  struct TextDocumentEdit: Encodable {
    var textDocument: Identifier
    var edits: [LSPTextEdit]
  }
  /// `version` must be there even when it is null.
  struct Identifier: Encodable {
    var uri: String
    var version: Int?

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(uri, forKey: .uri)
      try container.encode(version, forKey: .version)
    }

    private enum Key: String, CodingKey { case uri, version }
  }
  struct CreateFile: Encodable {
    struct Options: Encodable {
      var ignoreIfExists = true
    }
    var kind = "create"
    var uri: String
    var options = Options()
  }

  var changes: [String: [LSPTextEdit]]?
  var documentChanges: [Change]?
}

struct ApplyEditParams: Encodable {
  var label: String
  var edit: WorkspaceEdit
}
