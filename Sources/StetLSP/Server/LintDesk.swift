import StetConfiguration
import StetDocument
import StetLint
import StetReports
import StetService
import StetText

/// What the client sets for all texts, over what configuration files say.
struct ClientSettings: Sendable, Equatable {
  var configuration: String?
  var pack: Pack?
  var kind: DocumentKind?
  /// Hints are shown only when asked for, as on the command line.
  var showsNotes = false

  /// Reads `{"stet": {…}}` or the inner object; what it does not know counts as not said.
  init(_ value: JSONValue? = nil) {
    let settings = value?["stet"] ?? value
    configuration = settings?["configuration"]?.string
    pack = settings?["pack"]?.string.flatMap(Pack.init)
    kind = settings?["kind"]?.string.flatMap(DocumentKind.init)
    showsNotes = settings?["notes"] == .bool(true)
  }
}

/// A text with what was found in it.
struct LintedDocument: Sendable {
  /// Of the editor's text; nil for a file that no editor holds.
  var version: Int?
  /// Counts the settings: a result made under older ones is no longer current.
  var generation: Int
  var file: LintedFile
  var lines: LineIndex

  /// Equal results have equal names, also after a restart.
  var resultID: String {
    var hash = FNV1a()
    for diagnostic in file.diagnostics {
      hash.add(contentsOf: diagnostic.fingerprint.utf8)
      hash.add(UInt64(diagnostic.range.lower))
      hash.add(contentsOf: diagnostic.severity.rawValue.utf8)
    }
    return hash.hexadecimal
  }
}

/// Where the work is done: owns the engine and one worker, so one text is linted at a time.
actor LintDesk {
  private let loading: Task<Result<Engine, Problem>, Never>
  /// Bytes of the longest text whose last version is kept to lint the next one from.
  private static let longest = 4_000_000

  private var worker: Worker?
  /// By URI the last version of each open text that was linted.
  private var versions: [String: (settings: EffectiveSettings, revision: Revision)] = [:]
  private var settings: RunSettings?
  private(set) var clientSettings = ClientSettings()
  private(set) var generation = 0

  init(_ loading: Task<Result<Engine, Problem>, Never>) {
    self.loading = loading
  }

  /// Loading starts at once, so that the first text finds the engine ready.
  static func load() -> Task<Result<Engine, Problem>, Never> {
    Task.detached(priority: .userInitiated) {
      do throws(Problem) { return .success(try Engine()) } catch { return .failure(error) }
    }
  }

  private func engine() async throws(Problem) -> Engine { try await loading.value.get() }

  /// Lints a text under the settings of now.
  func lint(_ document: OpenDocument) async throws(Problem) -> LintedDocument {
    let engine = try await engine()
    let settings = self.settings(engine)
    let worker = self.worker ?? Worker(engine)
    self.worker = worker
    let effective = settings.settings(for: document.path)
    let before = versions[document.uri].flatMap { $0.settings == effective ? $0.revision : nil }
    let revision = worker.revision(
      document.source, path: document.path, format: document.format, settings: effective, after: before)
    // What is known of a text that large would fill the memory, and its editor has other cares.
    versions[document.uri] =
      document.source.count <= Self.longest ? (settings: effective, revision: revision) : nil
    var file = LintedFile(path: document.path, source: document.source, result: revision.result)
    if !clientSettings.showsNotes { file.diagnostics.removeAll { $0.severity == .note } }
    return LintedDocument(
      version: document.version, generation: generation, file: file, lines: document.lines)
  }

  /// The text is no longer open.
  func forget(_ uri: String) { versions[uri] = nil }

  /// Lints the files below folders that no editor holds, in order, on all cores.
  func lintFiles(
    _ folders: [String], except open: Set<String>, each: @Sendable (LintedDocument, Int, Int) -> Void
  ) async throws(Problem) {
    let engine = try await engine()
    let settings = self.settings(engine)
    let files = settings.wanted(FileDiscovery.files(in: folders).files).filter { !open.contains($0.path) }
    let (showsNotes, generation) = (clientSettings.showsNotes, generation)
    await LintRun(engine, files: files, workers: 2, settings: settings).forEach { outcome, done in
      guard case .linted(var file) = outcome, !Task.isCancelled else { return }
      if !showsNotes { file.diagnostics.removeAll { $0.severity == .note } }
      let lines = LineIndex(file.source)
      each(LintedDocument(version: nil, generation: generation, file: file, lines: lines), done, files.count)
    }
  }

  /// What was wrong with the configuration files met so far.
  func configurationFaults() -> [ConfigurationFault] { settings?.faults ?? [] }

  func use(_ settings: ClientSettings) {
    clientSettings = settings
    forgetConfiguration()
  }

  /// Configuration files changed: they are read again.
  func forgetConfiguration() {
    settings = nil
    versions = [:]
    generation += 1
  }

  func page(_ rule: String) async throws(Problem) -> String? {
    let book = try await engine().book
    guard let metadata = book.rule(rule) else { return nil }
    return RuleText(DescribedRule(metadata, page: book.page(metadata))).markdown()
  }

  private func settings(_ engine: Engine) -> RunSettings {
    if let settings { return settings }
    let source = clientSettings.configuration.map { ConfigurationTree.Source.file($0) } ?? .folders
    let made = RunSettings(
      engine.book, source: source, pack: clientSettings.pack, kind: clientSettings.kind)
    settings = made
    return made
  }
}
