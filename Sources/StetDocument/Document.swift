import StetText

/// The formats that can be read.
package enum DocumentFormat: String, Sendable, CaseIterable {
  case plain
  case markdown
}

/// One file, read: its words, cut into blocks, and the way back to its bytes.
package struct Document: Sendable {
  /// A byte that stands in the prose for something that is not prose: inline code, a malformed byte, a
  /// footnote mark. ASCII SUBSTITUTE; it becomes a token of its own kind, so neighbours are never joined.
  package static let placeholder: UInt8 = 0x1A

  /// How the document is named in output: the path as the user gave it.
  package let path: String
  package let format: DocumentFormat
  package let source: SourceText
  /// All blocks' words, in order; what lies between blocks is never part of one.
  package let prose: [UInt8]
  package private(set) var blocks: [Block]
  package let map: SourceMap
  /// Ill-formed UTF-8 in the source, in order.
  package let malformed: [ByteRange]
  /// What the text itself excuses.
  package let suppressions: [Suppression]
  /// Its comments to Stet, in order.
  package let suppressionComments: [SuppressionComment]
  /// What its front matter says to Stet.
  package let settings: DocumentSettings
  /// Source bytes up to here are front matter, and what was put before it; 0 when there is none.
  package let bodyStart: Int
  /// What the front matter says the text is.
  package let declaredKind: DocumentKind?
  /// Source bytes in code blocks and inline code.
  package let codeByteCount: Int

  package init(
    path: String, format: DocumentFormat, source: SourceText, prose: [UInt8], blocks: [Block],
    map: SourceMap, malformed: [ByteRange], suppressions: [Suppression] = [],
    suppressionComments: [SuppressionComment] = [], settings: DocumentSettings = DocumentSettings(),
    bodyStart: Int = 0,
    declaredKind: DocumentKind? = nil, codeByteCount: Int = 0
  ) {
    self.path = path
    self.format = format
    self.source = source
    self.prose = prose
    var blocks = blocks
    BlockRefinement.refine(&blocks, prose: prose)
    self.blocks = blocks
    self.map = map
    self.malformed = malformed
    self.suppressions = suppressions
    self.suppressionComments = suppressionComments
    self.settings = settings
    self.bodyStart = bodyStart
    self.declaredKind = declaredKind
    self.codeByteCount = codeByteCount
  }

  /// The same document as if it had some of its blocks only; offsets stay as they are.
  package func window(_ range: Range<Int>) -> Document {
    var copy = self
    copy.blocks = Array(blocks[range])
    return copy
  }

  /// The source bytes behind a range of prose.
  package func source(_ range: ProseRange) -> ByteRange { map.source(range) }

  /// Prose as a string, for messages.
  package func string(_ range: ProseRange) -> String {
    String(decoding: prose[range.indices], as: UTF8.self)
  }
}
