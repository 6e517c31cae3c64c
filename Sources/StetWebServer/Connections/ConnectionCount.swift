import Synchronization

/// How many connections are open, and how many there may be.
final class ConnectionCount: Sendable {
  let limit: Int
  private let open = Atomic(0)

  init(limit: Int) {
    self.limit = limit
  }

  var now: Int { open.load(ordering: .relaxed) }

  /// Counts one more; false when it is one too many.
  func enter() -> Bool { open.add(1, ordering: .relaxed).newValue <= limit }

  func leave() { open.subtract(1, ordering: .relaxed) }
}
