/// What has been decided to the left of a token.
package struct TaggingHistory {
  package private(set) var previous = TaggingFeatures.startTag
  package private(set) var beforePrevious = TaggingFeatures.startTag
  /// The latest tag of a verb or auxiliary; a clause that has its finite verb seldom has another.
  package private(set) var lastVerb = TaggingFeatures.startTag
  /// Inside straight double quotation marks.
  package private(set) var openQuotes = false
  /// No word with a letter yet.
  package private(set) var isFirst = true

  @inline(__always)
  package init() {}

  /// Goes one token to the right. Bit n of `verbal` is set when tag n is one of a verb.
  @inline(__always)
  package mutating func push(_ tag: UInt8, _ token: TaggedWord, verbal: UInt64) {
    (beforePrevious, previous) = (previous, tag)
    if verbal >> UInt64(tag) & 1 != 0 { lastVerb = tag }
    if token.word.hasLetter { isFirst = false }
    if token.word.tail & 0xFF == 0x22 { openQuotes.toggle() }
  }
}
