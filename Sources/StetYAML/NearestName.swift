/// Finds the name that was probably meant.
package enum NearestName {
  /// “; did you mean X?”, or the whole list when it is short and nothing is near, or nothing.
  package static func hint(_ name: String, among names: some Sequence<String>) -> String {
    let sorted = names.sorted()
    if let near = nearest(name, among: sorted) { return "; did you mean “\(near)”?" }
    return sorted.count <= 20 ? "; one of: \(sorted.joined(separator: ", "))" : ""
  }

  /// The name with the smallest edit distance, when at most a third of its letters differ.
  package static func nearest(_ name: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().utf8)
    var best: (name: String, distance: Int)?
    for candidate in names {
      let distance = distance(wanted, Array(candidate.utf8))
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    guard let best, best.distance <= max(1, max(wanted.count, best.name.utf8.count) / 3) else { return nil }
    return best.name
  }

  /// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var older = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in 0..<a.count {
      var current = [i + 1]
      for j in 0..<b.count {
        var cost = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, older[j - 1] + 1) }
        current.append(cost)
      }
      (older, previous) = (previous, current)
    }
    return previous[b.count]
  }
}
