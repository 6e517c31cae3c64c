import Synchronization

/// How many bytes of bodies all connections hold together, and how many they may: a thousand clients that each send what
/// one may send are too much.
final class BodyBudget: Sendable {
  let limit: Int
  private let held = Atomic(0)

  init(limit: Int) {
    self.limit = limit
  }

  var now: Int { held.load(ordering: .relaxed) }

  /// Counts bytes that came in; false when they are too many. They are counted all the same.
  func take(_ bytes: Int) -> Bool { held.add(bytes, ordering: .relaxed).newValue <= limit }

  func giveBack(_ bytes: Int) { held.subtract(bytes, ordering: .relaxed) }
}
