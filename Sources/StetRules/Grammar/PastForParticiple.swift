import StetDocument
import StetLanguage
import StetLint

package struct PastForParticiple: Rule {
  package static let metadata = RuleMetadata(
    id: "past-for-participle", family: .grammar, severity: .error,
    summary: "A past tense after have or be: has went")
  package let reach = Reach.block

  private let forms: VerbForms
  private let have: WordSet
  private let be: WordSet
  private let adverbs: WordSet
  private let openers: WordSet

  package init(_ lexicon: Lexicon) {
    forms = VerbForms(lexicon)
    have = WordSet("have has had having 've", lexicon)
    openers = WordSet("all what everything that which whatever those little few", lexicon)
    be = WordSet("was were been being", lexicon)
    adverbs = WordSet("not n't never already also just since ever even still", lexicon)
  }

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let tokens = analysis.layer.tokens
    for sentence in analysis.sentences {
      for at in sentence.tokens.dropFirst() where tokens[at].isLower {
        guard let entry = forms.past(tokens[at].key), let auxiliary = auxiliary(before: at, sentence, tokens),
          !analysis.quotations.contains(at)
        else { continue }
        report.add(
          Self.message(analysis.string(auxiliary..<at + 1), entry.participle), at: tokens[at].range,
          fixes: [.replace(tokens[at].range, with: entry.participle, .safe)])
      }
    }
  }

  private func auxiliary(before at: Int, _ sentence: Sentence, _ tokens: [Token]) -> Int? {
    var before = at - 1
    while before > sentence.first, adverbs.contains(tokens[before].key) { before -= 1 }
    let key = tokens[before].key
    guard tokens[before].isLower, have.contains(key) || be.contains(key) else { return nil }
    // “what they had took years”: a clause that ends in its verb.
    if before + 1 == at, have.contains(key), isRelative(before, sentence, tokens) { return nil }
    return before
  }

  /// “All he had went to his sister”, “those it was gave up”: the verb closes a clause that opens with its
  /// subject right behind a noun.
  private func isRelative(_ verb: Int, _ sentence: Sentence, _ tokens: [Token]) -> Bool {
    guard verb - 2 >= sentence.first else { return false }
    return (max(sentence.first, verb - 5)..<verb - 1).contains {
      openers.contains(tokens[$0].key)
    }
  }
}

extension PastForParticiple {
  static func message(_ text: String, _ participle: String) -> String {
    "“\(text)” has a past tense where the participle belongs. Write “\(participle)”."
  }
}
