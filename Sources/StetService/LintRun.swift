import StetDocument
import StetLint
import StetText
import Synchronization

/// Lints many files on all cores and hands the results over in the order of the files, so that the output is
/// the same whatever the number of cores.
package struct LintRun: Sendable {
  package enum Outcome: Sendable {
    case linted(LintedFile)
    case failed(Problem)
  }

  private let engine: Engine
  private let files: [DiscoveredFile]
  private let settings: RunSettings
  private let workers: Int

  /// - Parameter settings: nil: what the configuration of each file says.
  package init(_ engine: Engine, files: [DiscoveredFile], workers: Int, settings: RunSettings? = nil) {
    self.engine = engine
    self.files = files
    self.settings = settings ?? RunSettings(engine.book)
    self.workers = max(1, min(workers, files.count))
  }

  /// Calls `body` for every file in order, with the number of files done before it.
  package func forEach(_ body: (Outcome, Int) -> Void) async {
    guard workers > 1 else {
      let worker = Worker(engine)
      for (index, file) in files.enumerated() { body(outcome(file, worker), index) }
      return
    }
    let (stream, results) = AsyncStream<(Int, Outcome)>.makeStream()
    let next = Counter()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<workers {
        group.addTask { [self] in
          let worker = Worker(engine)
          while let index = next.take(below: files.count) {
            results.yield((index, outcome(files[index], worker)))
          }
        }
      }
      var waiting: [Int: Outcome] = [:]
      var due = 0
      for await (index, outcome) in stream {
        waiting[index] = outcome
        while let ready = waiting.removeValue(forKey: due) {
          body(ready, due)
          due += 1
        }
        if due == files.count { results.finish() }
      }
    }
  }

  private func outcome(_ file: DiscoveredFile, _ worker: Worker) -> Outcome {
    do {
      let source = SourceText(try FileReading.read(file))
      var linted = worker.lint(source, path: file.path, settings: settings.settings(for: file.path))
      // A file without findings is only counted: its text need not wait for its turn.
      if linted.diagnostics.isEmpty { linted.source = SourceText([]) }
      return .linted(linted)
    } catch {
      return .failed(Problem(error))
    }
  }
}

/// Hands out numbers to many tasks, each once.
private final class Counter: Sendable {
  private let value = Mutex(0)

  func take(below limit: Int) -> Int? {
    value.withLock { value in
      guard value < limit else { return nil }
      defer { value += 1 }
      return value
    }
  }
}
