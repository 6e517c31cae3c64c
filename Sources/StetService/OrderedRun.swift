import StetDocument
import Synchronization

/// Does something with many files on all cores and hands the results over in the order of the files.
struct OrderedRun: Sendable {
  private let engine: Engine
  private let files: [DiscoveredFile]
  private let workers: Int

  init(_ engine: Engine, files: [DiscoveredFile], workers: Int) {
    self.engine = engine
    self.files = files
    self.workers = max(1, min(workers, files.count))
  }

  /// Calls `work` for every file on some worker, and `body` with what it returned, in order, with the number of
  /// files done before it. Ends early when its task is cancelled.
  func forEach<Result: Sendable>(
    _ work: @escaping @Sendable (DiscoveredFile, Worker) -> Result, _ body: (Result, Int) -> Void
  ) async {
    guard workers > 1 else {
      let worker = Worker(engine)
      for (index, file) in files.enumerated() where !Task.isCancelled { body(work(file, worker), index) }
      return
    }
    let (stream, results) = AsyncStream<(Int, Result)>.makeStream()
    let next = Counter()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<workers {
        group.addTask { [engine, files] in
          let worker = Worker(engine)
          while !Task.isCancelled, let index = next.take(below: files.count) {
            results.yield((index, work(files[index], worker)))
            // The workers hold all threads: without a pause nobody would take a result before the last is there.
            await Task.yield()
          }
        }
      }
      var waiting: [Int: Result] = [:]
      var due = 0
      for await (index, result) in stream {
        waiting[index] = result
        while let ready = waiting.removeValue(forKey: due) {
          body(ready, due)
          due += 1
        }
        if due == files.count { results.finish() }
      }
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
