// The parts of LSP 3.17 that the server speaks, under their names in the specification. What it does not use
// is left out; JSON decoding passes over it.

struct InitializeParams: Decodable {
  struct ClientInfo: Decodable {
    var name: String
  }

  var clientInfo: ClientInfo?
  var rootUri: String?
  var rootPath: String?
  var workspaceFolders: [WorkspaceFolder]?
  var initializationOptions: JSONValue?
  var capabilities: ClientCapabilities?
}

struct WorkspaceFolder: Codable, Hashable {
  var uri: String
  var name: String?
}

struct ClientCapabilities: Decodable {
  struct General: Decodable {
    var positionEncodings: [String]?
  }
  struct Workspace: Decodable {
    struct Refresh: Decodable {
      var refreshSupport: Bool?
    }
    struct Edit: Decodable {
      var documentChanges: Bool?
      var resourceOperations: [String]?
    }
    struct Watched: Decodable {
      var dynamicRegistration: Bool?
      var relativePatternSupport: Bool?
    }
    /// LSP 3.18.
    struct TextContent: Decodable {}

    var diagnostics: Refresh?
    var workspaceEdit: Edit?
    var didChangeWatchedFiles: Watched?
    var codeLens: Refresh?
    var configuration: Bool?
    var textDocumentContent: TextContent?
    var workspaceFolders: Bool?
    var applyEdit: Bool?
  }
  struct TextDocument: Decodable {
    struct Published: Decodable {
      var relatedInformation: Bool?
      var codeDescriptionSupport: Bool?
      var dataSupport: Bool?
    }
    struct Pulled: Decodable {
      var relatedDocumentSupport: Bool?
    }

    var publishDiagnostics: Published?
    var diagnostic: Pulled?
  }
  struct Window: Decodable {
    var workDoneProgress: Bool?
  }

  var general: General?
  var workspace: Workspace?
  var textDocument: TextDocument?
  var window: Window?
}

struct InitializeResult: Encodable {
  var capabilities: ServerCapabilities
  var serverInfo: ServerInfo

  struct ServerInfo: Encodable {
    var name = "stet"
    var version: String
  }
}

struct ServerCapabilities: Encodable {
  struct TextDocumentSync: Encodable {
    struct Save: Encodable {
      var includeText = false
    }
    var openClose = true
    /// 2: incremental.
    var change = 2
    var save = Save()
  }
  struct Diagnostics: Encodable {
    var identifier = "stet"
    /// Files are compared only when asked for as a whole.
    var interFileDependencies = false
    var workspaceDiagnostics = true
    var workDoneProgress = true
  }
  struct CodeActions: Encodable {
    var codeActionKinds = CodeAction.kinds
  }
  struct CodeLenses: Encodable {
    var resolveProvider = false
  }
  struct Commands: Encodable {
    var commands: [String]
  }
  struct Workspace: Encodable {
    struct Folders: Encodable {
      var supported = true
      var changeNotifications = true
    }
    /// Texts that the server has and no folder: LSP 3.18.
    struct TextContent: Encodable {
      var schemes = [RuleURI.scheme]
    }
    var workspaceFolders = Folders()
    var textDocumentContent: TextContent?
  }

  var positionEncoding: String
  var textDocumentSync = TextDocumentSync()
  /// nil for a client that does not pull: it is pushed to.
  var diagnosticProvider: Diagnostics?
  var codeActionProvider = CodeActions()
  var hoverProvider = true
  var codeLensProvider = CodeLenses()
  var executeCommandProvider: Commands
  var workspace: Workspace
}

struct DidChangeWorkspaceFoldersParams: Decodable {
  struct Event: Decodable {
    var added: [WorkspaceFolder]
    var removed: [WorkspaceFolder]
  }
  var event: Event
}

struct CancelParams: Decodable {
  var id: RequestID
}

/// The person gave up what the client shows the progress of.
struct ProgressCancelParams: Decodable {
  var token: JSONValue
}

struct RegistrationParams: Encodable {
  struct Registration: Encodable {
    struct Options: Encodable {
      struct Watcher: Encodable {
        /// A text, or a pattern below a folder.
        var globPattern: JSONValue
      }
      var watchers: [Watcher]
    }
    var id: String
    var method: String
    var registerOptions: Options
  }
  var registrations: [Registration]
}

struct UnregistrationParams: Encodable {
  struct Unregistration: Encodable {
    var id: String
    var method: String
  }
  /// The protocol's own spelling.
  var unregisterations: [Unregistration]
}

struct ConfigurationParams: Encodable {
  struct Item: Encodable {
    var section = "stet"
  }
  var items = [Item()]
}

/// LSP 3.18, `workspace/textDocumentContent`.
struct TextContentParams: Decodable {
  var uri: String
}

struct TextContent: Encodable {
  var text: String
}

struct LogMessageParams: Encodable {
  /// 1 error, 2 warning, 3 info, 4 log.
  var type: Int
  var message: String
}

struct ProgressParams: Encodable {
  struct Value: Encodable {
    /// `begin`, `report` or `end`.
    var kind: String
    var title: String?
    var message: String?
    var percentage: Int?
    var cancellable: Bool?
  }
  var token: JSONValue
  var value: Value
}
