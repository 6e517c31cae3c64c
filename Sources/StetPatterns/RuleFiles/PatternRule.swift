import StetDocument
import StetLint

/// A rule read from YAML, before compilation.
struct PatternRule: Sendable {
  /// A pattern and what to put instead of its mark; empty when the rule proposes nothing.
  struct Alternative: Sendable {
    var pattern: PatternNode
    var replacements: [String]
  }

  enum Quoted: String, Sendable, CaseIterable {
    case any
    case inside = "true"
    case outside = "false"
  }

  enum Position: String, Sendable, CaseIterable {
    case anywhere
    case sentenceStart = "sentence-start"
    case sentenceEnd = "sentence-end"
    case blockStart = "block-start"
    case blockEnd = "block-end"
    case wholeSentence = "whole-sentence"
    case wholeBlock = "whole-block"
  }

  /// Where a rule looks.
  struct Place: Sendable {
    var blocks: Set<BlockKind> = Set(BlockKind.allCases)
    var kinds: Set<DocumentKind> = Set(DocumentKind.allCases)
    var quoted = Quoted.any
    var position = Position.anywhere
    /// Blocks from the head of the document, and from its end; nil: no limit. With both, either is enough.
    var firstBlocks: Int?
    var lastBlocks: Int?
    /// Whether the document tells where a rule holds, and not the block alone.
    var countsBlocks: Bool { firstBlocks != nil || lastBlocks != nil }
    /// Whether blocks with markup inside, and headlines made by markup, are looked at. A line with a link or
    /// emphasis was written for this page; one without may have come along when another was copied.
    var allowsMarkup = true
  }

  var metadata: RuleMetadata
  var message: String
  var alternatives: [Alternative]
  var exceptions: [PatternNode]
  var place: Place
  var applicability: Fix.Applicability
  /// Nil for a rule that the program carries: its page waits in its file.
  var page: RulePage?
}

extension PatternRule.Position {
  /// The pattern with the edges that the position asks for.
  func applied(to pattern: PatternNode) -> PatternNode {
    switch self {
    case .anywhere: pattern
    case .sentenceStart: .sequence([.sentenceStart, pattern])
    case .sentenceEnd: .sequence([pattern, .sentenceEnd])
    case .blockStart: .sequence([.blockStart, pattern])
    case .blockEnd: .sequence([pattern, .blockEnd])
    case .wholeSentence: .sequence([.sentenceStart, pattern, .sentenceEnd])
    case .wholeBlock: .sequence([.blockStart, pattern, .blockEnd])
    }
  }
}
