import StetDocument
import StetLint
import StetText

/// Lints many files on all cores and hands the results over in the order of the files, so that the output is
/// the same whatever the number of cores.
package struct LintRun: Sendable {
  package enum Outcome: Sendable {
    case linted(LintedFile)
    case failed(Problem)
  }

  private let engine: Engine
  private let files: [DiscoveredFile]
  private let linter: FileLinter
  private let workers: Int

  /// - Parameters:
  ///   - settings: nil: what the configuration of each file says.
  ///   - cache: nil: every file is read anew.
  ///   - changes: nil: findings count wherever they are.
  package init(
    _ engine: Engine, files: [DiscoveredFile], workers: Int, settings: RunSettings? = nil,
    cache: ResultCache? = nil, changes: ChangeSet? = nil
  ) {
    self.engine = engine
    self.files = changes.map { changes in files.filter(changes.contains) } ?? files
    self.workers = workers
    linter = FileLinter(
      engine, settings: settings ?? RunSettings(engine.book), cache: cache, changes: changes)
  }

  /// How many files are read: with changes, those that were changed.
  package var count: Int { files.count }

  /// Calls `body` for every file in order, with the number of files done before it.
  package func forEach(_ body: (Outcome, Int) -> Void) async {
    await OrderedRun(engine, files: files, workers: workers).forEach({ outcome($0, $1) }, body)
  }

  private func outcome(_ file: DiscoveredFile, _ worker: Worker) -> Outcome {
    do {
      let source = SourceText(try FileReading.read(file))
      let result = linter.result(source, path: file.path, worker)
      let linted = linter.file(source, path: file.path, result)
      return .linted(try linter.judged(linted, file, worker).withoutIdleSource)
    } catch let problem as Problem {
      return .failed(problem)
    } catch let error as FileError {
      return .failed(Problem(error))
    } catch {
      preconditionFailure("reading throws nothing else: \(error)")
    }
  }
}

/// Finds what is in the files of a run, or takes it from the cache.
struct FileLinter: Sendable {
  private let engine: Engine
  private let settings: RunSettings
  private let cache: ResultCache?
  private let changes: ChangeSet?
  private let projectRules: Set<String>

  init(_ engine: Engine, settings: RunSettings, cache: ResultCache?, changes: ChangeSet?) {
    self.engine = engine
    self.settings = settings
    self.cache = cache
    self.changes = changes
    projectRules = Set(engine.book.projectRules.map { type(of: $0).metadata.id })
  }

  func result(_ source: SourceText, path: String, _ worker: Worker) -> LintResult {
    let settings = settings.settings(for: path)
    let key = cache?.key(source.bytes, path: path, settings: settings, isProject: false)
    if let key, let known = cache?.result(key, length: source.count) { return known.result }
    let result = worker.result(source, path: path, settings: settings)
    if let key { cache?.add(result, key: key) }
    return result
  }

  /// The same, with what the rules of the project keep of the text.
  func resultAndSummaries(
    _ source: SourceText, path: String, _ worker: Worker
  ) -> (result: LintResult, summaries: ProjectLinter.Summaries) {
    let settings = settings.settings(for: path)
    let coder = JSONSummaryCoder()
    let key = cache?.key(source.bytes, path: path, settings: settings, isProject: true)
    if let key, let known = cache?.result(key, length: source.count),
      let summaries = try? engine.projectLinter.decode(known.summaries, coder)
    {
      return (known.result, summaries)
    }
    let (result, summaries) = worker.resultAndSummaries(source, path: path, settings: settings)
    if let key, let parts = try? engine.projectLinter.encode(summaries, coder) {
      cache?.add(result, summaries: parts, key: key)
    }
    return (result, summaries)
  }

  /// Whether the configuration of a file says to compare it with the others.
  func comparesFiles(_ path: String) -> Bool { settings.settings(for: path).comparesFiles }

  func file(_ source: SourceText, path: String, _ result: LintResult) -> LintedFile {
    var file = LintedFile(path: path, source: source, result: result)
    file.showsNotes = settings.settings(for: path).showsNotes
    return file
  }

  /// Adds what the rules of the project found.
  func merge(_ entries: [ProjectLinter.Entry], into file: LintedFile, _ worker: Worker) -> LintedFile {
    worker.merge(entries, into: file, settings: settings.settings(for: file.path))
  }

  /// Sets apart what the changes have nothing to do with.
  func judged(_ linted: LintedFile, _ file: DiscoveredFile, _ worker: Worker) throws(Problem) -> LintedFile {
    guard let changes else { return linted }
    return try changes.judge(linted, file, projectRules: projectRules) { before in
      result(SourceText(before), path: file.path, worker)
    }
  }
}

extension LintedFile {
  /// A file without findings is only counted: its text need not wait for its turn.
  var withoutIdleSource: LintedFile {
    guard diagnostics.isEmpty, suppressed.isEmpty else { return self }
    var file = self
    file.source = SourceText([])
    return file
  }
}
