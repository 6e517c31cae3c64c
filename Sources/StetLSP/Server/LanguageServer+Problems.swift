import StetDocument
import StetService

extension LanguageServer {
  /// What is wrong with configuration, dictionaries and rules are diagnostics of their files; what has no file is
  /// told once.
  func showProblems() async {
    guard !isShowingProblems else { return }
    isShowingProblems = true
    let (problems, notices, generation) = (await desk.problems(), await desk.notices(), desk.generation)
    isShowingProblems = false
    // Under way the settings changed: what is linted under the new ones brings this on again.
    guard generation == desk.generation else { return }
    var found: [String: [LSPDiagnostic]] = [:]
    for problem in problems {
      if let place = FilePlace(problem.place) {
        found[place.uri, default: []].append(
          place.diagnostic("\(problem.what). \(problem.nextStep)", severity: 1))
      } else if toldProblems.insert(problem.line).inserted {
        log(problem.line)
      }
    }
    for notice in notices {
      // “file:line:column: message.”
      let parts = notice.split(separator: ": ", maxSplits: 1)
      guard parts.count == 2, let place = FilePlace(String(parts[0])) else { continue }
      found[place.uri, default: []].append(place.diagnostic(String(parts[1]), severity: 3))
    }
    let changed = Set(found.keys).union(shownFaults.keys).filter { found[$0] != shownFaults[$0] }
    shownFaults = found
    for uri in changed.sorted() { publishFaults(uri) }
    await watch()
  }

  private func publishFaults(_ uri: String) {
    if !isPulled, documents[uri] != nil { return push([uri]) }
    notify(
      "textDocument/publishDiagnostics",
      PublishDiagnosticsParams(uri: uri, version: nil, diagnostics: shownFaults[uri] ?? []))
  }

  // MARK: Watched files

  private static let watchMethod = "workspace/didChangeWatchedFiles"

  /// What lies in the folders of the workspace, wherever it is.
  func watchFolders() {
    guard capabilities?.workspace?.didChangeWatchedFiles?.dynamicRegistration == true else { return }
    let patterns = ["**/{stet,.stet}.yml", "**/.vale.ini", "**/*.{dic,aff}"].map { JSONValue.text($0) }
    register("stet-configuration", patterns)
  }

  /// Rules, and what lies elsewhere: known only once it was read.
  private func watch() async {
    guard let client = capabilities?.workspace?.didChangeWatchedFiles, client.dynamicRegistration == true
    else { return }
    let paths = await desk.watched(outside: folders.map { DocumentURI.path($0.uri) })
    guard paths != watched else { return }
    if !watched.isEmpty {
      ask(
        "client/unregisterCapability",
        UnregistrationParams(unregisterations: [.init(id: "stet-rules", method: Self.watchMethod)]))
    }
    watched = paths
    guard !paths.isEmpty else { return }
    register("stet-rules", paths.map { Self.pattern($0, isRelative: client.relativePatternSupport == true) })
  }

  /// - Parameter isRelative: whether the client understands a folder with a pattern below it.
  private static func pattern(_ path: String, isRelative: Bool) -> JSONValue {
    let isFolder = FilePath.isFolder(path)
    guard isRelative else { return .text(isFolder ? path + "/**" : path) }
    var parts = FilePath.components(path)
    let pattern = isFolder ? "**" : parts.popLast() ?? "**"
    return .object([
      "baseUri": .text(DocumentURI.uri("/" + parts.joined(separator: "/"))), "pattern": .text(pattern),
    ])
  }

  private func register(_ id: String, _ patterns: [JSONValue]) {
    ask(
      "client/registerCapability",
      RegistrationParams(registrations: [
        .init(
          id: id, method: Self.watchMethod,
          registerOptions: .init(watchers: patterns.map { .init(globPattern: $0) }))
      ]))
  }
}

/// A place as problems name it, “file:line” or “file:line:column”, both 1-based.
private struct FilePlace {
  let uri: String
  let position: LSPPosition

  /// nil when no file is named, or one that is not there.
  init?(_ text: String) {
    var parts = text.split(separator: ":", omittingEmptySubsequences: false)
    var numbers: [Int] = []
    while numbers.count < 2, parts.count > 1, let number = parts.last.flatMap({ Int($0) }) {
      numbers.insert(number, at: 0)
      parts.removeLast()
    }
    let path = FilePath.components(parts.joined(separator: ":"))
    guard !path.isEmpty, FilePath.exists(path) else { return nil }
    uri = DocumentURI.uri("/" + path.joined(separator: "/"))
    position = LSPPosition(
      line: max(0, (numbers.first ?? 1) - 1), character: max(0, (numbers.count > 1 ? numbers[1] : 1) - 1))
  }

  func diagnostic(_ message: String, severity: Int) -> LSPDiagnostic {
    LSPDiagnostic(
      range: LSPRange(start: position, end: position), severity: severity, code: "configuration",
      source: "stet",
      message: message)
  }
}
