import StetConfiguration
import StetDocument
import StetLint
import StetReports
import StetService
import StetText
import Synchronization

/// A text with what was found in it.
struct LintedDocument: Sendable {
  /// Of the editor's text; nil for a file that no editor holds.
  var version: Int?
  /// Counts the settings: a result made under older ones is no longer current.
  var generation: Int
  var file: LintedFile
  var lines: LineIndex
  /// Whether the text was left unchecked since it is too long to be checked while somebody types.
  var isTooLong = false

  /// Equal results have equal names, also after a restart.
  var resultID: String {
    var hash = FNV1a()
    if isTooLong { hash.add(UInt64(1)) }
    for diagnostic in file.diagnostics {
      hash.add(contentsOf: diagnostic.fingerprint.utf8)
      hash.add(UInt64(diagnostic.range.lower))
      hash.add(UInt64(diagnostic.range.upper))
      hash.add(contentsOf: diagnostic.message.utf8)
      hash.add(contentsOf: diagnostic.severity.rawValue.utf8)
    }
    return hash.hexadecimal
  }
}

/// Where the work is done: owns the engine and one worker, so one text is linted at a time.
actor LintDesk {
  private var loading: Task<Result<Engine, Problem>, Never>
  private var worker: Worker?
  /// By URI the last version of each open text that was linted.
  private var versions: [String: (settings: EffectiveSettings, revision: Revision)] = [:]
  private var settings: RunSettings?
  private(set) var clientSettings = ClientSettings()
  /// Relative paths of the client start here.
  private var root: [String] = FilePath.current
  /// A text of each folder that was asked for: its configuration decides which rules are loaded.
  private var asked: [String] = []
  /// The folders and files of rules that are loaded.
  private var sources: Set<String> = []
  /// What the settings and the engine of now were read from.
  private var inputs = CheckingInputs()
  private var hasStyleInputs = false
  /// The last result of each file that no editor holds.
  var fileResults: [String: FileResult] = [:]

  private nonisolated let counter = Mutex(0)
  /// Counts the settings.
  nonisolated var generation: Int { counter.withLock { $0 } }

  init(_ loading: Task<Result<Engine, Problem>, Never>) {
    self.loading = loading
  }

  /// Loading starts at once, so that the first text finds the engine ready.
  static func load(_ userRules: @escaping @Sendable () -> UserRules = { .none })
    -> Task<Result<Engine, Problem>, Never>
  {
    Task.detached(priority: .userInitiated) {
      do throws(Problem) {
        return .success(try Engine(userRules: userRules()))
      } catch {
        return .failure(error)
      }
    }
  }

  /// The engine with the rules that the configurations of these texts bring along, and their settings. Loads it anew
  /// when there are rules that it does not have yet.
  func ready(for paths: [String]) async throws(Problem) -> (engine: Engine, settings: RunSettings) {
    while true {
      let (loading, number) = (self.loading, generation)
      let engine = try await loading.value.get()
      // Another task may have begun anew meanwhile.
      guard number == generation else { continue }
      if !hasStyleInputs {
        inputs.add(engine.book)
        hasStyleInputs = true
      }
      let settings = self.settings(engine)
      let isComplete = paths.allSatisfy { path in
        let effective = settings.settings(for: path)
        inputs.add(path, effective)
        return sources.isSuperset(of: Self.sources(effective))
      }
      if isComplete { return (engine, settings) }
      var folders = Set(asked.map(Self.folder))
      asked += paths.filter { folders.insert(Self.folder($0)).inserted }
      loadAgain(settings)
    }
  }

  /// Makes the engine anew.
  ///
  /// - Parameter settings: say which rules are wanted.
  private func loadAgain(_ settings: RunSettings) {
    sources = asked.reduce(into: []) { $0.formUnion(Self.sources(settings.settings(for: $1))) }
    worker = nil
    forgetConfiguration()
    inputs.add(rules: sources)
    let (asked, source, options) = (asked, source, options)
    loading = Self.load { UserRules(for: asked, source: source, options: options) }
  }

  private static func folder(_ path: String) -> Substring {
    path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
  }

  private static func sources(_ effective: EffectiveSettings) -> Set<String> {
    Set((effective.settings.ruleFolders + [effective.settings.vale].compactMap { $0 }).map(\.value))
  }

  /// Lints a text under the settings of now.
  func lint(_ document: OpenDocument) async throws(Problem) -> LintedDocument {
    let (engine, settings) = try await ready(for: [document.path])
    // What configuration says not to read, and baselines, which are no articles.
    guard !settings.wanted([DiscoveredFile(Array(document.path.utf8))]).isEmpty else {
      return document.unlinted(generation)
    }
    let worker = self.worker ?? Worker(engine)
    self.worker = worker
    let effective = settings.settings(for: document.path)
    let before = versions[document.uri].flatMap { $0.settings == effective ? $0.revision : nil }
    let revision = worker.revision(
      document.source, path: document.path, format: document.format, settings: effective, after: before)
    versions[document.uri] = (settings: effective, revision: revision)
    var file = LintedFile(path: document.path, source: document.source, result: revision.result)
    file.showsNotes = effective.showsNotes
    Self.hideNotes(&file, unless: clientSettings.showsNotes)
    return LintedDocument(
      version: document.version, generation: generation, file: file, lines: document.lines)
  }

  /// The text is no longer open.
  func forget(_ uri: String) { versions[uri] = nil }

  /// Hints are shown only when asked for, as on the command line.
  static func hideNotes(_ file: inout LintedFile, unless shows: Bool?) {
    if !(shows ?? file.showsNotes) { file.diagnostics.removeAll { $0.severity == .note } }
  }

  // MARK: Settings

  /// - Parameter folder: the first one of the workspace; nil when there is none.
  func use(_ settings: ClientSettings, in folder: String?) {
    root = folder.map { FilePath.components($0) } ?? FilePath.current
    guard settings != clientSettings else { return }
    clientSettings = settings
    asked = []
    if !sources.isEmpty {
      sources = []
      loading = Self.load()
      worker = nil
    }
    forgetConfiguration()
  }

  /// Reads again what changed since it was read; says whether anything did.
  func readAgain(_ atLeast: CheckingInputs.Change = .none) async -> Bool {
    let change = max(inputs.change, atLeast)
    switch await loading.value {
    case .failure: loading = Self.load()
    case .success(let engine):
      guard change != .none else { return false }
      forgetConfiguration()
      if change == .rules || !sources.isEmpty { loadAgain(self.settings(engine)) }
      return true
    }
    forgetConfiguration()
    return true
  }

  private func forgetConfiguration() {
    settings = nil
    versions = [:]
    inputs = CheckingInputs()
    hasStyleInputs = false
    counter.withLock { $0 += 1 }
  }

  /// What was wrong with the configuration, dictionaries and rules met so far.
  func problems() async -> [Problem] {
    guard let settings, case .success(let engine) = await loading.value else { return [] }
    return settings.problems + engine.book.problems + engine.book.lateProblems
  }

  /// What a configuration of Vale asks for and is left out, a line each.
  func notices() async -> [String] {
    guard !sources.isEmpty, case .success(let engine) = await loading.value else { return [] }
    return engine.book.notices
  }

  /// What a client should watch beside its own folders.
  func watched(outside folders: [String]) -> [String] { inputs.watched(outside: folders) }

  /// The configuration that is nearest to a text; nil when there is none.
  func nearestConfiguration(_ path: String) async throws(Problem) -> String? {
    try await ready(for: [path]).settings.settings(for: path).files.last
  }

  /// The rule of that id, with its page.
  func rule(_ id: String) async -> DescribedRule? {
    guard case .success(let engine) = await loading.value else { return nil }
    return engine.book.rule(id).map { DescribedRule($0, page: engine.book.page($0)) }
  }

  private var source: ConfigurationTree.Source {
    clientSettings.configuration.map { .file(FilePath.absolute($0, from: root)) } ?? .folders
  }

  /// Rules that the client names beside those of the configuration.
  private var options: Settings {
    Settings(
      ruleFolders: clientSettings.ruleFolders.map { FilePath.absolute($0, from: root) },
      vale: clientSettings.vale.map { FilePath.absolute($0, from: root) })
  }

  private func settings(_ engine: Engine) -> RunSettings {
    if let settings { return settings }
    let made = RunSettings(
      engine.book, source: source, pack: clientSettings.pack, kind: clientSettings.kind,
      language: clientSettings.language, userRules: options)
    settings = made
    return made
  }
}
