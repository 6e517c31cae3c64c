import StetLanguage

// What the values of the layers are called in output. Spelt out, so that renaming a case in the code changes
// nobody's JSON, and a new case does not compile before it has a term.

extension Token.Kind {
  var term: String {
    switch self {
    case .word: "word"
    case .number: "number"
    case .punctuation: "punctuation"
    case .symbol: "symbol"
    case .url: "url"
    case .email: "email"
    case .handle: "handle"
    case .hashtag: "hashtag"
    case .emoji: "emoji"
    case .placeholder: "placeholder"
    }
  }
}

extension Token.Shape {
  var term: String? {
    switch self {
    case .none: nil
    case .lower: "lower"
    case .capitalized: "capitalised"
    case .upper: "upper"
    case .mixed: "mixed"
    }
  }
}

extension TagPair.VerbForm {
  var term: String {
    switch self {
    case .finite: "finite"
    case .infinitive: "infinitive"
    case .gerundOrPresentParticiple: "gerund"
    case .pastParticiple: "participle"
    }
  }
}

extension TagPair.Number {
  var term: String {
    switch self {
    case .singular: "singular"
    case .plural: "plural"
    }
  }
}

extension TagPair.Tense {
  var term: String {
    switch self {
    case .past: "past"
    case .present: "present"
    }
  }
}

extension Quotation {
  /// Whether the closing mark is there, or the next paragraph opens with a mark again.
  var state: String { close != nil ? "closed" : runsOn ? "runs on" : "open" }
}

extension Entity.Kind {
  var term: String {
    switch self {
    case .person: "person"
    case .place: "place"
    case .organisation: "organisation"
    case .other: "other"
    case .unknown: "unknown"
    }
  }
}

extension Entity.Gender {
  var term: String? {
    switch self {
    case .unknown: nil
    case .masculine: "masculine"
    case .feminine: "feminine"
    }
  }
}

extension Name.PartRole {
  var term: String {
    switch self {
    case .title: "title"
    case .given: "given"
    case .family: "family"
    case .suffix: "suffix"
    }
  }
}

extension NounPhrase.Number {
  var term: String? {
    switch self {
    case .singular: "singular"
    case .plural: "plural"
    case .unknown: nil
    }
  }
}

extension NounPhrase.Role {
  var term: String {
    switch self {
    case .subject: "subject"
    case .object: "object"
    case .oblique: "oblique"
    case .possessor: "possessor"
    case .predicate: "predicate"
    case .modifier: "modifier"
    case .other: "other"
    }
  }
}

extension Pronoun.Class {
  var number: String {
    switch self {
    case .masculine, .feminine, .neuter: "singular"
    case .plural: "plural"
    }
  }

  var gender: String? {
    switch self {
    case .masculine: "masculine"
    case .feminine: "feminine"
    case .neuter: "neuter"
    case .plural: nil
    }
  }
}

extension Pronoun.Case {
  var term: String {
    switch self {
    case .subjective: "subjective"
    case .objective: "objective"
    case .possessive: "possessive"
    case .reflexive: "reflexive"
    }
  }
}

extension Resolution {
  var term: String {
    if pronoun.isExpletive { return "expletive" }
    return switch verdict {
    case .chosen: "chosen"
    case .noneCompatible: "none compatible"
    case .unsure: "unsure"
    }
  }

  var chosen: Candidate? {
    if case .chosen(let index) = verdict { candidates[index] } else { nil }
  }
}
