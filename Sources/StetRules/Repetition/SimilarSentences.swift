import StetDocument
import StetLanguage

/// Pairs of sentences with many words in common, found through their rarer words, so that the cost grows with
/// the text and not with its square. Made once for the rules that ask.
struct SimilarSentences {
  struct Pair {
    /// Numbers of sentences, the earlier first.
    var first: Int
    var second: Int
    /// Ordinary words in common, as a part of all that either has.
    var share: Double
  }

  /// A word in more sentences than this says little and would make the search slow.
  private static let mostSentences = 12
  /// The least that any rule asks for.
  private static let leastWords = 4
  private static let leastShare = 0.5
  private static let window = 200

  /// Of every sentence.
  let contents: [ContentWords]
  private let all: [Pair]

  init(_ analysis: Analysis, before: SimilarSentences?) {
    let tokens = analysis.layer.tokens
    let sentences = analysis.sentences
    let (head, tail) = before == nil ? (0, 0) : analysis.sharedSentences
    let made = sentences[head..<sentences.count - tail].map { ContentWords($0.tokens, tokens, analysis) }
    contents = (before?.contents.prefix(head) ?? []) + made + (before?.contents.suffix(tail) ?? [])
    all = Self.pairs(contents)
  }

  /// - Parameters:
  ///   - least: words that each must have.
  ///   - window: how many sentences apart two may stand, at most 200.
  func pairs(words least: Int, share: Double, window: Int) -> [Pair] {
    all.filter {
      $0.share >= share && $0.second - $0.first <= window && contents[$0.first].words.count >= least
        && contents[$0.second].words.count >= least
    }
  }

  private static func pairs(_ contents: [ContentWords]) -> [Pair] {
    // The key in the high half, the sentence in the low one: sorted, a word's sentences stand together.
    var places: [UInt64] = []
    for (number, content) in contents.enumerated() where content.words.count >= leastWords {
      for word in content.words { places.append(UInt64(word.number) << 32 | UInt64(number)) }
    }
    places.sort()
    var meetings: [UInt64] = []
    var start = 0
    while start < places.count {
      var end = start + 1
      while end < places.count, places[end] >> 32 == places[start] >> 32 { end += 1 }
      if end - start > 1 { addMeetings(places[start..<end], to: &meetings) }
      start = end
    }
    meetings.sort()
    var found: [Pair] = []
    start = 0
    while start < meetings.count {
      var end = start + 1
      while end < meetings.count, meetings[end] == meetings[start] { end += 1 }
      let (first, second) = (Int(meetings[start] & 0xFFFF_FFFF), Int(meetings[start] >> 32))
      if (end - start) * 2 >= contents[second].words.count {
        let both = overlap(contents[first].words, contents[second].words)
        let all = contents[first].words.count + contents[second].words.count - both
        let part = Double(both) / Double(all)
        if part >= leastShare { found.append(Pair(first: first, second: second, share: part)) }
      }
      start = end
    }
    return found
  }

  /// The pairs of sentences that one word stands in, the later in the high half.
  private static func addMeetings(_ places: ArraySlice<UInt64>, to meetings: inout [UInt64]) {
    for later in places.indices.dropFirst() {
      let second = places[later] & 0xFFFF_FFFF
      for earlier in places.startIndex..<min(later, places.startIndex + mostSentences) {
        let first = places[earlier] & 0xFFFF_FFFF
        if second - first <= UInt64(window) { meetings.append(second << 32 | first) }
      }
    }
  }

  /// How many keys two sorted lists have in common.
  private static func overlap(_ a: [WordKey], _ b: [WordKey]) -> Int {
    var (i, j, both) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        both += 1
        i += 1
        j += 1
      } else if a[i].number < b[j].number {
        i += 1
      } else {
        j += 1
      }
    }
    return both
  }
}
