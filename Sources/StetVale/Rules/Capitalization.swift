/// `capitalization`: the case of a heading or another block.
struct Capitalization: BlockCheck {
  enum Match: Sendable {
    case title(isChicago: Bool)
    case sentence
    case lower
    case upper
    case pattern(Pattern)
  }

  let match: Match
  let exceptions: Exceptions
  /// Endings of a word after which a capital may stand, such as a colon.
  let indicators: [String]
  /// The part of the words that must be right, from 0 to 1.
  let threshold: Double
  /// What stands before the text proper.
  let prefix: Pattern?
  let alternatives: [Alternative] = []
  var wantsAllBlocks: Bool { true }

  func check(_ block: TextBlock, candidates: [Int], _ run: DocumentRun) {
    let text = String(decoding: block.text, as: UTF8.self)
    let (expected, isRight) = judge(text, run)
    run.noteExhaustion()
    if isRight { return }
    var replacements: [String]?
    if case .replace(let given) = run.rules[run.number].action?.kind, given.isEmpty {
      switch match {
      case .title, .sentence: replacements = [expected]
      default: replacements = []
      }
    }
    run.report(block, 0..<block.text.count, words: [text, expected], replacements: replacements)
  }

  private func judge(_ text: String, _ run: DocumentRun) -> (expected: String, isRight: Bool) {
    switch match {
    case .lower: return (text.lowercased(), text == text.lowercased() || exceptions.match(text, run.matcher))
    case .upper: return (text.uppercased(), text == text.uppercased() || exceptions.match(text, run.matcher))
    case .pattern(let pattern):
      return ("", run.matcher.matches(pattern, text) || exceptions.match(text, run.matcher))
    case .sentence: return sentence(text, run)
    case .title(let isChicago): return title(text, isChicago, run)
    }
  }

  private func withoutPrefix(_ text: String, _ run: DocumentRun) -> (prefix: String, rest: String) {
    guard let prefix else { return ("", text) }
    var copy = text
    let length = copy.withUTF8 { run.matcher.find(prefix, in: $0, from: 0, anchored: true)?.upperBound } ?? 0
    return (
      String(decoding: text.utf8.prefix(length), as: UTF8.self),
      String(decoding: text.utf8.dropFirst(length), as: UTF8.self)
    )
  }

  // MARK: Sentence case

  private func sentence(_ text: String, _ run: DocumentRun) -> (String, Bool) {
    let (prefix, rest) = withoutPrefix(text, run)
    let words = Self.words(rest)
    guard !words.isEmpty else { return (text, true) }
    var right = 0
    var expected: [String] = []
    var opensBadly = false
    for (number, word) in words.enumerated() {
      let before = number > 0 ? words[number - 1] : ""
      let wanted: String
      if exceptions.match(word, run.matcher) {
        wanted = word
      } else if number == 0 || indicates(before, isFirst: number == 1) {
        wanted = word.lowercased().capitalizingFirst
      } else {
        wanted = word.lowercased()
      }
      expected.append(wanted)
      if word == wanted {
        right += 1
      } else if number == 0, word != word.lowercased().capitalizingFirst {
        opensBadly = true
      }
    }
    let isRight = !opensBadly && Double(right) / Double(words.count) >= threshold
    return (prefix + expected.joined(separator: " "), isRight)
  }

  private func indicates(_ word: String, isFirst: Bool) -> Bool {
    if indicators.contains(where: { word.count > $0.count && word.hasSuffix($0) }) { return true }
    // “1. Open the box”
    return isFirst && zip(word, word.dropFirst()).contains { $0.isNumber && $1 == "." }
  }

  // MARK: Title case

  private func title(_ text: String, _ isChicago: Bool, _ run: DocumentRun) -> (String, Bool) {
    let (prefix, rest) = withoutPrefix(text, run)
    let words = Self.words(rest)
    guard !words.isEmpty else { return (text, true) }
    var right = 0
    var expected: [String] = []
    for (number, word) in words.enumerated() {
      let isEdge = number == 0 || number == words.count - 1 || words[number - 1].hasSuffix(":")
      let lower = word.lowercased()
      let bare = lower.filter { $0.isLetter }
      let isSmall = Self.smallWords.contains(bare) || (isChicago && Self.prepositions.contains(bare))
      let wanted: String
      if exceptions.match(word, run.matcher) {
        wanted = word
      } else if isSmall, !isEdge {
        wanted = lower
      } else {
        wanted = Self.capitalizingParts(word)
      }
      expected.append(wanted)
      if word == wanted || word == word.uppercased() { right += 1 }
    }
    return (prefix + expected.joined(separator: " "), Double(right) / Double(words.count) >= threshold)
  }

  /// Each part of a compound; small words inside stay as they are.
  private static func capitalizingParts(_ word: String) -> String {
    word.split(separator: "-", omittingEmptySubsequences: false).enumerated().map { number, part in
      number > 0 && smallWords.contains(part.lowercased()) ? String(part) : String(part).capitalizingFirst
    }.joined(separator: "-")
  }

  /// Runs without blanks from their first letter, figure or star.
  static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).compactMap { part in
      let word = part.drop { !($0.isLetter || $0.isNumber || $0 == "*") }
      return word.isEmpty ? nil : String(word)
    }
  }

  /// Articles, conjunctions and short prepositions: in small letters in the styles of AP and Chicago.
  private static let smallWords: Set<String> = [
    "a", "an", "and", "as", "at", "but", "by", "en", "for", "if", "in", "nor", "of", "on", "or", "per", "the",
    "to", "v",
    "via", "vs",
  ]
  /// Longer prepositions: in small letters in Chicago's style alone.
  private static let prepositions: Set<String> = [
    "about", "above", "across", "after", "against", "along", "among", "around", "before", "between", "beyond",
    "concerning", "despite", "down", "during", "following", "from", "including", "into", "near", "over",
    "since",
    "through", "throughout", "towards", "under", "until", "upon", "with", "within", "without",
  ]
}
