import StetDocument
import StetLanguage

/// A subject whose number is certain.
struct Subject {
  var number: TagPair.Number
  /// The token that decides.
  var head: Range<Int>
  var isFirstPerson = false
}

/// Finds the subject right before a verb, where there is no doubt about it: a pronoun, or a noun phrase that
/// starts its clause. Everything else is left alone.
struct SubjectFinder: Sendable {
  private let nouns: NounNumber
  private let singularPronouns: WordSet
  private let pluralPronouns: WordSet
  private let singularFused: WordSet
  private let i: WordKey
  private let you: WordKey
  private let it: WordKey
  private let pluralDeterminers: WordSet
  private let singularDeterminers: WordSet
  private let openDeterminers: WordSet
  private let adverbs: WordSet
  private let clauseOpeners: WordSet
  private let pronounOpeners: WordSet
  private let hypothetical: WordSet
  private let demands: WordSet
  private let links: WordSet
  private let causes: WordSet

  init(_ lexicon: Lexicon) {
    nouns = NounNumber(lexicon)
    singularPronouns = WordSet("he she it", lexicon)
    pluralPronouns = WordSet("they we", lexicon)
    singularFused = WordSet(
      "everyone everybody someone somebody nobody everything nothing something anybody", lexicon)
    i = lexicon.key("i")
    you = lexicon.key("you")
    it = lexicon.key("it")
    pluralDeterminers = WordSet("these those many several both", lexicon)
    singularDeterminers = WordSet("this that every each a an another", lexicon)
    openDeterminers = WordSet("the his her its their our my some all", lexicon)
    adverbs = WordSet("also still not never always already now then often only soon later even just", lexicon)
    clauseOpeners = WordSet(
      "that because when while although whereas where but unless", lexicon)
    pronounOpeners = WordSet("until before after since how why", lexicon)
    hypothetical = WordSet(
      "if though wish wished wishes unless suppose supposing imagine lest whether rather would provided as",
      lexicon)
    demands = WordSet(
      "demand demands demanded demanding insist insists insisted insisting require requires required recommend "
        + "recommends recommended propose proposes proposed proposal suggest suggests suggested suggesting ask asks "
        + "asked urge urges urged order orders ordered request requests requested essential vital imperative important "
        + "necessary prefer preferred move moved mandate mandated stipulate stipulated recommendation condition "
        + "advise advised", lexicon)
    links = WordSet(
      "of in for on from with by at to near under over behind against about among between", lexicon)
    causes = WordSet(
      "let lets make makes made help helps helped see saw hear heard watch watched bid have had",
      lexicon)
  }

  func subject(of verb: Int, in sentence: Sentence, _ analysis: Analysis) -> Subject? {
    let tokens = analysis.layer.tokens
    var end = verb
    while end > sentence.first + 1, adverbs.contains(tokens[end - 1].key) { end -= 1 }
    guard end > sentence.first, tokens[verb].spaceBefore else { return nil }
    let last = end - 1
    let key = tokens[last].key
    if tokens[last].isWord, !tokens[last].isLower || tokens[last].length <= 9 {
      if singularPronouns.contains(key) || pluralPronouns.contains(key) || key == i || key == you {
        return pronoun(last, sentence, analysis)
      }
      if singularFused.contains(key), last == sentence.first {
        return Subject(number: .singular, head: last..<last + 1)
      }
    }
    return phrase(last, verb, sentence, analysis)
  }

  private func pronoun(_ at: Int, _ sentence: Sentence, _ analysis: Analysis) -> Subject? {
    let tokens = analysis.layer.tokens
    let key = tokens[at].key
    let isSubjectOnly = key != it && key != you
    let opens =
      opensClause(at, sentence, analysis)
      || isSubjectOnly && at > sentence.first && tokens[at - 1].isLower
        && pronounOpeners.contains(tokens[at - 1].key)
    guard opens else { return nil }
    if key == i { return Subject(number: .plural, head: at..<at + 1, isFirstPerson: true) }
    let number: TagPair.Number = singularPronouns.contains(key) ? .singular : .plural
    return Subject(number: number, head: at..<at + 1)
  }

  /// The first word of a sentence, or of a clause after a word that cannot join two subjects.
  private func opensClause(_ at: Int, _ sentence: Sentence, _ analysis: Analysis) -> Bool {
    if at == sentence.first { return true }
    let tokens = analysis.layer.tokens
    let before = tokens[at - 1]
    // An opening quotation mark at the head of a sentence.
    if before.isPunctuation, at - 1 == sentence.first, !tokens[at].spaceBefore { return true }
    return before.isWord && before.isLower && clauseOpeners.contains(before.key)
  }

  /// The noun phrase that ends at `last`, when it starts its clause.
  private func phrase(_ last: Int, _ verb: Int, _ sentence: Sentence, _ analysis: Analysis) -> Subject? {
    let tokens = analysis.layer.tokens
    guard tokens[last].isWord, tokens[last].isLower, tokens[last].spaceBefore else { return nil }
    let tags = analysis.tags
    guard tags[last].isNominal else { return nil }
    guard let start = phraseStart(last, sentence, analysis) else { return nil }
    if opensClause(start, sentence, analysis) {
      return subject(start, head: last, tokens, tags, analysis)
    }
    // The head stands before “of …”: the leaders of the country.
    guard start - 2 >= sentence.first, tokens[start - 1].isLower, links.contains(tokens[start - 1].key) else {
      return nil
    }
    let head = start - 2
    guard tokens[head].isWord, tokens[head].isLower, tags[head].isNominal,
      let outer = phraseStart(head, sentence, analysis), opensClause(outer, sentence, analysis)
    else { return nil }
    let found = subject(outer, head: head, tokens, tags, analysis)
    // “A series of talks were”, “the kind of men that”: only a plural head leaves no doubt.
    guard let found, case .plural = found.number else { return nil }
    return found
  }

  /// Walks back over adjectives and nouns to the determiner.
  private func phraseStart(_ head: Int, _ sentence: Sentence, _ analysis: Analysis) -> Int? {
    let tokens = analysis.layer.tokens
    let tags = analysis.tags
    var at = head - 1
    while at >= sentence.first, head - at <= 4 {
      let token = tokens[at]
      guard token.isWord, tokens[at + 1].spaceBefore else { return nil }
      let key = token.key
      if pluralDeterminers.contains(key) || singularDeterminers.contains(key) || openDeterminers.contains(key)
      {
        return at
      }
      // “The states filing suit”: a participle opens a clause of its own.
      if analysis.words.bytes(key).suffix(3).elementsEqual("ing".utf8) { return nil }
      switch tags[at].universal {
      case .adjective, .noun, .numeral: at -= 1
      default: return nil
      }
    }
    return nil
  }

  private func subject(
    _ start: Int, head: Int, _ tokens: [Token], _ tags: [TagPair], _ analysis: Analysis
  ) -> Subject? {
    let key = tokens[start].key
    if nouns.isPlural(head, tokens, tags, analysis) {
      guard !singularDeterminers.contains(key) else { return nil }
      // “The five men”: sums and spans that are one thing are no plurals.
      return Subject(number: .plural, head: head..<head + 1)
    }
    guard nouns.isSingular(head, tokens, tags, analysis), !pluralDeterminers.contains(key) else { return nil }
    for at in start + 1..<head {
      if case .numeral = tags[at].universal { return nil }
      if nouns.isCollective(tokens[at].key) { return nil }
    }
    return Subject(number: .singular, head: head..<head + 1)
  }

  /// “If it were”, “asked that he have”, “did he have”, “let it have”.
  func isSubjunctive(_ verb: Int, _ subject: Subject, in sentence: Sentence, _ analysis: Analysis) -> Bool {
    guard case .singular = subject.number else { return false }
    let tokens = analysis.layer.tokens
    for at in sentence.first..<verb {
      let key = tokens[at].key
      if hypothetical.contains(key) || demands.contains(key) { return true }
    }
    guard subject.head.lowerBound > sentence.first else { return false }
    let before = tokens[subject.head.lowerBound - 1].key
    return causes.contains(before) || analysis.lexicon.has(before, [.modal, .auxiliary])
  }
}
