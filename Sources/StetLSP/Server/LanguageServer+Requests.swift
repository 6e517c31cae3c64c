import StetService
import StetText

extension LanguageServer {
  func request(_ id: RequestID, _ method: String, _ body: [UInt8]) async {
    do throws(ResponseError) {
      if method == "initialize" {
        answer(id, try await initialize(parameters(InitializeParams.self, body)))
        return
      }
      guard phase == .running else {
        throw phase == .waiting ? .notInitialized : .invalidRequest("The server is shutting down.")
      }
      try await dispatch(id, method, body)
    } catch {
      answer(id, error)
    }
  }

  private func dispatch(_ id: RequestID, _ method: String, _ body: [UInt8]) async throws(ResponseError) {
    switch method {
    case "shutdown":
      phase = .stopping
      answer(id, Int?.none)
    case "textDocument/diagnostic":
      let params = try parameters(DocumentDiagnosticParams.self, body)
      start(id) { [self] in
        answer(id, try await report(params))
      }
    case "workspace/diagnostic":
      let params = try parameters(WorkspaceDiagnosticParams.self, body)
      if let token = params.workDoneToken { progressing[token] = id }
      start(id) { [self] in
        defer { if let token = params.workDoneToken { progressing[token] = nil } }
        answer(id, try await workspaceReport(params))
      }
    case "textDocument/codeAction":
      let params = try parameters(CodeActionParams.self, body)
      start(id) { [self] in
        answer(id, try await actions(params))
      }
    case "textDocument/hover":
      let params = try parameters(PositionParams.self, body)
      start(id) { [self] in
        answer(id, try await hover(params))
      }
    case "textDocument/codeLens":
      let params = try parameters(TextDocumentParams.self, body)
      start(id) { [self] in
        answer(id, try await lenses(params.textDocument.uri))
      }
    case "workspace/executeCommand":
      let params = try parameters(ExecuteCommandParams.self, body)
      start(id) { [self] in
        try await execute(params)
        answer(id, Int?.none)
      }
    case "workspace/textDocumentContent":
      let params = try parameters(TextContentParams.self, body)
      start(id) { [self] in
        answer(id, try await textContent(params.uri))
      }
    default:
      throw .methodNotFound(method)
    }
  }

  func notification(_ method: String, _ body: [UInt8]) async {
    do throws(ResponseError) {
      switch method {
      case "$/cancelRequest": cancel(try parameters(CancelParams.self, body).id)
      case "window/workDoneProgress/cancel":
        if let id = progressing[try parameters(ProgressCancelParams.self, body).token] { cancel(id) }
      case _ where phase != .running: return
      case "initialized":
        watchFolders()
        askForSettings()
      case "textDocument/didOpen":
        let item = try parameters(DidOpenParams.self, body).textDocument
        hold(
          OpenDocument(uri: item.uri, language: item.languageId, version: item.version, text: item.text))
        push([item.uri])
        lookAgain()
      case "textDocument/didChange": try change(parameters(DidChangeParams.self, body))
      case "textDocument/didClose": close(try parameters(TextDocumentParams.self, body).textDocument.uri)
      // Many clients do not watch files: what was saved may be configuration, a rule or a dictionary.
      case "textDocument/didSave":
        lookAgain([try parameters(TextDocumentParams.self, body).textDocument.uri])
      case "workspace/didChangeWatchedFiles":
        lookAgain(try parameters(DidChangeWatchedFilesParams.self, body).changes.map(\.uri))
      case "workspace/didChangeConfiguration":
        let sent = try parameters([String: JSONValue].self, body)["settings"]
        if sent == nil || sent == .null { askForSettings() } else { await use(sent) }
      case "workspace/didChangeWorkspaceFolders":
        let event = try parameters(DidChangeWorkspaceFoldersParams.self, body).event
        folders.removeAll { event.removed.contains($0) }
        folders += event.added.filter { !folders.contains($0) }
        await use(settings)
      default:
        // A method that begins with "$/" may be passed over in silence; so may all notifications.
        return
      }
    } catch {
      log(error.message, isError: true)
    }
  }

  private func initialize(_ params: InitializeParams) async throws(ResponseError) -> InitializeResult {
    guard phase == .waiting else { throw .invalidRequest("The server was initialized before.") }
    phase = .running
    capabilities = params.capabilities
    folders = params.workspaceFolders ?? []
    if folders.isEmpty, let root = params.rootUri ?? params.rootPath.map(DocumentURI.uri) {
      folders = [WorkspaceFolder(uri: root, name: nil)]
    }
    let offered = params.capabilities?.general?.positionEncodings ?? []
    let names: [(String, PositionEncoding)] = [("utf-8", .utf8), ("utf-32", .scalars), ("utf-16", .utf16)]
    let agreed = names.first { offered.contains($0.0) } ?? ("utf-16", .utf16)
    encoding = agreed.1
    initialSettings = ClientSettings(params.initializationOptions)
    await use(initialSettings)
    let client = params.capabilities
    let commands = WorkspaceCommand.allCases.map(\.rawValue)
    return InitializeResult(
      capabilities: ServerCapabilities(
        positionEncoding: agreed.0, diagnosticProvider: client?.textDocument?.diagnostic.map { _ in .init() },
        executeCommandProvider: .init(commands: commands),
        workspace: .init(
          textDocumentContent: client?.workspace?.textDocumentContent.map { _ in .init() })),
      serverInfo: .init(version: Version.string))
  }

  // MARK: Settings

  /// - Parameter sent: what the client says over what it said when it started.
  private func use(_ sent: JSONValue?) async {
    await use(ClientSettings(sent, over: initialSettings))
    await settingsChanged()
  }

  private func use(_ settings: ClientSettings) async {
    self.settings = settings
    for fault in settings.faults where toldProblems.insert(fault).inserted {
      show("Settings of stet: \(fault)", isWarning: true)
    }
    await desk.use(settings, in: folders.first.map { DocumentURI.path($0.uri) })
  }

  /// Some clients do not send settings but want to be asked.
  private func askForSettings() {
    guard capabilities?.workspace?.configuration == true else { return }
    ask("workspace/configuration", ConfigurationParams()) { [weak self] answer in
      guard let sent = answer?.list?.first, sent != .null else { return }
      await self?.use(.object(["stet": sent]))
    }
  }

  /// Sees whether configuration, rules or dictionaries changed, beside the messages that follow.
  ///
  /// - Parameter changed: files that did. A dictionary may be one that was missed so far.
  private func lookAgain(_ changed: [String] = []) {
    let change: CheckingInputs.Change = changed.contains { $0.hasSuffix(".dic") } ? .settings : .none
    Task { if await desk.readAgain(change) { await settingsChanged() } }
  }

  /// What the client shows is made anew.
  func settingsChanged() async {
    push(documents.keys.sorted())
    if capabilities?.workspace?.diagnostics?.refreshSupport == true {
      ask("workspace/diagnostic/refresh", [String: String]())
    }
    if capabilities?.workspace?.codeLens?.refreshSupport == true {
      ask("workspace/codeLens/refresh", [String: String]())
    }
  }

  // MARK: Texts

  private func change(_ params: DidChangeParams) throws(ResponseError) {
    let uri = params.textDocument.uri
    guard var document = documents[uri] else {
      throw .invalidParameters("\(uri) was changed but never opened.")
    }
    try document.apply(
      params.contentChanges, version: params.textDocument.version ?? document.version + 1, encoding)
    hold(document)
    push([uri])
  }

  private func close(_ uri: String) {
    guard documents[uri] != nil else { return }
    drop(uri)
    notify(
      "textDocument/publishDiagnostics",
      PublishDiagnosticsParams(uri: uri, version: nil, diagnostics: shownFaults[uri] ?? []))
  }
}
