import StetConfiguration
import StetDocument
import StetLint
import StetService
import StetText
import Synchronization

extension LanguageServer {
  func report(_ params: DocumentDiagnosticParams) async throws -> DocumentDiagnosticReport {
    let uri = params.textDocument.uri
    let (_, result) = try await linted(uri)
    let name = result.resultID
    guard name != params.previousResultId else {
      return DocumentDiagnosticReport(kind: "unchanged", resultId: name)
    }
    return DocumentDiagnosticReport(kind: "full", resultId: name, items: diagnostics(result, uri: uri))
  }

  /// All texts below the workspace's folders: those that are open as their editors hold them, then the files.
  func workspaceReport(_ params: WorkspaceDiagnosticParams) async throws -> WorkspaceDiagnosticReport {
    let previous = Dictionary(
      (params.previousResultIds ?? []).map { ($0.uri, $0.value) }, uniquingKeysWith: { _, last in last })
    var items: [WorkspaceDiagnosticReport.Item] = []
    for uri in documents.keys.sorted() {
      let (document, result) = try await linted(uri)
      items.append(item(result, uri: uri, version: document.version, previous[uri]))
    }
    let collected = Mutex(items)
    let progress = WorkProgress(token: params.workDoneToken, server: self)
    await progress.begin("Stet reads the workspace")
    let (encoding, client) = (encoding, capabilities)
    do throws(Problem) {
      try await desk.lintFiles(
        folders.map { DocumentURI.path($0.uri) }, except: Set(documents.values.map(\.path))
      ) { result, done, total in
        let uri = DocumentURI.uri(result.file.path)
        let ranges = RangeConversion(lines: result.lines, encoding: encoding)
        let isUnchanged = previous[uri] == result.resultID
        let found = DiagnosticConversion(uri: uri, ranges: ranges, client: client).diagnostics(result.file)
        // A file that was clean and is clean need not be told of.
        if found.isEmpty, previous[uri] == nil { return }
        collected.withLock {
          $0.append(
            .init(
              kind: isUnchanged ? "unchanged" : "full", uri: uri, version: nil, resultId: result.resultID,
              items: isUnchanged ? nil : found))
        }
        progress.report(done: done, total: total)
      }
    } catch {
      await progress.end()
      throw ResponseError.failed(error.line)
    }
    await progress.end()
    try Task.checkCancellation()
    return WorkspaceDiagnosticReport(items: collected.withLock { $0 })
  }

  private func item(
    _ result: LintedDocument, uri: String, version: Int?, _ previous: String?
  ) -> WorkspaceDiagnosticReport.Item {
    let name = result.resultID
    guard name != previous else {
      return .init(kind: "unchanged", uri: uri, version: version, resultId: name)
    }
    return .init(
      kind: "full", uri: uri, version: version, resultId: name, items: diagnostics(result, uri: uri))
  }

  func hover(_ params: PositionParams) async throws -> Hover? {
    let uri = params.textDocument.uri
    let (document, result) = try await linted(uri)
    guard let offset = document.offset(params.position, encoding),
      let found = result.file.diagnostics.first(where: {
        $0.range.lower <= offset && offset <= $0.range.upper
      }),
      let page = try? await desk.page(found.rule)
    else { return nil }
    return Hover(
      contents: .init(value: "\(found.message)\n\n---\n\n\(page)"),
      range: RangeConversion(lines: result.lines, encoding: encoding).range(found.range))
  }

  /// One line over the text that counts what was found.
  func lenses(_ uri: String) async throws -> [CodeLens] {
    let (_, result) = try await linted(uri)
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = result.file.diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    let start = LSPPosition(line: 0, character: 0)
    let title = counts.isEmpty ? "Stet: nothing found" : "Stet: " + counts.joined(separator: ", ")
    return [CodeLens(range: LSPRange(start: start, end: start), command: Command(title: title, command: ""))]
  }

  // MARK: Configuration

  func isConfiguration(_ uri: String) -> Bool {
    let name = uri.split(separator: "/").last.map(String.init)
    return name.map(ConfigurationTree.names.contains) ?? false
  }

  /// Faults of configuration files are diagnostics of these files.
  func showConfigurationFaults() async {
    let faults = await desk.configurationFaults()
    let byFile = Dictionary(grouping: faults) { fault in
      DocumentURI.uri("/" + FilePath.components(fault.file).joined(separator: "/"))
    }
    for uri in shownFaults.union(byFile.keys).sorted() {
      let found = (byFile[uri] ?? []).map { fault in
        let place = LSPPosition(line: fault.line - 1, character: fault.column - 1)
        return LSPDiagnostic(
          range: LSPRange(start: place, end: place), severity: 1, code: "configuration", source: "stet",
          message: fault.message)
      }
      notify(
        "textDocument/publishDiagnostics",
        PublishDiagnosticsParams(uri: uri, version: nil, diagnostics: found))
    }
    shownFaults = Set(byFile.keys)
  }
}

/// Tells a client how far a long request is, at most once for each per cent.
private struct WorkProgress: Sendable {
  let token: JSONValue?
  let server: LanguageServer

  func begin(_ title: String) async {
    await send(.init(kind: "begin", title: title, percentage: 0, cancellable: true))
  }

  func report(done: Int, total: Int) {
    guard token != nil, total > 0, done * 100 / total != (done - 1) * 100 / total else { return }
    Task {
      await send(.init(kind: "report", message: "\(done) of \(total) files", percentage: done * 100 / total))
    }
  }

  func end() async { await send(.init(kind: "end")) }

  private func send(_ value: ProgressParams.Value) async {
    guard let token else { return }
    await server.notify("$/progress", ProgressParams(token: token, value: value))
  }
}
