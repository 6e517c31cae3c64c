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

  /// What the client sends when it starts, and what holds now.
  var initialSettings = ClientSettings()
  var settings = ClientSettings()

  /// The last result of each open text, with the revision of the text that it is of.
  var results: [String: (revision: Int, result: LintedDocument)] = [:]
  /// Counts what becomes of texts: a client's versions may start anew, or stand still.
  var revisions: [String: Int] = [:]
  var revisionCount = 0
  /// Texts that are being linted: whoever asks meanwhile waits for the same result.
  var linting: [String: Task<Problem?, Never>] = [:]
  /// Open texts whose diagnostics the client has not seen, in the order of their changes.
  var unseen: [String] = []
  var isPushing = false
  private var requests: [RequestID: Task<Void, Never>] = [:]
  /// The requests whose progress is told, by their tokens.
  var progressing: [JSONValue: RequestID] = [:]
  private var requestCount = 0
  /// What a request of ours waits for.
  private var awaited: [RequestID: @Sendable (JSONValue?) async -> Void] = [:]
  /// What the client shows of configuration, dictionary and rule files.
  var shownFaults: [String: [LSPDiagnostic]] = [:]
  /// Problems without a file, told once.
  var toldProblems: Set<String> = []
  var isShowingProblems = false
  /// Files and folders outside of the workspace's that the client watches.
  var watched: [String] = []

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
      let head: MessageHead
      do { head = try JSONDecoder().decode(MessageHead.self, from: Data(body)) } catch {
        answer(nil, Self.complaint(error))
        return nil
      }
      guard let method = head.method else {
        if head.isAnswer {
          take(head, body)
        } else {
          answer(head.id, .invalidRequest("A message has no method."))
        }
        return nil
      }
      if method == "exit" { return phase == .stopping ? 0 : 1 }
      if let id = head.id {
        await request(id, method, body)
      } else {
        await notification(method, body)
      }
    }
    return nil
  }

  /// What is wrong with a message whose head cannot be read.
  private static func complaint(_ error: any Error) -> ResponseError {
    if case DecodingError.dataCorrupted? = error as? DecodingError {
      return .parseError("The body of a message is no JSON.")
    }
    return .invalidRequest("A message is no JSON object with a method, and an id that is a number or a text.")
  }

  // MARK: Messages out

  private nonisolated func encode(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { [UInt8]($0) } ?? []
  }

  private nonisolated func post(_ value: some Encodable) {
    let body = encode(value)
    if !body.isEmpty { send(body) }
  }

  func answer(_ id: RequestID?, _ error: ResponseError) { post(ErrorResponse(id: id, error: error)) }
  func answer(_ id: RequestID, _ result: (some Encodable)?) { post(Response(id: id, result: result)) }
  nonisolated func notify(_ method: String, _ params: some Encodable) {
    post(Outgoing(method: method, params: params))
  }

  /// Sends a request to the client.
  ///
  /// - Parameter then: takes the result, or nil when the client could not give one.
  func ask(_ method: String, _ params: some Encodable, then: (@Sendable (JSONValue?) async -> Void)? = nil) {
    requestCount += 1
    if let then { awaited[.number(requestCount)] = then }
    post(Outgoing(id: .number(requestCount), method: method, params: params))
  }

  /// The answer to a request of ours.
  private func take(_ head: MessageHead, _ body: [UInt8]) {
    guard let id = head.id, let then = awaited.removeValue(forKey: id) else { return }
    let result = try? JSONDecoder().decode(MessageResult.self, from: Data(body)).result
    Task { await then(result) }
  }

  /// A line for the client's log; an error or something that a person asked for is shown at once.
  func log(_ message: String, isError: Bool = false) {
    notify(
      isError ? "window/showMessage" : "window/logMessage",
      LogMessageParams(type: isError ? 1 : 3, message: message))
  }

  func show(_ message: String, isWarning: Bool = false) {
    notify("window/showMessage", LogMessageParams(type: isWarning ? 2 : 3, message: message))
  }

  // MARK: Requests

  /// Does a request beside the messages that follow, so that these may cancel it.
  func start(_ id: RequestID, _ work: @escaping () async throws -> Void) {
    guard requests[id] == nil else {
      answer(id, .invalidRequest("A request with this id is still being answered."))
      return
    }
    requests[id] = Task {
      do {
        try Task.checkCancellation()
        try await work()
      } catch is CancellationError {
        answer(id, .cancelled)
      } catch let error as ResponseError {
        answer(id, error)
      } catch let problem as Problem {
        answer(id, .failed(problem.line))
      } catch {
        answer(id, .failed("\(error)"))
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
}
