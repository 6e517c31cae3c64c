import StetReports
import StetService
import StetText

extension LanguageServer {
  /// The result for what the client holds now; lints when there is none yet.
  func linted(_ uri: String) async throws -> (document: OpenDocument, result: LintedDocument) {
    while true {
      try Task.checkCancellation()
      guard let document = documents[uri] else {
        throw ResponseError.invalidParameters("\(uri) is not open.")
      }
      if let (revision, result) = results[uri], revision == revisions[uri],
        result.generation == desk.generation
      {
        return (document, result)
      }
      if let problem = await (linting[uri] ?? startLinting(document)).value {
        throw ResponseError.failed(problem.line)
      }
    }
  }

  private func startLinting(_ document: OpenDocument) -> Task<Problem?, Never> {
    let (uri, revision) = (document.uri, revisions[document.uri])
    let task = Task { () -> Problem? in
      defer { linting[uri] = nil }
      do throws(Problem) {
        let result = document.isLinted ? try await desk.lint(document) : document.unlinted(desk.generation)
        if let revision, revision == revisions[uri] { results[uri] = (revision, result) }
        if documents[uri] == nil { await desk.forget(uri) }
        Task { await showProblems() }
        return nil
      } catch {
        return error
      }
    }
    linting[uri] = task
    return task
  }

  /// Takes the result of a run over all files for a text that is open and the same.
  func adopt(_ result: LintedDocument, for uri: String) {
    guard let document = documents[uri], let revision = revisions[uri], document.isLinted,
      document.source.bytes == result.file.source.bytes
    else { return }
    var result = result
    result.version = document.version
    result.lines = document.lines
    results[uri] = (revision, result)
  }

  /// A text was opened or changed: what is known of it no longer holds.
  func hold(_ document: OpenDocument) {
    documents[document.uri] = document
    revisionCount += 1
    revisions[document.uri] = revisionCount
  }

  func drop(_ uri: String) {
    documents[uri] = nil
    revisions[uri] = nil
    results[uri] = nil
    unseen.removeAll { $0 == uri }
    Task { [desk] in await desk.forget(uri) }
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

  var isPulled: Bool { capabilities?.textDocument?.diagnostic != nil }

  private func pushUnseen() async {
    while let uri = unseen.first {
      unseen.removeFirst()
      guard documents[uri] != nil else { continue }
      do {
        let (document, result) = try await linted(uri)
        notify(
          "textDocument/publishDiagnostics",
          PublishDiagnosticsParams(
            uri: uri, version: document.version,
            diagnostics: diagnostics(result, uri: uri) + (shownFaults[uri] ?? [])))
      } catch let error as ResponseError {
        if toldProblems.insert(error.message).inserted { log(error.message, isError: true) }
      } catch {}
    }
    isPushing = false
  }

  func diagnostics(_ result: LintedDocument, uri: String) -> [LSPDiagnostic] {
    let ranges = RangeConversion(lines: result.lines, encoding: encoding)
    return DiagnosticConversion(uri: uri, ranges: ranges, client: capabilities).diagnostics(result)
  }
}
