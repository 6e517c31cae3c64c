import StetDocument

/// Finds the third-person pronouns of a document and tells “it” that means nothing.
struct PronounFinder {
  private struct Form {
    var category: Pronoun.Class
    var grammaticalCase: Pronoun.Case
  }

  private let analysis: Analysis
  private let tokens: [Token]
  private let tags: [TagPair]
  private let lexicon: Lexicon
  private let forms: [WordKey: Form]
  private let her: WordKey
  private let seeming: Set<WordKey>
  private let that: WordKey
  private let makers: Set<WordKey>

  init(_ analysis: Analysis) {
    self.analysis = analysis
    tokens = analysis.layer.tokens
    tags = analysis.tags
    lexicon = analysis.lexicon
    let words = analysis.words
    var forms: [WordKey: Form] = [:]
    func add(_ list: String, _ category: Pronoun.Class) {
      let cases: [Pronoun.Case] = [.subjective, .objective, .possessive, .possessive, .reflexive]
      for (word, grammaticalCase) in zip(list.split(separator: " "), cases) where word != "-" {
        let key = words.intern(String(word))
        if forms[key] == nil { forms[key] = Form(category: category, grammaticalCase: grammaticalCase) }
      }
    }
    add("he him his - himself", .masculine)
    add("she her hers - herself", .feminine)
    add("it - its - itself", .neuter)
    add("they them their theirs themselves", .plural)
    self.forms = forms
    her = words.intern("her")
    that = words.intern("that")
    func set(_ list: String) -> Set<WordKey> {
      Set(list.split(separator: " ").map { words.intern(String($0)) })
    }
    seeming = set(
      "seems seemed appears appeared turns turned happens happened rains rained snows takes took matters")
    makers = set("make makes made making find finds found consider considers considered think thought")
  }

  func pronouns() -> [Pronoun] {
    let quotations = analysis.quotations
    var found: [Pronoun] = []
    for (index, sentence) in analysis.sentences.enumerated() {
      for at in sentence.tokens where tokens[at].isWord && tokens[at].length <= 10 {
        guard let form = forms[tokens[at].key], tokens[at].shape != .upper else { continue }
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
