/// What a stretch of prose is on the page. Rules ask for it: a headline needs no full stop.
package enum BlockKind: UInt8, Sendable, CaseIterable {
  case headline
  case paragraph
  case listItem
  case quotation
  case caption
  case tableCell
  case byline
  /// A line that is a dateline and nothing else; most stand at the head of a paragraph (`Dateline`).
  case dateline
  /// A block quotation that repeats words of the text, as pages show them beside it.
  case pullQuote
}

/// One block of prose: a headline, a paragraph, a list item, …
package struct Block: Sendable {
  package var kind: BlockKind
  /// The prose of the block, without the line breaks around it.
  package var prose: ProseRange
  /// 1 to 6 for a headline whose level is known, otherwise 0.
  package var level: UInt8

  package init(kind: BlockKind, prose: ProseRange, level: UInt8 = 0) {
    self.kind = kind
    self.prose = prose
    self.level = level
  }
}
