import StetService
import StetText

extension LanguageServer {
  /// All texts below the workspace's folders: those that are open as their editors hold them, then the files.
  func workspaceReport(_ params: WorkspaceDiagnosticParams) async throws -> WorkspaceDiagnosticReport {
    if await desk.readAgain() { await settingsChanged() }
    let previous = Dictionary(
      (params.previousResultIds ?? []).map { ($0.uri, $0.value) }, uniquingKeysWith: { _, last in last })
    let progress = WorkProgress(token: params.workDoneToken, server: self)
    progress.begin("Stet reads the workspace")
    let items = Collector(WorkspaceItems())
    let open = Dictionary(documents.values.map { ($0.path, $0.uri) }, uniquingKeysWith: { first, _ in first })
    let compared = Collector<[LintedDocument]>([])
    let tops = folders.map { DocumentURI.path($0.uri) }
    let (encoding, client, token) = (encoding, capabilities, params.partialResultToken)
    let known = Dictionary(
      previous.map { (DocumentURI.path($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    do throws(Problem) {
      try await desk.lintFiles(tops, open: Set(open.keys), previous: known) { [self] report, done, total in
        switch report {
        case .linted(let result) where open[result.file.path] != nil: compared.change { $0.append(result) }
        case .linted(let result):
          let uri = DocumentURI.uri(result.file.path)
          let ranges = RangeConversion(lines: result.lines, encoding: encoding)
          let found = DiagnosticConversion(uri: uri, ranges: ranges, client: client).diagnostics(result)
          // A file that was clean and is clean need not be told of.
          if !found.isEmpty || previous[uri] != nil {
            items.change { $0.add(.full(uri, version: nil, result.resultID, found)) }
          }
        case .unchanged(let path, let id):
          items.change { $0.add(.unchanged(DocumentURI.uri(path), version: nil, id)) }
        }
        progress.report(done: done, total: total)
        if token != nil, let batch = items.changed({ $0.batch(ofAtLeast: 100) }) {
          sendPart(batch, token)
        }
      }
    } catch {
      progress.end()
      throw ResponseError.failed(error.line)
    }
    for result in compared.value { if let uri = open[result.file.path] { adopt(result, for: uri) } }
    for uri in documents.keys.sorted() {
      guard let (document, result) = try? await linted(uri) else { continue }
      let (id, version) = (result.resultID, document.version)
      let item: WorkspaceDiagnosticReport.Item =
        previous[uri] == id
        ? .unchanged(uri, version: version, id)
        : .full(uri, version: version, id, diagnostics(result, uri: uri))
      items.change { $0.add(item) }
    }
    // What the client shows of files that are there no more is taken back.
    for uri in previous.keys.sorted() where !items.value.told.contains(uri) {
      let item: WorkspaceDiagnosticReport.Item =
        previous[uri] == "gone" ? .unchanged(uri, version: nil, "gone") : .full(uri, version: nil, "gone", [])
      items.change { $0.add(item) }
    }
    progress.end()
    try Task.checkCancellation()
    return WorkspaceDiagnosticReport(items: items.value.waiting)
  }

  private nonisolated func sendPart(_ items: [WorkspaceDiagnosticReport.Item], _ token: JSONValue?) {
    guard let token else { return }
    notify("$/progress", PartialResult(token: token, value: WorkspaceDiagnosticReport(items: items)))
  }
}

/// What is told of the workspace's texts, and what of it is still to be sent.
private struct WorkspaceItems: Sendable {
  private(set) var waiting: [WorkspaceDiagnosticReport.Item] = []
  private(set) var told: Set<String> = []

  mutating func add(_ item: WorkspaceDiagnosticReport.Item) {
    waiting.append(item)
    told.insert(item.uri)
  }

  /// Takes out what is to be sent, once it is much.
  mutating func batch(ofAtLeast count: Int) -> [WorkspaceDiagnosticReport.Item]? {
    guard waiting.count >= count else { return nil }
    defer { waiting = [] }
    return waiting
  }
}

extension WorkspaceDiagnosticReport.Item {
  fileprivate static func full(
    _ uri: String, version: Int?, _ id: String, _ items: [LSPDiagnostic]
  ) -> Self {
    Self(kind: "full", uri: uri, version: version, resultId: id, items: items)
  }

  fileprivate static func unchanged(_ uri: String, version: Int?, _ id: String) -> Self {
    Self(kind: "unchanged", uri: uri, version: version, resultId: id)
  }
}

/// Tells a client how far a long request is, at most once for each per cent.
private struct WorkProgress: Sendable {
  let token: JSONValue?
  let server: LanguageServer

  func begin(_ title: String) {
    send(.init(kind: "begin", title: title, percentage: 0, cancellable: true))
  }

  func report(done: Int, total: Int) {
    guard token != nil, total > 0, done * 100 / total != (done - 1) * 100 / total else { return }
    send(.init(kind: "report", message: "\(done) of \(total) files", percentage: done * 100 / total))
  }

  func end() { send(.init(kind: "end")) }

  private func send(_ value: ProgressParams.Value) {
    guard let token else { return }
    server.notify("$/progress", ProgressParams(token: token, value: value))
  }
}
