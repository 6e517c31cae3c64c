import Hummingbird
import NIOCore
import NIOPosix
import StetService
import Synchronization

/// Threads that lint, as many as there are workers, and a queue before them that does not grow without end. The event
/// loops and the tasks that serve requests only wait for them, so that a long text holds up nobody's `/healthz`.
package final class LintPool: Sendable {
  private let threads: NIOThreadPool
  private let engine: Engine
  private let metrics: Metrics
  private let limits: Limits
  private let state = Mutex(State())

  struct Limits: Sendable {
    var workers: Int
    /// Requests that may wait beside those that are worked on.
    var queue: Int
    /// From the moment a request is queued to its answer.
    var time: TimeAmount
  }

  /// A worker belongs to one task at a time: it is taken out of the pile, used, and put back.
  private struct IdleWorker: @unchecked Sendable {
    let worker: Worker
  }

  private struct State {
    var idle: [IdleWorker] = []
    /// Requests that are worked on or wait.
    var admitted = 0
    var busy = 0
  }

  init(_ engine: Engine, metrics: Metrics, limits: Limits) {
    self.engine = engine
    self.metrics = metrics
    self.limits = limits
    threads = NIOThreadPool(numberOfThreads: limits.workers)
    threads.start()
  }

  /// Requests that wait, and those that are worked on.
  var load: (waiting: Int, busy: Int) { state.withLock { ($0.admitted - $0.busy, $0.busy) } }

  /// Runs `work` with a worker. A lint cannot be stopped halfway: when its time is over the client is told so, and the
  /// thread finishes what it began. What still waits then is not begun.
  ///
  /// - Parameter loop: keeps the time.
  func run<Value: Sendable>(
    on loop: any EventLoop, _ work: @escaping @Sendable (Worker) throws -> Value
  ) async throws -> Value {
    try admit()
    let limit = limits.time
    return try await withCheckedThrowingContinuation { continuation in
      let job = Job(continuation)
      let timer = loop.scheduleTask(in: limit) {
        if job.end(.failure(Refusal.late(limit))) { self.metrics.add(.time) }
      }
      threads.submit { _ in
        defer { self.state.withLock { $0.admitted -= 1 } }
        guard !job.isOver else { return }
        let idle = self.take()
        let result = Result { try work(idle.worker) }
        self.giveBack(idle)
        timer.cancel()
        job.end(result)
      }
    }
  }

  private func admit() throws(Refusal) {
    let limit = limits.workers + limits.queue
    let isAdmitted = state.withLock { state in
      guard state.admitted < limit else { return false }
      state.admitted += 1
      return true
    }
    guard isAdmitted else {
      metrics.add(.queue)
      throw Refusal.busy(queue: limits.queue)
    }
  }

  private func take() -> IdleWorker {
    let idle = state.withLock { state in
      state.busy += 1
      return state.idle.popLast()
    }
    return idle ?? IdleWorker(worker: Worker(engine))
  }

  private func giveBack(_ idle: IdleWorker) {
    state.withLock { state in
      state.busy -= 1
      state.idle.append(idle)
    }
  }

  /// The answer that somebody waits for; whoever comes first gives it.
  private final class Job<Value: Sendable>: Sendable {
    private let continuation: Mutex<CheckedContinuation<Value, any Error>?>

    init(_ continuation: CheckedContinuation<Value, any Error>) {
      self.continuation = Mutex(continuation)
    }

    var isOver: Bool { continuation.withLock { $0 == nil } }

    /// - Returns: whether it was waited for.
    @discardableResult
    func end(_ result: Result<Value, any Error>) -> Bool {
      let waiting = continuation.withLock { continuation in
        defer { continuation = nil }
        return continuation
      }
      waiting?.resume(with: result)
      return waiting != nil
    }
  }
}

extension Refusal {
  static func busy(queue: Int) -> Refusal {
    Refusal(
      .serviceUnavailable, "all workers are busy and \(queue) requests wait already",
      nextStep: "Try again in a second.", headers: [.retryAfter: "1"])
  }

  static func late(_ limit: TimeAmount) -> Refusal {
    let seconds = Double(limit.nanoseconds) / 1e9
    return Refusal(
      .gatewayTimeout, "the text was not done within \(seconds) seconds",
      nextStep: "Send the text in parts, or start the server with a larger --max-time.")
  }
}
