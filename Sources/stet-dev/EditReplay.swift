import StetLint
import StetService
import StetTestSupport
import StetText

/// Lints version after version of texts, as a language server does, and beside it each from scratch.
struct EditReplay {
  private let engine: Engine
  private let timeOnly: Bool
  private let probe: Bool
  private let worker: Worker
  private let fresh: Worker

  private(set) var differences = 0
  private var times: [Double] = []
  private var freshTimes: [Double] = []
  /// Checks that found otherwise, with how often and the first edit that showed it.
  private var checks: [String: (count: Int, example: String)] = [:]

  init(_ engine: Engine, timeOnly: Bool, probe: Bool) {
    self.engine = engine
    self.timeOnly = timeOnly
    self.probe = probe
    worker = Worker(engine)
    fresh = Worker(engine)
  }

  mutating func run(_ bytes: [UInt8], path: String, edits: Int, seed: UInt64, typing: Bool) {
    var random = RandomEdits(seed: seed)
    var text = bytes
    var revision = worker.revision(SourceText(text), path: path, after: nil)
    var keys = typing ? 20 : 0
    var place = random.next(text).range.lowerBound
    for number in 0..<edits {
      // Now and then somebody reverts everything.
      if number.isMultiple(of: 100) { text = bytes }
      var edit = random.next(text)
      if typing {
        if keys == 0 || number.isMultiple(of: 100) { (keys, place) = (20, edit.range.lowerBound) }
        keys -= 1
        edit = .init(range: place..<place, text: Array("people said ".utf8.dropFirst(number % 12).prefix(1)))
        place += 1
      }
      text.replaceSubrange(edit.range, with: edit.text)
      let source = SourceText(text)
      times.append(
        processorSeconds {
          revision = worker.revision(
            source, path: path, after: revision, reach: { probe ? .block : $0.reach })
        })
      guard !timeOnly else { continue }
      var expected = revision
      freshTimes.append(processorSeconds { expected = fresh.revision(source, path: path, after: nil) })
      let isEqual = compare(revision, expected, "\(path), edit \(number): \(edit)")
      // A wrong result must not be handed on as the next version's start.
      if !isEqual { revision = worker.revision(source, path: path, after: nil) }
    }
  }

  private mutating func compare(_ found: Revision, _ expected: Revision, _ edit: String) -> Bool {
    var isEqual = found.result == expected.result
    for (number, (a, b)) in zip(found.entries, expected.entries).enumerated() where a != b {
      let (a, b) = (Set(a), Set(b))
      guard a != b else { continue }
      isEqual = false
      for entry in a.symmetricDifference(b) {
        let check = engine.book.checks[number].rules[entry.rule].id
        let side = a.contains(entry) ? "only after the edit" : "only from scratch"
        let example = "\(edit); \(side): \(entry.finding.range) \(entry.finding.message)"
        checks[check, default: (0, example)].count += 1
      }
    }
    if !isEqual { differences += 1 }
    return isEqual
  }

  var summary: String {
    var lines = ["\(times.count) edits, \(differences) results that differ"]
    for (check, found) in checks.sorted(by: { $0.value.count > $1.value.count }) {
      lines.append("  \(check): \(found.count), first: \(found.example)")
    }
    lines.append("after an edit: " + Self.times(times))
    if !freshTimes.isEmpty { lines.append("from scratch:  " + Self.times(freshTimes)) }
    return lines.joined(separator: "\n")
  }

  private static func times(_ seconds: [Double]) -> String {
    let sorted = seconds.sorted()
    guard let last = sorted.last else { return "nothing" }
    let late = sorted[sorted.count * 95 / 100]
    return "median \(decimal(sorted.median * 1000, 2)) ms, 95th of 100 \(decimal(late * 1000, 2)) ms, "
      + "slowest \(decimal(last * 1000, 2)) ms of processor time"
  }
}
