import Glibc

/// A misspelling and the words that may have been meant.
struct MisspelledPair {
  var wrong: String
  var right: [String]

  /// Reads a line: wrong, tab, right; several right words stand between commas. What follows another tab does not
  /// count. Nil for a line of another form.
  init?(_ line: Substring) {
    let fields = line.split(separator: "\t")
    guard fields.count > 1 else { return nil }
    wrong = String(fields[0])
    right = fields[1].split(separator: ",").map { $0.trimmed }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

/// How often one speller knows what was meant, and how long it thinks.
struct SuggestionScore {
  private(set) var pairs = 0
  private(set) var accepted = 0
  private(set) var first = 0
  private(set) var topThree = 0
  private var seconds: [Double] = []

  /// Counts one pair: whether the speller takes the misspelling for a word, and what it proposes otherwise.
  mutating func add(_ pair: MisspelledPair, isKnown: Bool, _ propose: () -> [String]) {
    pairs += 1
    if isKnown {
      accepted += 1
      return
    }
    let start = Self.processorSeconds()
    let found = propose()
    seconds.append(Self.processorSeconds() - start)
    if let best = found.first, pair.right.contains(best) { first += 1 }
    if found.prefix(3).contains(where: pair.right.contains) { topThree += 1 }
  }

  /// Of this thread, since the machine may be busy with other work.
  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  func line(_ name: String) -> String {
    let asked = max(1, pairs - accepted)
    let times = seconds.sorted()
    func milliseconds(_ share: Double) -> String {
      guard !times.isEmpty else { return "-" }
      return decimal(times[min(times.count - 1, Int(Double(times.count) * share))] * 1e3, 3)
    }
    let found = percent(Double(pairs - accepted) / Double(max(1, pairs)))
    let right = percent(Double(first) / Double(asked))
    let near = percent(Double(topThree) / Double(asked))
    return """
      \(name): \(pairs) pairs, found \(found) %; of these right first \(right) %, in the first three \(near) %;
        processor time of a suggestion in ms: median \(milliseconds(0.5)), 95th of 100 \(milliseconds(0.95)), \
      longest \(milliseconds(0.9999999))
      """
  }
}
