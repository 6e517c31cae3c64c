import StetDocument
import StetLanguage
import StetLint

package struct WordOveruse: Rule {
  package static let metadata = RuleMetadata(
    id: "word-overuse", family: .repetition, severity: .note,
    summary: "One ordinary adjective or adverb again and again in neighbouring paragraphs", stage: .preview,
    packs: .news, options: [times.declaration, words.declaration])

  static let times = OptionKey<Int>(
    "times", 2...50, standard: 4, "How many uses within the window are too many.")
  static let words = OptionKey<Int>(
    "words", 20...5_000, standard: 150,
    "The window: how many words may lie between the first use and the last.")
  private var times = Self.times.standard
  private var window = Self.words.standard

  package init(_ lexicon: Lexicon) {}

  package mutating func configure(_ options: RuleOptions) {
    times = options[Self.times]
    window = options[Self.words]
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    var places: [WordKey: [Int]] = [:]
    for at in tokens.indices where tokens[at].isLower && tokens[at].length >= 6 {
      guard !analysis.lexicon.has(tokens[at].key, .functionWord) else { continue }
      places[tokens[at].key, default: []].append(at)
    }
    let often = places.filter { $0.value.count >= times }
    guard !often.isEmpty else { return }
    let tags = analysis.tags
    for (_, uses) in often.sorted(by: { $0.value[0] < $1.value[0] }) {
      let plain = uses.filter { isPlain(tags[$0]) && !analysis.quotations.contains($0) }
      guard plain.count >= times,
        let start = (0...plain.count - times).first(where: {
          plain[$0 + times - 1] - plain[$0] <= window
        })
      else { continue }
      let last = plain[start + times - 1]
      report.add(
        Self.message(analysis.string(tokens[last]), times, window), at: tokens[last].range,
        related: plain[start..<start + times - 1].map { (tokens[$0].range, "used here") })
    }
  }

  /// Nouns and verbs are the topic; an adjective or an adverb that comes back is a habit.
  private func isPlain(_ tag: TagPair) -> Bool {
    switch tag.penn {
    case .adjective, .adverb: true
    default: false
    }
  }
}

extension WordOveruse {
  static func message(_ word: String, _ times: Int, _ window: Int) -> String {
    "“\(word)” stands here for the \(Ordinal.word(times)) time within \(window) words. Another word may serve."
  }
}

/// Ordinal numbers as messages write them.
enum Ordinal {
  private static let words = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
  ]

  /// From 1: a word up to nine, then figures.
  static func word(_ number: Int) -> String {
    if words.indices.contains(number - 1) { return words[number - 1] }
    let ending: String
    switch (number % 100, number % 10) {
    case (11...13, _): ending = "th"
    case (_, 1): ending = "st"
    case (_, 2): ending = "nd"
    case (_, 3): ending = "rd"
    default: ending = "th"
    }
    return "\(number)\(ending)"
  }
}
