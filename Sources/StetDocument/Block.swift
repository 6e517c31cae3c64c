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

extension BlockKind {
  /// What it is called in output. Spelt out, so that renaming a case changes nobody's JSON.
  package var term: String {
    switch self {
    case .headline: "headline"
    case .paragraph: "paragraph"
    case .listItem: "list item"
    case .quotation: "quotation"
    case .caption: "caption"
    case .tableCell: "table cell"
    case .byline: "byline"
    case .dateline: "dateline"
    case .pullQuote: "pull quote"
    }
  }
}

/// One block of prose: a headline, a paragraph, a list item, …
package struct Block: Sendable, Equatable {
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
