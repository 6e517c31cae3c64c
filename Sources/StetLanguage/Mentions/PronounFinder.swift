import StetDocument

/// Finds the third-person pronouns of a document and tells “it” that means nothing.
struct PronounFinder {
  /// Forms by place in `list`.
  private static let forms: [(category: Pronoun.Class, grammaticalCase: Pronoun.Case)] = {
    let cases: [Pronoun.Case] = [.subjective, .objective, .possessive, .possessive, .reflexive]
    let classes: [Pronoun.Class] = [.masculine, .feminine, .neuter, .plural]
    return classes.flatMap { category in cases.map { (category, $0) } }
  }()
  private static let list: [[String?]] = [
    ["he", "him", "his", nil, "himself"], ["she", "her", "hers", nil, "herself"],
    ["it", nil, "its", nil, "itself"], ["they", "them", "their", "theirs", "themselves"],
  ]

  private let analysis: Analysis
  private let tokens: [Token]
  private let tags: [TagPair]
  private let lexicon: Lexicon
  private let pronounKeys: WordSet
  private let keys: [WordKey]
  private let her: WordKey
  private let seeming: WordSet
  private let that: WordKey
  private let makers: WordSet

  init(_ analysis: Analysis) {
    self.analysis = analysis
    tokens = analysis.layer.tokens
    tags = analysis.tags
    lexicon = analysis.lexicon
    let words = analysis.words
    keys = Self.list.joined().map { $0.map { words.intern($0) } ?? .none }
    pronounKeys = words.set(
      "he him his himself she her hers herself it its itself they them their theirs themselves")
    her = words.intern("her")
    that = words.intern("that")
    seeming = words.set(
      "seems seemed appears appeared turns turned happens happened rains rained snows takes took matters")
    makers = words.set("make makes made making find finds found consider considers considered think thought")
  }

  func pronouns() -> [Pronoun] {
    let quotations = analysis.quotations
    var found: [Pronoun] = []
    for (index, sentence) in analysis.sentences.enumerated() {
      for at in sentence.tokens where tokens[at].isWord && tokens[at].length <= 10 {
        guard pronounKeys.contains(tokens[at].key), tokens[at].shape != .upper,
          let number = keys.firstIndex(of: tokens[at].key)
        else { continue }
        let form = Self.forms[number]
        var grammaticalCase = form.grammaticalCase
        if tokens[at].key == her, isPossessive(at, sentence) { grammaticalCase = .possessive }
        if case .neuter = form.category, grammaticalCase == .subjective, isObject(at, sentence) {
          grammaticalCase = .objective
        }
        found.append(
          Pronoun(
            token: at, sentence: index, category: form.category, grammaticalCase: grammaticalCase,
            isQuoted: quotations.contains(at),
            isExpletive: form.category == .neuter && isExpletive(at, sentence)))
      }
    }
    return found
  }

  private func isPossessive(_ at: Int, _ sentence: Sentence) -> Bool {
    if case .possessivePronoun = tags[at].penn { return true }
    return at + 1 < sentence.end && tags[at + 1].isNominal
  }

  private func isObject(_ at: Int, _ sentence: Sentence) -> Bool {
    guard at > sentence.first else { return false }
    if case .preposition = tags[at - 1].penn { return !lexicon.has(tokens[at - 1].key, .subordinator) }
    return tags[at - 1].isVerbal && !(at + 1 < sentence.end && tags[at + 1].isFiniteVerb)
  }

  /// “It is likely that”, “it seems”, “it was on Monday that”, “make it hard to”.
  private func isExpletive(_ at: Int, _ sentence: Sentence) -> Bool {
    var next = at + 1
    while next < sentence.end, isSkipped(next) { next += 1 }
    guard next < sentence.end else { return false }
    if seeming.contains(tokens[next].key) { return true }
    let isMade = at > sentence.first && makers.contains(tokens[at - 1].key)
    guard lexicon.has(tokens[next].key, .be) || isMade else { return false }
    var sawAdjective = false
    for place in next..<min(sentence.end, next + 9) {
      switch tags[place].penn {
      case .adjective, .comparativeAdjective, .superlativeAdjective, .pastParticiple: sawAdjective = true
      case .to where sawAdjective && place <= next + 6: return true
      case .preposition where sawAdjective && tokens[place].key == that: return true
      case .comma, .sentenceEnd: return false
      default: break
      }
    }
    return false
  }

  private func isSkipped(_ at: Int) -> Bool {
    switch tags[at].penn {
    case .adverb, .modal: true
    default: lexicon.has(tokens[at].key, .have)
    }
  }
}
