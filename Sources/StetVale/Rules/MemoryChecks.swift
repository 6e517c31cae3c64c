/// `conditional`: what is used must be explained, such as an abbreviation.
struct Conditional: BlockCheck {
  let first: Pattern
  let second: Pattern
  /// Whether `second` says what it explains.
  let explainsByName: Bool
  let exceptions: Exceptions
  let alternatives: [Alternative] = []
  var wantsAllBlocks: Bool { true }

  func check(_ block: TextBlock, candidates: [Int], _ run: DocumentRun) {
    block.text.withUnsafeBufferPointer { text in
      var known = run.remembered[run.number] ?? []
      if explainsByName {
        var at = 0
        while at <= text.count, let found = run.matcher.find(second, in: text, from: at) {
          for group in 0...run.matcher.groupCount where group > 0 {
            if let range = run.matcher.group(group), !range.isEmpty {
              known.insert(String(decoding: text[range], as: UTF8.self))
            }
          }
          at = found.isEmpty ? Matcher.next(after: found.upperBound, in: text) : found.upperBound
        }
        run.remembered[run.number] = known
      } else if run.matcher.find(second, in: text) != nil {
        return
      }
      for range in run.matcher.all(first, in: text) {
        let match = String(decoding: text[range], as: UTF8.self)
        if known.contains(match) || exceptions.match(match, run.matcher)
          || exceptions.hold(range, in: text, run.matcher)
        {
          continue
        }
        run.report(block, range)
      }
      run.noteExhaustion()
    }
  }
}

/// `consistency`: of two ways to write something only one.
struct Consistency: BlockCheck {
  struct Pair: Sendable {
    var name: String
    /// Matches either way, the first as group 1 and the second as group 2.
    var either: Pattern
    var second: Int
  }

  let pairs: [Pair]
  let alternatives: [Alternative] = []
  var wantsAllBlocks: Bool { true }

  func check(_ block: TextBlock, candidates: [Int], _ run: DocumentRun) {
    block.text.withUnsafeBufferPointer { text in
      for pair in pairs {
        var last: Range<Int>?
        var at = 0
        while at <= text.count, let found = run.matcher.find(pair.either, in: text, from: at) {
          let way = run.matcher.group(pair.second) == nil ? "first" : "second"
          run.remembered[run.number, default: []].insert("\(way) \(pair.name)")
          if !found.isEmpty { last = found }
          at = found.isEmpty ? Matcher.next(after: found.upperBound, in: text) : found.upperBound
        }
        run.noteExhaustion()
        let known = run.remembered[run.number] ?? []
        if let last, known.contains("first \(pair.name)"), known.contains("second \(pair.name)") {
          run.report(block, last)
        }
      }
    }
  }
}
