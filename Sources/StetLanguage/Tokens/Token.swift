import StetDocument

/// One token in Universal Dependencies style: clitics (“n't”, “'s”) and the parts of hyphenated words are
/// tokens of their own. 16 bytes.
package struct Token: Sendable {
  package enum Kind: UInt8, Sendable {
    /// Letters, perhaps with digits, marks or apostrophes inside.
    case word
    /// Starts with a digit: 1,000 · 3.5 · 22nd · 10:45 · 1990s.
    case number
    case punctuation
    case symbol
    case url
    case email
    /// @name
    case handle
    /// #name
    case hashtag
    case emoji
    /// Something that is not prose: inline code, a footnote mark, a malformed byte.
    case placeholder
  }

  /// How a word is written.
  package enum Shape: UInt8, Sendable {
    case none
    /// lower
    case lower
    /// Capitalised; also a single capital letter.
    case capitalized
    /// UPPER: two capitals or more and nothing else.
    case upper
    /// iPhone, McDonald, theTripurapost.
    case mixed
  }

  /// Offset of the first byte in the prose.
  package var start: UInt32
  /// Length in bytes of prose.
  package var length: UInt32
  package var key: WordKey
  package var kind: Kind
  package var shape: Shape
  /// Whether a blank or a line break lies between this token and the one before it in the block.
  package var spaceBefore: Bool

  @inlinable package var end: UInt32 { start + length }
  @inlinable package var range: ProseRange { ProseRange(Int(start), Int(end)) }
  @inlinable package var isWord: Bool { if case .word = kind { true } else { false } }
  @inlinable package var isPunctuation: Bool { if case .punctuation = kind { true } else { false } }
  /// Starts with a capital letter.
  @inlinable package var isCapitalized: Bool {
    switch shape {
    case .capitalized, .upper: true
    default: false
    }
  }
  @inlinable package var isLower: Bool { if case .lower = shape { true } else { false } }
}

/// A sentence: a run of tokens within one block.
package struct Sentence: Sendable {
  /// Indices into the tokens.
  package var first: Int
  /// One past the last.
  package var end: Int
  /// Index of the block.
  package var block: Int

  @inlinable package var tokens: Range<Int> { first..<end }
  @inlinable package var count: Int { end - first }
}
