import StetLanguage

/// Who is the subject around a pronoun, as far as the order of words tells.
struct ClauseView {
  enum Subject {
    /// An index in `Mentions.phrases`.
    case phrase(Int)
    /// An index in `Analysis.antecedents`.
    case pronoun(Int)
  }

  let analysis: Analysis
  let tokens: [Token]
  let tags: [TagPair]
  let sentences: [Sentence]
  let mentions: Mentions
  let resolutions: [Resolution]
  /// Per sentence the range of its resolutions.
  private var ofSentence: [Int: Range<Int>] = [:]

  init(_ analysis: Analysis) {
    self.analysis = analysis
    resolutions = analysis.antecedents
    tokens = analysis.layer.tokens
    tags = analysis.tags
    sentences = analysis.sentences
    mentions = analysis.mentions
    var start = 0
    for index in resolutions.indices {
      let sentence = resolutions[index].pronoun.sentence
      if index + 1 == resolutions.count || resolutions[index + 1].pronoun.sentence != sentence {
        ofSentence[sentence] = start..<index + 1
        start = index + 1
      }
    }
  }

  func resolutions(of sentence: Int) -> Range<Int> { ofSentence[sentence] ?? 0..<0 }

  /// Whether the pronoun stands in running text, outside quotations.
  func isTold(_ pronoun: Pronoun) -> Bool {
    switch analysis.document.blocks[sentences[pronoun.sentence].block].kind {
    case .paragraph, .listItem: !pronoun.isQuoted
    default: false
    }
  }

  /// A singular noun or name that is a person's, or may be one's.
  func isPerson(_ phrase: NounPhrase) -> Bool {
    switch mentions.entities[phrase.entity].kind {
    case .person: phrase.name != nil || phrase.number != .plural
    default: false
    }
  }

  /// The nearest subject before a token of a sentence, with nobody else between: “Mora lost her way”. Nil when
  /// a person stands between, who may own what follows, or a relative clause opens.
  func subject(before token: Int, _ sentence: Int) -> Subject? {
    let range = mentions.ofSentence[sentence]
    var phrase = range.upperBound
    for at in (sentences[sentence].first..<token).reversed() {
      switch tags[at].penn {
      case .whPronoun: return relative(at, range)
      case .possessiveWhPronoun, .whDeterminer: return nil
      case .personalPronoun:
        guard let index = resolutions(of: sentence).first(where: { resolutions[$0].pronoun.token == at }),
          resolutions[index].pronoun.grammaticalCase == .subjective
        else { return nil }
        return .pronoun(index)
      default: break
      }
      // Phrases come in order of their first tokens; their heads do so nearly.
      guard let found = head(at, range, &phrase) else { continue }
      let candidate = mentions.phrases[found]
      if case .subject = candidate.role { return .phrase(found) }
      if case .modifier = candidate.role { continue }
      if isPerson(candidate) || isUnknownName(candidate) && candidate.role != .oblique { return nil }
    }
    return nil
  }

  /// Whom “who” takes up: “Mora, who had to finish it on her own”.
  private func relative(_ who: Int, _ phrases: Range<Int>) -> Subject? {
    guard analysis.words.string(tokens[who].key) == "who" else { return nil }
    return phrases.last {
      let phrase = mentions.phrases[$0]
      let end = phrase.tokens.upperBound
      return phrase.role != .modifier && (end == who || end == who - 1 && tokens[end].isPunctuation)
    }.map { .phrase($0) }
  }

  private func head(_ token: Int, _ range: Range<Int>, _ next: inout Int) -> Int? {
    while next > range.lowerBound, mentions.phrases[next - 1].tokens.lowerBound > token { next -= 1 }
    return (max(range.lowerBound, next - 3)..<next).last { mentions.phrases[$0].head == token }
  }

  func isUnknownName(_ phrase: NounPhrase) -> Bool {
    guard phrase.name != nil else { return false }
    if case .unknown = mentions.entities[phrase.entity].kind { return true }
    return false
  }

  /// The first subject of a sentence.
  func mainSubject(_ sentence: Int, after token: Int = -1) -> Subject? {
    let phrase = mentions.ofSentence[sentence].first {
      mentions.phrases[$0].tokens.lowerBound > token && mentions.phrases[$0].role == .subject
    }
    let pronoun = resolutions(of: sentence).first {
      resolutions[$0].pronoun.token > token && resolutions[$0].pronoun.grammaticalCase == .subjective
    }
    guard let phrase else { return pronoun.map { .pronoun($0) } }
    guard let pronoun, resolutions[pronoun].pronoun.token < mentions.phrases[phrase].tokens.lowerBound else {
      return .phrase(phrase)
    }
    return .pronoun(pronoun)
  }

  /// The nouns that a possessive owns: up to its head, which comes last.
  func owned(_ possessive: Int, end: Int) -> Range<Int> {
    var at = possessive + 1
    while at < min(end, possessive + 7) {
      switch tags[at].penn {
      case .adjective, .comparativeAdjective, .superlativeAdjective, .cardinal, .pastParticiple, .gerund,
        .adverb, .hyphen, .singularNoun, .pluralNoun:
        at += 1
      default: return possessive + 1..<at
      }
    }
    return possessive + 1..<at
  }

  func place(_ subject: Subject) -> Range<Int> {
    switch subject {
    case .phrase(let index): mentions.phrases[index].tokens
    case .pronoun(let index):
      resolutions[index].pronoun.token..<resolutions[index].pronoun.token + 1
    }
  }
}
