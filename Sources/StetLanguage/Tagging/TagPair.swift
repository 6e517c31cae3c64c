/// The word class of one token: universal tag and Penn tag, always read from the model together.
package struct TagPair: Hashable, Sendable {
  package var universal: UniversalTag
  package var penn: PennTag

  @inlinable
  package init(_ universal: UniversalTag, _ penn: PennTag) {
    self.universal = universal
    self.penn = penn
  }
}

/// What the Penn tag says about inflection. English shows less than other languages: nil means that the tag
/// does not tell, not that the word has no such property.
extension TagPair {
  package enum Number: Sendable { case singular, plural }
  package enum Tense: Sendable { case past, present }
  package enum VerbForm: Sendable { case finite, infinitive, gerundOrPresentParticiple, pastParticiple }
  package enum Degree: Sendable { case positive, comparative, superlative }

  /// VERB or AUX.
  package var isVerbal: Bool {
    switch universal {
    case .verb, .auxiliary: true
    default: false
    }
  }

  /// NOUN or PROPN.
  package var isNominal: Bool {
    switch universal {
    case .noun, .properNoun: true
    default: false
    }
  }

  /// A verb that can carry a clause: past, present or modal. The base form is not counted, although an
  /// imperative has that form too.
  package var isFiniteVerb: Bool {
    switch verbForm {
    case .finite: true
    default: false
    }
  }

  package var verbForm: VerbForm? {
    switch penn {
    case .pastVerb, .presentVerb, .thirdPersonVerb, .modal: .finite
    case .baseVerb: .infinitive
    case .gerund: .gerundOrPresentParticiple
    case .pastParticiple: .pastParticiple
    default: nil
    }
  }

  package var tense: Tense? {
    switch penn {
    case .pastVerb, .pastParticiple: .past
    case .presentVerb, .thirdPersonVerb, .gerund: .present
    default: nil
    }
  }

  /// Number of a noun, or of the subject that a third-person verb asks for.
  package var number: Number? {
    switch penn {
    case .singularNoun, .singularProperNoun, .thirdPersonVerb: .singular
    case .pluralNoun, .pluralProperNoun: .plural
    default: nil
    }
  }

  /// 3 for the verb forms in -s; no other form tells its person.
  package var person: Int? {
    switch penn {
    case .thirdPersonVerb: 3
    default: nil
    }
  }

  package var degree: Degree? {
    switch penn {
    case .adjective, .adverb: .positive
    case .comparativeAdjective, .comparativeAdverb: .comparative
    case .superlativeAdjective, .superlativeAdverb: .superlative
    default: nil
    }
  }
}
