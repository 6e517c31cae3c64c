/// Somebody or something that a document speaks of, with all mentions of it.
package struct Entity: Sendable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    case person, place, organisation
    /// An event, a work, a language, a thing: nothing that is “he” or “she”.
    case other
    /// The text does not tell.
    case unknown
  }

  package enum Gender: UInt8, Sendable { case unknown, masculine, feminine }

  /// Index in `Mentions.entities`.
  package var id: Int
  package var kind: Kind
  /// What a title or a noun says (“Mrs”, “the actress”). A given name only hints, see `nameGender`.
  package var gender: Gender = .unknown
  /// What is usual for the given name. Ranks candidates and must never make a finding.
  package var nameGender: Gender = .unknown
  /// Tokens of the fullest name, or of the first phrase for what has none.
  package var canonical: Range<Int>
  /// Whether a name is among the mentions.
  package var isNamed: Bool
  /// Indices in `Mentions.phrases`, in order.
  package var mentions: [Int] = []
}

/// A name at one place in the text.
package struct Name: Sendable {
  package enum PartRole: UInt8, Sendable { case title, given, family, suffix }

  package struct Part: Sendable {
    package var role: PartRole
    package var tokens: Range<Int>
  }

  /// With the title, without an article.
  package var tokens: Range<Int>
  package var kind: Entity.Kind
  /// Parts of a person's name; empty for other kinds.
  package var parts: [Part]
  /// Index in `Mentions.entities`.
  package var entity: Int
}

/// A noun phrase as far as it can be told without a parser: from its determiner to its head, without what
/// follows the head.
package struct NounPhrase: Sendable {
  package enum Number: UInt8, Sendable { case singular, plural, unknown }

  package enum Role: UInt8, Sendable {
    case subject, object, oblique, possessor
    /// After a form of “be”: what the subject is.
    case predicate
    /// Before the head of another phrase: “Google engineers”.
    case modifier
    case other
  }

  package enum Determiner: UInt8, Sendable { case none, definite, indefinite, demonstrative, possessive }

  package var tokens: Range<Int>
  package var head: Int
  /// Index of the sentence.
  package var sentence: Int
  package var number: Number
  package var role: Role
  package var determiner: Determiner
  package var kind: Entity.Kind
  package var gender: Entity.Gender
  /// Whether it means a time, a quantity or the like, which hardly any pronoun takes up.
  package var isMeasure = false
  /// A singular for several persons, which “they” may take up: the couple.
  package var isCollective = false
  /// Whether only the ending of its head says that it is a person.
  package var isPersonByEnding = false
  /// Index in `Mentions.names` of the name that is its head.
  package var name: Int?
  /// Index in `Mentions.entities`.
  package var entity: Int = -1
  /// The verb whose subject or object it is.
  package var verb: Int?
}
