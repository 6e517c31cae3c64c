/// Judgements on unknown words, by a 64-bit hash of their bytes; bounded, and emptied when it is full.
struct SlipCache {
  private struct Judgement {
    var slip: Slip?
    /// What the search was asked for: it may have missed less likely slips.
    var threshold: Double
  }

  private var judgements: [UInt64: Judgement] = [:]

  /// Words kept: some 300 bytes each.
  private static let capacity = 4_096

  /// The judgement on a word seen before, or the one that `find` makes.
  mutating func slip(_ hash: UInt64, atLeast threshold: Double, _ find: () -> Slip?) -> Slip? {
    if let known = judgements[hash], known.threshold <= threshold { return known.slip }
    let slip = find()
    if judgements.count >= Self.capacity { judgements.removeAll(keepingCapacity: true) }
    judgements[hash] = Judgement(slip: slip, threshold: threshold)
    return slip
  }
}
