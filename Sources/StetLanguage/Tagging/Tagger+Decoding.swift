import StetText

/// Greedy decoding of a sentence, from left to right.
extension Tagger {
  /// A lead of the best tag over the second at which the features of what stands farther off are not looked up:
  /// 24 is a factor of e between the tags' probabilities.
  static let clearLead: Int16 = 100

  /// What is known of a token before the tags to its left are.
  private struct Prospect {
    /// Its entry in the cache; -1 for a word that is not kept.
    var entry: Int32
    var stamp: UInt32
    /// The tags among which the model chooses; a single one is the decision.
    var choices: UInt64
    var form: UInt64
    /// What was read of the long rows among those of its neighbours, so that they are at hand.
    var reached: UInt64
  }

  /// Replaces `result` by the word classes of a sentence's tokens.
  ///
  /// - Parameters:
  ///   - words: the byte ranges of the tokens in `text`, in order.
  ///   - cache: the worker's, used with this tagger alone.
  package func tag(
    sentence words: some RandomAccessCollection<ByteRange>, in text: UnsafeBufferPointer<UInt8>,
    cache: TaggingCache, into result: inout [TagPair]
  ) {
    result.removeAll(keepingCapacity: true)
    guard !words.isEmpty, !tags.isEmpty, let start = text.baseAddress else { return }
    let count = words.count
    withUnsafeTemporaryAllocation(of: TaggedWord.self, capacity: count + 4) { tokens in
      withUnsafeTemporaryAllocation(of: Prospect.self, capacity: count + 4) { prospects in
        guard let base = tokens.baseAddress, let prospects = prospects.baseAddress else { return }
        for at in [0, 1, count + 2, count + 3] { (base + at).initialize(to: .boundary) }
        var at = 2
        for range in words {
          var prospect = Prospect(entry: -1, stamp: 0, choices: 0, form: 0, reached: 0)
          if let number = cache.entry(
            start + range.lower, count: range.upper - range.lower, readable: text.count - range.lower, lexicon
          ) {
            let entry = cache.pointer(number)
            (base + at).initialize(to: entry.pointee.word)
            (prospect.entry, prospect.stamp) = (Int32(truncatingIfNeeded: number), entry.pointee.stamp)
          } else {
            let word = FoldedWord(UnsafeBufferPointer(rebasing: text[range.indices]))
            (base + at).initialize(to: TaggedWord(word: word, lexical: lexicon.find(word.hash)))
          }
          (prospects + at).initialize(to: prospect)
          at += 1
        }
        lookAhead(base, count)
        let size = (count + 2) * TaggingFeatures.neighbours
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: size) { rows in
          guard let rows = rows.baseAddress else { return }
          survey(base, prospects, count, rows: rows)
          decode(base, prospects, count, rows: rows, cache, into: &result)
        }
      }
    }
  }

  /// Finds for each token what does not depend on tags. Apart from the decisions, the processor waits for many
  /// rows at a time.
  @inline(__always)
  private func survey(
    _ words: UnsafePointer<TaggedWord>, _ prospects: UnsafeMutablePointer<Prospect>, _ count: Int,
    rows: UnsafeMutablePointer<UInt64>
  ) {
    let casing = Casing(UnsafeBufferPointer(start: words + 2, count: count))
    var isFirst = true
    for at in 2..<count + 2 {
      let choices = candidates(words[at], isFirst: isFirst, casing: casing)
      if Self.isDecided(words[at], choices) {
        prospects[at].choices = 1 << UInt64(words[at].lexical.best & 63)
      } else {
        prospects[at].choices = choices
        prospects[at].form = TaggingFeatures.form(words[at].word, isFirst: isFirst, casing: casing)
        let found = rows + at &* TaggingFeatures.neighbours
        let n = TaggingFeatures.ofNeighbours(words, at: at, into: found)
        table.find(found, n)
        prospects[at].reached = table.reach(found, n)
      }
      if words[at].word.hasLetter { isFirst = false }
    }
  }

  @inline(__always)
  private func decode(
    _ words: UnsafePointer<TaggedWord>, _ prospects: UnsafePointer<Prospect>, _ count: Int,
    rows: UnsafePointer<UInt64>, _ cache: TaggingCache, into result: inout [TagPair]
  ) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: TaggingFeatures.capacity * 2) { features in
      withUnsafeTemporaryAllocation(of: Int16.self, capacity: FeatureTable.lanes) { scores in
        guard let features = features.baseAddress, let scores = scores.baseAddress else { return }
        var history = TaggingHistory()
        for at in 2..<count + 2 {
          let choices = prospects[at].choices
          var best = UInt8(truncatingIfNeeded: choices.trailingZeroBitCount)
          if choices & (choices &- 1) != 0 {
            let found = rows + at &* TaggingFeatures.neighbours
            best = decide(words, prospects + at, found, at, history, cache, features, scores)
          }
          result.append(tags[Int(best)])
          history.push(best, words[at], verbal: verbalTags)
        }
      }
    }
  }

  @inline(__always)
  private func decide(
    _ words: UnsafePointer<TaggedWord>, _ prospect: UnsafePointer<Prospect>,
    _ rows: UnsafePointer<UInt64>, _ at: Int, _ history: TaggingHistory, _ cache: TaggingCache,
    _ features: UnsafeMutablePointer<UInt64>,
    _ scores: UnsafeMutablePointer<Int16>
  ) -> UInt8 {
    let room = features + TaggingFeatures.capacity
    let (form, choices) = (prospect.pointee.form, prospect.pointee.choices)
    let base = ofWord(words[at], prospect, cache, features, scores)
    var n = TaggingFeatures.ofTag(words, at: at, history, form, into: features)
    table.find(features, n)
    (features + n).update(from: rows, count: TaggingFeatures.neighbours)
    table.add(features, n + TaggingFeatures.neighbours, room: room, to: base, into: scores)
    let (first, lead) = best(scores, among: choices)
    guard lead < Self.clearLead else { return first }
    n = TaggingFeatures.ofRest(words, at: at, history, form, into: features)
    table.find(features, n)
    table.add(features, n, room: room, to: scores, into: scores)
    return best(scores, among: choices).tag
  }

  /// The sum for the word alone: the one that is kept, or `scores`.
  @inline(__always)
  private func ofWord(
    _ word: TaggedWord, _ prospect: UnsafePointer<Prospect>, _ cache: TaggingCache,
    _ features: UnsafeMutablePointer<UInt64>, _ scores: UnsafeMutablePointer<Int16>
  ) -> UnsafePointer<Int16> {
    var sums = scores
    let number = Int(prospect.pointee.entry)
    let form = prospect.pointee.form
    if number >= 0, cache.pointer(number).pointee.stamp == prospect.pointee.stamp {
      sums = cache.scores(number)
      if cache.pointer(number).pointee.form == form + 1 { return UnsafePointer(sums) }
      cache.pointer(number).pointee.form = form + 1
    }
    sum(word, form, features, into: sums)
    return UnsafePointer(sums)
  }

  @inline(never)
  private func sum(
    _ word: TaggedWord, _ form: UInt64, _ features: UnsafeMutablePointer<UInt64>,
    into sums: UnsafeMutablePointer<Int16>
  ) {
    sums.update(repeating: 0, count: FeatureTable.lanes)
    // Numbers of no tag never win.
    for tag in tags.count..<FeatureTable.lanes { sums[FeatureTable.lane(tag)] = .min / 2 }
    let n = TaggingFeatures.ofWord(word, form, into: features)
    table.find(features, n)
    table.add(features, n, room: features + TaggingFeatures.capacity, to: sums, into: sums)
  }

  // MARK: The best tag

  /// The tag with the highest score, of equals the one with the lowest number, and its lead over the second.
  @inline(__always)
  private func best(
    _ scores: UnsafeMutablePointer<Int16>, among choices: UInt64
  ) -> (tag: UInt8, lead: Int16) {
    choices == openTags ? Self.bestOfAll(scores) : Self.bestOfFew(scores, among: choices)
  }

  @inline(__always)
  private static func bestOfFew(
    _ scores: UnsafePointer<Int16>, among choices: UInt64
  ) -> (tag: UInt8, lead: Int16) {
    var left = choices
    var best = left.trailingZeroBitCount
    var top = scores[FeatureTable.lane(best)]
    var second = Int16.min / 2
    left &= left &- 1
    while left != 0 {
      let tag = left.trailingZeroBitCount
      let score = scores[FeatureTable.lane(tag)]
      second = max(second, min(score, top))
      if score > top {
        top = score
        best = tag
      }
      left &= left &- 1
    }
    return (UInt8(truncatingIfNeeded: best), top &- second)
  }

  @inline(__always)
  private static func bestOfAll(_ scores: UnsafeMutablePointer<Int16>) -> (tag: UInt8, lead: Int16) {
    let top = highest(scores)
    var best = 0
    while scores[FeatureTable.lane(best)] != top { best &+= 1 }
    scores[FeatureTable.lane(best)] = .min
    let second = highest(scores)
    scores[FeatureTable.lane(best)] = top
    return (UInt8(truncatingIfNeeded: best), top &- second)
  }

  @inline(__always)
  private static func highest(_ scores: UnsafePointer<Int16>) -> Int16 {
    typealias Lanes = SIMD8<Int16>
    let raw = UnsafeRawPointer(scores)
    var all = raw.loadUnaligned(as: Lanes.self)
    for part in 1..<8 {
      all = pointwiseMax(all, raw.loadUnaligned(fromByteOffset: part &* 16, as: Lanes.self))
    }
    let four = pointwiseMax(all.lowHalf, all.highHalf)
    let two = pointwiseMax(four.lowHalf, four.highHalf)
    return max(two.x, two.y)
  }
}
