import StetDocument
import StetLanguage
import StetLint

package struct NumberNounAgreement: Rule {
  package static let metadata = RuleMetadata(
    id: "number-noun-agreement", family: .grammar, severity: .warning,
    summary: "A number above one before a noun in the singular: 207 student")
  package let reach = Reach.block

  private let nouns: NounNumber
  private let words: NumberWords
  private let several: WordSet
  private let a: WordSet
  private let units: WordSet
  private let followers: WordSet
  private let openers: WordSet

  package init(_ lexicon: Lexicon) {
    nouns = NounNumber(lexicon)
    words = NumberWords(lexicon)
    several = WordSet("several many numerous various few", lexicon)
    a = WordSet("a an such another than in that quite", lexicon)
    units = WordSet(
      "percent foot head stone quid yard inch grand nil love euro rand baht yuan won yen taka dong kip riyal carat "
        + "ply gauge bit byte pixel proof karat horsepower strong odd plus wide long high deep tall old bar hand "
        + "million billion trillion dozen hundred thousand gross score brace iron wood down up out in a.m p.m noon "
        + "midnight level grade page", lexicon)
    followers = WordSet(
      "in of from at on with for who were are have to during since under by after before while as but",
      lexicon)
    openers = WordSet(
      "the these those all some about nearly over than least most and or of in for with to by from between at after "
        + "only almost around approximately other last next first past its his her their our", lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    let figures = Figures(analysis)
    for sentence in analysis.sentences {
      switch analysis.document.blocks[sentence.block].kind {
      case .paragraph, .listItem: break
      default: continue
      }
      for at in sentence.tokens.dropLast() where counts(at, sentence, figures, tokens, analysis) {
        let noun = at + 1
        guard tokens[noun].spaceBefore, tokens[noun].isLower, !units.contains(tokens[noun].key),
          closes(noun, sentence, tokens, analysis),
          nouns.isSingularCounted(noun, tokens, analysis.tags, analysis),
          let plural = plural(of: tokens[noun], analysis)
        else { continue }
        report.add(
          Self.message(analysis.string(at..<noun + 1), plural), at: analysis.range(at..<noun + 1),
          fixes: [.replace(tokens[noun].range, with: plural, .review)])
      }
    }
  }

  /// A number above one that counts: not a year, a page or the number of something.
  private func counts(
    _ at: Int, _ sentence: Sentence, _ figures: Figures, _ tokens: [Token], _ analysis: Analysis
  ) -> Bool {
    let token = tokens[at]
    switch token.kind {
    case .number:
      guard let value = figures.value(token), value >= 2, value == value.rounded(), figures.year(token) == nil
      else { return false }
    case .word:
      guard token.isLower || at == sentence.first else { return false }
      if several.contains(token.key) {
        return at == sentence.first || !a.contains(tokens[at - 1].key)
      }
      guard let value = words.value(token.key), value >= 2 else { return false }
    default: return false
    }
    guard at > sentence.first else { return true }
    let before = tokens[at - 1]
    guard tokens[at].spaceBefore, before.isWord else { return false }
    return openers.contains(before.key) || isVerb(at - 1, analysis)
  }

  private func isVerb(_ at: Int, _ analysis: Analysis) -> Bool {
    analysis.layer.tokens[at].isLower && analysis.tags[at].isVerbal
  }

  /// Nothing that could make a compound of the noun follows.
  private func closes(_ noun: Int, _ sentence: Sentence, _ tokens: [Token], _ analysis: Analysis) -> Bool {
    guard noun + 1 < sentence.end else { return true }
    let next = tokens[noun + 1]
    if next.isPunctuation {
      let mark = analysis.document.prose[Int(next.start)]
      return !next.spaceBefore && ".,;:)".utf8.contains(mark)
    }
    return next.isWord && next.spaceBefore && followers.contains(next.key)
  }

  /// The plural, when it is about as common as the singular: what can be counted.
  private func plural(of noun: Token, _ analysis: Analysis) -> String? {
    let form = Array(analysis.words.bytes(noun.key))
    guard let plural = NounForms.plurals(of: form).first else { return nil }
    let single = form.withUnsafeBufferPointer { analysis.speller.frequency($0) }
    let several = Array(plural.utf8).withUnsafeBufferPointer { analysis.speller.frequency($0) }
    return several > 0 && Int(several) + 25 >= Int(single) ? plural : nil
  }
}

extension NumberNounAgreement {
  static func message(_ text: String, _ plural: String) -> String {
    "“\(text)” counts more than one. Write “\(plural)”."
  }
}
