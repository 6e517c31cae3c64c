/// Something that the text speaks of, where it speaks of it.
package struct Mention: Sendable {
  package enum Kind: UInt8, Sendable {
    /// A name with a title, a noun for one person, “someone”.
    case person
    /// A country, city or other place.
    case place
    /// A company, an authority, an alliance.
    case organisation
    /// A name that could be anybody's.
    case name
    /// A ship or a boat, which may be “she”.
    case vessel
    /// God and the like.
    case deity
  }

  package var first: Int
  package var end: Int
  package var kind: Kind
  /// Index of the sentence.
  package var sentence: Int
  /// Whether it opens its sentence, perhaps after “For example,”: the likely subject.
  package var isSubject: Bool

  package var tokens: Range<Int> { first..<end }

  /// Whether he or she can mean it.
  package var mayBePerson: Bool {
    switch kind {
    case .person, .name, .deity: true
    case .place, .organisation, .vessel: false
    }
  }
}

/// A third-person pronoun of one gender.
package struct GenderedPronoun: Sendable {
  package enum Gender: Sendable { case masculine, feminine }
  package var token: Int
  package var gender: Gender
  package var sentence: Int
  /// his, her, hers before a noun.
  package var isPossessive: Bool
  /// The first word of its sentence.
  package var opensSentence: Bool
}

/// What a pronoun can mean, as far as the text shows.
package enum Antecedent: Sendable {
  /// Somebody in reach can be meant, or the text does not say enough.
  case possible
  /// Nobody in reach can be meant; the mention is what the sentence seems to take up.
  case incompatible(Mention)
}
