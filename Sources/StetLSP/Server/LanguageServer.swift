import FoundationEssentials
import StetReports
import StetService
import StetText

/// A server for the Language Server Protocol 3.17: takes messages in order, answers requests when their texts are
/// linted, and pushes diagnostics to clients that do not pull.
package actor LanguageServer {
  enum Phase {
    case waiting, running, stopping
  }

  let desk: LintDesk
  private let send: @Sendable ([UInt8]) -> Void
  var phase = Phase.waiting
  var encoding = PositionEncoding.utf16
  var capabilities: ClientCapabilities?
  var folders: [WorkspaceFolder] = []
  var documents: [String: OpenDocument] = [:]

  /// The last result of each open text.
  private var results: [String: LintedDocument] = [:]
  /// Open texts whose diagnostics the client has not seen, in the order of their changes.
  private var unseen: [String] = []
  private var isPushing = false
  private var requests: [RequestID: Task<Void, Never>] = [:]
  private var requestCount = 0
  /// Configuration files whose faults the client shows.
  var shownFaults: Set<String> = []

  /// - Parameters:
  ///   - engine: may still be loading.
  ///   - send: takes the body of one message; called from several tasks.
  init(
    _ engine: Task<Result<Engine, Problem>, Never> = LintDesk.load(),
    send: @escaping @Sendable ([UInt8]) -> Void
  ) {
    desk = LintDesk(engine)
    self.send = send
  }

  /// Serves standard input until it ends or the client says `exit`; gives the exit status that LSP asks for.
  package static func serveStandardStreams() async -> Int32 {
    let writer = StandardStreams.Writer()
    let server = LanguageServer { writer.write($0) }
    for await piece in StandardStreams.pieces() {
      if let status = await server.take(piece) { return status }
    }
    return await server.phase == .stopping ? 0 : 1
  }

  /// One piece of input; gives the exit status when the client is done.
  func take(_ piece: MessageFraming.Piece) async -> Int32? {
    switch piece {
    case .tooLong(let length):
      let limit = MessageFraming().limit >> 20
      answer(
        nil,
        .invalidRequest("A message of \(length) bytes is over the limit of \(limit) MB; it was left out."))
    case .unreadable(let reason):
      answer(nil, .parseError("The input is no message of the protocol: \(reason). The server stops."))
      return 1
    case .message(let body):
      guard let head = try? JSONDecoder().decode(MessageHead.self, from: Data(body)) else {
        answer(nil, .parseError("The body of a message is no JSON object."))
        return nil
      }
      guard let method = head.method else { return nil }
      if method == "exit" { return phase == .stopping ? 0 : 1 }
      if let id = head.id {
        await request(id, method, body)
      } else {
        await notification(method, body)
      }
    }
    return nil
  }

  // MARK: Messages out

  private func encode(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { [UInt8]($0) } ?? []
  }

  private func post(_ value: some Encodable) {
    let body = encode(value)
    if !body.isEmpty { send(body) }
  }

  func answer(_ id: RequestID?, _ error: ResponseError) { post(ErrorResponse(id: id, error: error)) }
  func answer(_ id: RequestID, _ result: (some Encodable)?) { post(Response(id: id, result: result)) }
  func notify(_ method: String, _ params: some Encodable) { post(Outgoing(method: method, params: params)) }

  /// Sends a request to the client; its answer is not waited for.
  func ask(_ method: String, _ params: some Encodable) {
    requestCount += 1
    post(Outgoing(id: .number(requestCount), method: method, params: params))
  }

  func log(_ message: String, isError: Bool = false) {
    notify(
      isError ? "window/showMessage" : "window/logMessage",
      LogMessageParams(type: isError ? 1 : 3, message: message))
  }

  // MARK: Requests

  /// Does a request beside the messages that follow, so that these may cancel it.
  func start(_ id: RequestID, _ work: @escaping () async throws -> Void) {
    requests[id] = Task {
      do {
        try await work()
      } catch let error as ResponseError {
        answer(id, error)
      } catch {
        answer(id, .invalidRequest("\(error)"))
      }
      requests[id] = nil
    }
  }

  func cancel(_ id: RequestID) { requests[id]?.cancel() }

  func parameters<Value: Decodable>(_ type: Value.Type, _ body: [UInt8]) throws(ResponseError) -> Value {
    do {
      return try JSONDecoder().decode(MessageParameters<Value>.self, from: Data(body)).params
    } catch {
      throw .invalidParameters("The parameters do not have the form that the protocol gives them: \(error)")
    }
  }

  // MARK: Linting

  /// The result for what the client holds now; lints when there is none yet.
  func linted(_ uri: String) async throws -> (document: OpenDocument, result: LintedDocument) {
    while true {
      try Task.checkCancellation()
      guard let document = documents[uri] else {
        throw ResponseError.invalidParameters("\(uri) is not open.")
      }
      if let result = results[uri], result.version == document.version,
        await desk.generation == result.generation
      {
        return (document, result)
      }
      let result: LintedDocument
      do throws(Problem) { result = try await desk.lint(document) } catch {
        throw ResponseError.failed(error.line)
      }
      if documents[uri] != nil { results[uri] = result }
      if documents[uri]?.version == result.version { await showConfigurationFaults() }
    }
  }

  /// The last result, though the text may have changed since.
  func lastResult(_ uri: String) -> LintedDocument? { results[uri] }

  func forgetResult(_ uri: String) {
    results[uri] = nil
    unseen.removeAll { $0 == uri }
  }

  /// Pushes the diagnostics of a text as soon as it is linted; changes that come meanwhile are linted together.
  func push(_ uris: [String]) {
    guard !isPulled else { return }
    for uri in uris {
      unseen.removeAll { $0 == uri }
      unseen.append(uri)
    }
    guard !isPushing, !unseen.isEmpty else { return }
    isPushing = true
    Task { await pushUnseen() }
  }

  private var isPulled: Bool { capabilities?.textDocument?.diagnostic != nil }

  private func pushUnseen() async {
    while let uri = unseen.first {
      unseen.removeFirst()
      guard documents[uri] != nil else { continue }
      do {
        let (document, result) = try await linted(uri)
        notify(
          "textDocument/publishDiagnostics",
          PublishDiagnosticsParams(
            uri: uri, version: document.version, diagnostics: diagnostics(result, uri: uri)))
      } catch let error as ResponseError {
        log(error.message, isError: true)
      } catch {}
    }
    isPushing = false
  }

  func diagnostics(_ result: LintedDocument, uri: String) -> [LSPDiagnostic] {
    DiagnosticConversion(
      uri: uri, ranges: RangeConversion(lines: result.lines, encoding: encoding), client: capabilities
    ).diagnostics(result.file)
  }
}
