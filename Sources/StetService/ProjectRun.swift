import StetDocument
import StetLint
import StetText

/// Lints many files as one project: each by itself, then all of them against one another.
///
/// Results can only be handed over when all files have been read. Until then a file is its diagnostics and a hash
/// of its bytes; its text is read again when there is something to show.
package struct ProjectRun: Sendable {
  private let engine: Engine
  private let files: [DiscoveredFile]
  private let settings: RunSettings
  private let workers: Int
  private let comparesAll: Bool

  /// - Parameters:
  ///   - settings: nil: what the configuration of each file says.
  ///   - comparesAll: otherwise only the files are compared whose configuration says so.
  package init(
    _ engine: Engine, files: [DiscoveredFile], workers: Int, settings: RunSettings? = nil,
    comparesAll: Bool = true
  ) {
    self.engine = engine
    self.files = files
    self.settings = settings ?? RunSettings(engine.book)
    self.workers = workers
    self.comparesAll = comparesAll
  }

  /// What of a file waits for the others.
  private enum Waiting: Sendable {
    case linted([Diagnostic], hash: FNV1a)
    case failed(Problem)
  }

  /// Calls `progress` with the number of files read, then `body` for every file in order.
  ///
  /// - Returns: bytes that the rules of the project kept of all files.
  @discardableResult
  package func forEach(progress: (Int) -> Void, _ body: (LintRun.Outcome, Int) -> Void) async -> Int {
    var archives = engine.projectLinter.archives()
    var waiting: [Waiting] = []
    waiting.reserveCapacity(files.count)
    await OrderedRun(engine, files: files, workers: workers).forEach({ summarise($0, $1) }) { result, done in
      waiting.append(result.waiting)
      if let summaries = result.summaries { archives.add(summaries, of: done) }
      progress(done)
    }
    let found = engine.projectLinter.check(archives)
    let worker = Worker(engine)
    for (index, result) in waiting.enumerated() {
      body(outcome(files[index], result, found[index] ?? [], worker), index)
    }
    return archives.bytes
  }

  private func summarise(
    _ file: DiscoveredFile, _ worker: Worker
  ) -> (waiting: Waiting, summaries: ProjectLinter.Summaries?) {
    do {
      let source = SourceText(try FileReading.read(file))
      let settings = settings.settings(for: file.path)
      let hash = FNV1a(source)
      guard comparesAll || settings.comparesFiles else {
        let linted = worker.lint(source, path: file.path, settings: settings)
        return (.linted(linted.diagnostics, hash: hash), nil)
      }
      let (linted, summaries) = worker.lintAndSummarise(source, path: file.path, settings: settings)
      return (.linted(linted.diagnostics, hash: hash), summaries)
    } catch {
      return (.failed(Problem(error)), nil)
    }
  }

  private func outcome(
    _ file: DiscoveredFile, _ waiting: Waiting, _ entries: [ProjectLinter.Entry], _ worker: Worker
  ) -> LintRun.Outcome {
    switch waiting {
    case .failed(let problem): return .failed(problem)
    case .linted(let diagnostics, let hash):
      guard !diagnostics.isEmpty || !entries.isEmpty else {
        return .linted(LintedFile(path: file.path, source: SourceText([]), diagnostics: []))
      }
      do {
        let source = SourceText(try FileReading.read(file))
        guard FNV1a(source) == hash else {
          return .failed(
            Problem(
              place: file.path, what: "the file was changed while the project was being checked",
              nextStep: "Run the check again."))
        }
        let settings = settings.settings(for: file.path)
        let linted = LintedFile(
          path: file.path, source: source, diagnostics: diagnostics, showsNotes: settings.showsNotes)
        return .linted(entries.isEmpty ? linted : worker.merge(entries, into: linted, settings: settings))
      } catch {
        return .failed(Problem(error))
      }
    }
  }
}

extension FNV1a {
  fileprivate init(_ source: SourceText) {
    self.init()
    add(contentsOf: source.bytes)
  }
}
