import StetDocument
import StetLanguage
import StetLint

/// A pronoun of a person where no person in reach can be meant.
struct PronounFault {
  var pronoun: GenderedPronoun
  var antecedent: Mention
}

enum PronounFaults {
  /// All faults of a document, outside quotations, where the speaker may mean anybody.
  static func all(_ analysis: Analysis) -> [PronounFault] {
    let discourse = analysis.discourse
    guard !discourse.pronouns.isEmpty else { return [] }
    let quotations = analysis.quotations
    let blocks = analysis.document.blocks
    let sentences = analysis.sentences
    var excused: Set<Int> = []
    var faults: [PronounFault] = []
    for pronoun in discourse.pronouns {
      let kind = blocks[sentences[pronoun.sentence].block].kind
      guard kind == .paragraph || kind == .listItem, !quotations.contains(pronoun.token),
        !isAlternative(pronoun, analysis)
      else { continue }
      guard case .incompatible(var mention) = discourse.antecedent(of: pronoun, excused: excused) else {
        continue
      }
      // “He … his”: the second takes up what the first took up.
      if let last = faults.last, last.pronoun.sentence == pronoun.sentence { mention = last.antecedent }
      // Old-fashioned English calls a country “she”.
      if pronoun.gender == .feminine, mention.kind == .place { continue }
      excused.insert(pronoun.token)
      faults.append(PronounFault(pronoun: pronoun, antecedent: mention))
    }
    return faults
  }

  /// “he or she”, “his/her”: nobody in particular.
  private static func isAlternative(_ pronoun: GenderedPronoun, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    let lexicon = analysis.lexicon
    let at = pronoun.token
    let other: WordClass = pronoun.gender == .masculine ? .feminine : .masculine
    return [at - 2, at + 2].contains { index in
      guard tokens.indices.contains(index) else { return false }
      let between = tokens[(index + at) / 2]
      return lexicon.has(tokens[index].key, other)
        && (between.isPunctuation || lexicon.has(between.key, .coordinator))
    }
  }

  static func reason(_ name: String, _ kind: Mention.Kind) -> String {
    switch kind {
    case .place: "“\(name)” is a place"
    case .organisation: "“\(name)” is an organisation"
    default: "“\(name)” is named here"
    }
  }

  /// it for he and she, its for his and her, with the capital kept.
  static func fix(_ pronoun: GenderedPronoun, _ analysis: Analysis) -> [ProposedFix] {
    let token = analysis.layer.tokens[pronoun.token]
    let word = analysis.words.string(token.key)
    let right: String
    switch word {
    case "himself", "herself": right = "itself"
    case "his", "hers": right = "its"
    case "her": right = pronoun.isPossessive ? "its" : "it"
    default: right = "it"
    }
    let cased = token.isCapitalized ? right.prefix(1).uppercased() + right.dropFirst() : right
    return [.replace(token.range, with: cased, .review)]
  }
}
