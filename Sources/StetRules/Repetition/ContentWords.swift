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
