import StetDocument
import StetLanguage
import StetLint

/// A pronoun of a person where no person in reach can be meant.
struct PronounFault {
  var pronoun: Pronoun
  /// What the sentence seems to take up.
  var antecedent: NounPhrase
  var kind: Entity.Kind
}

struct PronounFaults {
  /// All faults of a document, outside quotations, where the speaker may mean anybody.
  private let all: [PronounFault]

  /// Made once for the rules that report them.
  private init(_ analysis: Analysis) { all = Self.find(analysis) }

  private static func find(_ analysis: Analysis) -> [PronounFault] {
    let antecedents = analysis.antecedents
    guard !antecedents.isEmpty else { return [] }
    let mentions = analysis.mentions
    let blocks = analysis.document.blocks
    let sentences = analysis.sentences
    var faults: [PronounFault] = []
    lazy var isModern = isModern(analysis)
    for resolution in antecedents {
      let pronoun = resolution.pronoun
      guard pronoun.category == .masculine || pronoun.category == .feminine else { continue }
      let kind = blocks[sentences[pronoun.sentence].block].kind
      guard kind == .paragraph || kind == .listItem, !pronoun.isQuoted, !isAlternative(pronoun, analysis)
      else { continue }
      // “He … his”: the second takes up what the first took up.
      let earlier = faults.last.flatMap { $0.pronoun.sentence == pronoun.sentence ? $0 : nil }
      let antecedent: NounPhrase
      switch resolution.verdict {
      case .noneCompatible(let closest): antecedent = earlier?.antecedent ?? mentions.phrases[closest]
      case .unsure:
        guard let earlier, earlier.pronoun.category == pronoun.category,
          earlier.pronoun.grammaticalCase == .subjective, pronoun.grammaticalCase == .possessive
        else { continue }
        antecedent = earlier.antecedent
      case .chosen: continue
      }
      let fault = PronounFault(
        pronoun: pronoun, antecedent: antecedent, kind: mentions.entities[antecedent.entity].kind)
      // Old-fashioned English calls a country “she”; a text that calls one “it” does not.
      if pronoun.category == .feminine, fault.kind == .place, isCountry(antecedent, analysis), !isModern {
        continue
      }
      faults.append(fault)
    }
    return faults
  }

  private static func isCountry(_ phrase: NounPhrase, _ analysis: Analysis) -> Bool {
    guard phrase.name != nil else {
      return ["country", "nation", "land", "motherland", "homeland", "kingdom", "empire", "republic"]
        .contains(
          analysis.string(analysis.layer.tokens[phrase.head]).lowercased())
    }
    return analysis.places.all.contains { phrase.tokens.contains($0.first) && $0.sense == .country }
  }

  /// Whether the text takes up places and bodies with “it” and “its” rather than with “she” and “her”.
  private static func isModern(_ analysis: Analysis) -> Bool {
    let entities = analysis.mentions.entities
    var feminine = 0
    var neuter = 0
    for resolution in analysis.antecedents {
      switch (resolution.pronoun.category, resolution.verdict) {
      case (.feminine, _): feminine += 1
      case (.neuter, _):
        guard !resolution.pronoun.isExpletive, resolution.pronoun.grammaticalCase != .objective else {
          continue
        }
        let isBody = resolution.candidates.contains {
          switch entities[$0.entity].kind {
          case .place, .organisation: true
          default: false
          }
        }
        if isBody { neuter += 1 }
      default: break
      }
    }
    return neuter > 0 && (feminine <= 2 || neuter > feminine)
  }

  /// Reports the possessive pronouns or the others, each with what it seems to take up and its neuter.
  static func add(
    possessive: Bool, _ analysis: Analysis, _ report: inout Report,
    message: (_ pronoun: String, _ name: String) -> String
  ) {
    for fault in analysis.shared(PronounFaults.init).all
    where (fault.pronoun.grammaticalCase == .possessive) == possessive {
      let token = analysis.layer.tokens[fault.pronoun.token]
      let name = analysis.string(fault.antecedent.tokens)
      report.add(
        message(analysis.string(token), name), at: token.range,
        related: [(analysis.range(fault.antecedent.tokens), reason(name, fault.kind))],
        fixes: fix(fault.pronoun, analysis))
    }
  }

  /// “he or she”, “his/her”: nobody in particular.
  static func isAlternative(_ pronoun: Pronoun, _ analysis: Analysis) -> Bool {
    let tokens = analysis.layer.tokens
    let lexicon = analysis.lexicon
    let at = pronoun.token
    let other: WordClass = pronoun.category == .masculine ? .feminine : .masculine
    return [at - 2, at + 2].contains { index in
      guard tokens.indices.contains(index) else { return false }
      let between = tokens[(index + at) / 2]
      return lexicon.has(tokens[index].key, other)
        && (between.isPunctuation || lexicon.has(between.key, .coordinator))
    }
  }

  static func reason(_ name: String, _ kind: Entity.Kind) -> String {
    switch kind {
    case .place: "“\(name)” is a place"
    case .organisation: "“\(name)” is an organisation"
    default: "“\(name)” is named here"
    }
  }

  /// it for he and she, its for his and her, with the capital kept.
  static func fix(_ pronoun: Pronoun, _ analysis: Analysis) -> [ProposedFix] {
    let token = analysis.layer.tokens[pronoun.token]
    let word = analysis.words.string(token.key)
    let right: String
    switch word {
    case "himself", "herself": right = "itself"
    case "his", "hers": right = "its"
    case "her": right = pronoun.grammaticalCase == .possessive ? "its" : "it"
    default: right = "it"
    }
    let cased = token.isCapitalized ? right.prefix(1).uppercased() + right.dropFirst() : right
    return [.replace(token.range, with: cased, .review)]
  }
}
