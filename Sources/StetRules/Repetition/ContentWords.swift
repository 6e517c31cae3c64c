import StetDocument
import StetLanguage

/// The words of a sentence that carry its meaning, without repetition, in order of their keys.
struct ContentWords {
  /// Ordinary words in small letters.
  var words: [WordKey] = []
  /// Names and figures: two sentences that differ in these say different things.
  var names: [WordKey] = []

  // Made once: a literal in the loop costs more than the look-up.
  private static let grammatical: WordClass = [
    .functionWord, .preposition, .determiner, .auxiliary, .modal, .coordinator,
  ]

  init(_ sentence: Range<Int>, _ tokens: [Token], _ analysis: Analysis) {
    let lexicon = analysis.lexicon
    words.reserveCapacity(sentence.count)
    for at in sentence {
      let token = tokens[at]
      switch token.kind {
      case .number: names.append(token.key)
      case .word:
        if lexicon.has(token.key, Self.grammatical) { continue }
        if token.isLower {
          if token.length > 2 { words.append(token.key) }
        } else if at > sentence.lowerBound {
          names.append(token.key)
        }
      default: break
      }
    }
    words = Self.distinct(words)
    names = Self.distinct(names)
  }

  private static func distinct(_ keys: [WordKey]) -> [WordKey] {
    var sorted = keys.sorted { $0.number < $1.number }
    var kept = 0
    for index in sorted.indices where index == 0 || sorted[index] != sorted[kept - 1] {
      sorted[kept] = sorted[index]
      kept += 1
    }
    sorted.removeLast(sorted.count - kept)
    return sorted
  }
}

/// Pairs of sentences with many words in common, found through their rarer words, so that the cost grows with
/// the text and not with its square.
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

  /// - Parameters:
  ///   - contents: of every sentence; those with too few words are left out.
  ///   - window: how many sentences apart two may stand.
  static func pairs(
    _ contents: [ContentWords], words least: Int, share: Double, window: Int
  ) -> [Pair] {
    var postings: [WordKey: [Int]] = [:]
    var found: [Pair] = []
    var common: [Int: Int] = [:]
    for (number, content) in contents.enumerated() where content.words.count >= least {
      common.removeAll(keepingCapacity: true)
      for word in content.words {
        for earlier in postings[word, default: []] where number - earlier <= window {
          common[earlier, default: 0] += 1
        }
        if postings[word, default: []].count < mostSentences { postings[word, default: []].append(number) }
      }
      for (earlier, count) in common where count * 2 >= content.words.count {
        let both = overlap(content.words, contents[earlier].words)
        let all = content.words.count + contents[earlier].words.count - both
        let part = Double(both) / Double(all)
        if part >= share { found.append(Pair(first: earlier, second: number, share: part)) }
      }
    }
    return found.sorted { ($0.second, $0.first) < ($1.second, $1.first) }
  }

  /// How many keys two sorted lists have in common.
  static func overlap(_ a: [WordKey], _ b: [WordKey]) -> Int {
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
