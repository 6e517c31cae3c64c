/// The 17 universal word classes (UPOS) of Universal Dependencies version 2. Raw values are stored in the
/// model files: add none in between.
package enum UniversalTag: UInt8, CaseIterable, Hashable, Sendable {
  case adjective
  case adposition
  case adverb
  case auxiliary
  case coordinatingConjunction
  case determiner
  case interjection
  case noun
  case numeral
  case particle
  case pronoun
  case properNoun
  case punctuation
  case subordinatingConjunction
  case symbol
  case verb
  case other

  /// The tag as CoNLL-U files write it, such as `PROPN`.
  package var code: String { Self.codes[Int(rawValue)] }

  /// The tag with the given CoNLL-U code.
  package init?(code: String) {
    guard let index = Self.codes.firstIndex(of: code) else { return nil }
    self.init(rawValue: UInt8(index))
  }

  private static let codes = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
    "SCONJ", "SYM", "VERB", "X",
  ]
}
