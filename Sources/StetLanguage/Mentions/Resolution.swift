/// A third-person pronoun or possessive.
package struct Pronoun: Sendable {
  package enum Class: UInt8, Sendable {
    case masculine, feminine, neuter, plural
  }

  package enum Case: UInt8, Sendable { case subjective, objective, possessive, reflexive }

  package var token: Int
  /// Index of the sentence.
  package var sentence: Int
  package var category: Class
  package var grammaticalCase: Case
  /// Whether it stands in quoted speech.
  package var isQuoted: Bool
  /// “it” that takes up nothing: “it is clear that …”.
  package var isExpletive: Bool
}

/// Why a candidate stands where it stands.
package struct Reasons: OptionSet, Sendable, CustomStringConvertible {
  package let rawValue: UInt16

  package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  package static let number = Reasons(rawValue: 1)
  package static let gender = Reasons(rawValue: 2)
  package static let animacy = Reasons(rawValue: 4)
  package static let sameSentence = Reasons(rawValue: 8)
  package static let subject = Reasons(rawValue: 16)
  package static let parallel = Reasons(rawValue: 32)
  /// A pronoun of the same kind meant it just before.
  package static let continued = Reasons(rawValue: 64)
  package static let frequent = Reasons(rawValue: 128)
  package static let speaker = Reasons(rawValue: 256)
  package static let named = Reasons(rawValue: 512)

  private static let names = [
    "number", "gender", "animacy", "same sentence", "subject", "parallel", "continued", "frequent", "speaker",
    "named",
  ]

  package var terms: [String] {
    Self.names.indices.filter { rawValue & (1 << UInt16($0)) != 0 }.map { Self.names[$0] }
  }

  package var description: String { terms.joined(separator: ", ") }
}

/// What a pronoun may mean.
package struct Candidate: Sendable {
  /// Index in `Mentions.phrases`: the nearest mention of the entity before the pronoun.
  package var phrase: Int
  /// Index in `Mentions.entities`.
  package var entity: Int
  /// Higher is likelier; only differences within one pronoun mean anything.
  package var score: Int
  package var reasons: Reasons
}

/// What a pronoun means, as far as the text shows.
package struct Resolution: Sendable {
  package enum Verdict: Sendable, Equatable {
    /// Index in `candidates`.
    case chosen(Int)
    /// Nothing within reach agrees with the pronoun. The phrase is what the sentence seems to take up instead,
    /// an index in `Mentions.phrases`.
    case noneCompatible(closest: Int)
    case unsure
  }

  package var pronoun: Pronoun
  /// The likeliest first.
  package var candidates: [Candidate]
  package var verdict: Verdict
  /// Whether nobody within reach can be “he” or “she”, and no place or body is taken up either.
  package var isAlone = false
}
