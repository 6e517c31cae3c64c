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
  private let linter: FileLinter
  private let changes: ChangeSet?
  private let workers: Int
  private let comparesAll: Bool

  /// - Parameters:
  ///   - settings: nil: what the configuration of each file says.
  ///   - cache: nil: every file is read anew.
  ///   - changes: nil: findings count wherever they are. All files are read in any case, to be compared.
  ///   - comparesAll: otherwise only the files are compared whose configuration says so.
  package init(
    _ engine: Engine, files: [DiscoveredFile], workers: Int, settings: RunSettings? = nil,
    cache: ResultCache? = nil, changes: ChangeSet? = nil, comparesAll: Bool = true
  ) {
    self.engine = engine
    self.files = files
    self.workers = workers
    self.changes = changes
    self.comparesAll = comparesAll
    linter = FileLinter(
      engine, settings: settings ?? RunSettings(engine.book), cache: cache, changes: changes)
  }

  /// What of a file waits for the others.
  private enum Waiting: Sendable {
    case linted(LintResult, digest: Digest)
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
      guard comparesAll || linter.comparesFiles(file.path) else {
        let result = linter.result(source, path: file.path, worker)
        return (.linted(result, digest: Digest(source.bytes)), nil)
      }
      let (result, summaries) = linter.resultAndSummaries(source, path: file.path, worker)
      return (.linted(result, digest: Digest(source.bytes)), summaries)
    } catch {
      return (.failed(Problem(error)), nil)
    }
  }

  private func outcome(
    _ file: DiscoveredFile, _ waiting: Waiting, _ entries: [ProjectLinter.Entry], _ worker: Worker
  ) -> LintRun.Outcome {
    switch waiting {
    case .failed(let problem): return .failed(problem)
    case .linted(let result, let digest):
      let isIdle = result.diagnostics.isEmpty && result.suppressed.isEmpty
      if entries.isEmpty, isIdle || changes?.contains(file) == false {
        var linted = LintedFile(path: file.path, source: SourceText([]), diagnostics: [])
        linted.unchanged = result.diagnostics
        return .linted(linted)
      }
      do {
        let source = SourceText(try FileReading.read(file))
        guard Digest(source.bytes) == digest else {
          return .failed(
            Problem(
              place: file.path, what: "the file was changed while the project was being checked",
              nextStep: "Run the check again."))
        }
        var linted = linter.file(source, path: file.path, result)
        if !entries.isEmpty { linted = linter.merge(entries, into: linted, worker) }
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
}
