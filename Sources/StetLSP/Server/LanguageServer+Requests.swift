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
      start(id) { [self] in
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
    default:
      throw .methodNotFound(method)
    }
  }

  func notification(_ method: String, _ body: [UInt8]) async {
    do throws(ResponseError) {
      switch method {
      case "$/cancelRequest": cancel(try parameters(CancelParams.self, body).id)
      case _ where phase != .running: return
      case "initialized": registerWatchers()
      case "textDocument/didOpen":
        let item = try parameters(DidOpenParams.self, body).textDocument
        documents[item.uri] = OpenDocument(
          uri: item.uri, language: item.languageId, version: item.version, text: item.text)
        forgetResult(item.uri)
        push([item.uri])
      case "textDocument/didChange": try change(parameters(DidChangeParams.self, body))
      case "textDocument/didClose": close(try parameters(TextDocumentParams.self, body).textDocument.uri)
      case "textDocument/didSave":
        // A saved configuration file holds from now on, whether or not the client watches files.
        if isConfiguration(try parameters(TextDocumentParams.self, body).textDocument.uri) {
          await readConfigurationAgain()
        }
      case "workspace/didChangeWatchedFiles":
        let changes = try parameters(DidChangeWatchedFilesParams.self, body).changes
        if changes.contains(where: { isConfiguration($0.uri) }) { await readConfigurationAgain() }
      case "workspace/didChangeConfiguration":
        let settings = try parameters([String: JSONValue].self, body)["settings"]
        await desk.use(ClientSettings(settings))
        await lintAgain()
      case "workspace/didChangeWorkspaceFolders":
        let event = try parameters(DidChangeWorkspaceFoldersParams.self, body).event
        folders.removeAll { event.removed.contains($0) }
        folders += event.added
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
    if let options = params.initializationOptions { await desk.use(ClientSettings(options)) }
    let pulls = params.capabilities?.textDocument?.diagnostic != nil
    return InitializeResult(
      capabilities: ServerCapabilities(
        positionEncoding: agreed.0, diagnosticProvider: pulls ? .init() : nil,
        executeCommandProvider: .init(commands: WorkspaceCommand.allCases.map(\.rawValue))),
      serverInfo: .init(version: Version.string))
  }

  private func registerWatchers() {
    guard capabilities?.workspace?.didChangeWatchedFiles?.dynamicRegistration == true else { return }
    ask(
      "client/registerCapability",
      RegistrationParams(registrations: [
        .init(
          id: "stet-configuration", method: "workspace/didChangeWatchedFiles",
          registerOptions: .init(watchers: [.init(globPattern: "**/{stet,.stet}.yml")]))
      ]))
  }

  private func change(_ params: DidChangeParams) throws(ResponseError) {
    let uri = params.textDocument.uri
    guard var document = documents[uri] else {
      throw .invalidParameters("\(uri) was changed but never opened.")
    }
    try document.apply(
      params.contentChanges, version: params.textDocument.version ?? document.version + 1, encoding)
    documents[uri] = document
    push([uri])
  }

  private func close(_ uri: String) {
    documents[uri] = nil
    forgetResult(uri)
    Task { [desk] in await desk.forget(uri) }
    notify(
      "textDocument/publishDiagnostics", PublishDiagnosticsParams(uri: uri, version: nil, diagnostics: []))
  }

  func readConfigurationAgain() async {
    await desk.forgetConfiguration()
    await lintAgain()
  }

  /// The settings changed: what the client shows is made anew.
  private func lintAgain() async {
    push(documents.keys.sorted())
    if capabilities?.workspace?.diagnostics?.refreshSupport == true {
      ask("workspace/diagnostic/refresh", [String: String]())
    }
  }
}
