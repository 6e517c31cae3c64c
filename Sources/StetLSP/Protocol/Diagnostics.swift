struct LSPDiagnostic: Codable, Hashable {
  struct Description: Codable, Hashable {
    var href: String
  }
  struct RelatedInformation: Codable, Hashable {
    var location: LSPLocation
    var message: String
  }
  /// What a code action needs to find the finding again.
  struct Data: Codable, Hashable {
    var fingerprint: String
  }

  var range: LSPRange
  /// 1 error, 2 warning, 3 information.
  var severity: Int?
  var code: String?
  var codeDescription: Description?
  var source: String?
  var message: String
  /// 1: the marked text is not needed.
  var tags: [Int]?
  var relatedInformation: [RelatedInformation]?
  var data: Data?
}

struct PublishDiagnosticsParams: Encodable {
  var uri: String
  var version: Int?
  var diagnostics: [LSPDiagnostic]
}

struct DocumentDiagnosticParams: Decodable {
  var textDocument: TextDocumentIdentifier
  var previousResultId: String?
}

/// `full` with items, or `unchanged` without.
struct DocumentDiagnosticReport: Encodable {
  var kind: String
  var resultId: String
  var items: [LSPDiagnostic]?
}

struct WorkspaceDiagnosticParams: Decodable {
  struct Previous: Decodable {
    var uri: String
    var value: String
  }
  var previousResultIds: [Previous]?
  var workDoneToken: JSONValue?
  var partialResultToken: JSONValue?
}

struct WorkspaceDiagnosticReport: Encodable {
  struct Item: Encodable {
    var kind: String
    var uri: String
    /// Of an open document; null otherwise.
    var version: Int?
    var resultId: String
    var items: [LSPDiagnostic]?

    /// `version` must be there even when it is null.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(kind, forKey: .kind)
      try container.encode(uri, forKey: .uri)
      try container.encode(version, forKey: .version)
      try container.encode(resultId, forKey: .resultId)
      try container.encodeIfPresent(items, forKey: .items)
    }

    private enum Key: String, CodingKey { case kind, uri, version, resultId, items }
  }
  var items: [Item]
}

struct PartialResult<Value: Encodable>: Encodable {
  var token: JSONValue
  var value: Value
}
