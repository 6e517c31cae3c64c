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
  package let blocks: [Block]
  package let map: SourceMap
  /// Ill-formed UTF-8 in the source, in order.
  package let malformed: [ByteRange]
  /// What the text's own comments excuse.
  package let suppressions: [Suppression]
  /// What the front matter says the text is.
  package let declaredKind: DocumentKind?
  /// Source bytes in code blocks and inline code.
  package let codeByteCount: Int

  package init(
    path: String, format: DocumentFormat, source: SourceText, prose: [UInt8], blocks: [Block],
    map: SourceMap, malformed: [ByteRange], suppressions: [Suppression] = [],
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
    self.declaredKind = declaredKind
    self.codeByteCount = codeByteCount
  }

  /// The source bytes behind a range of prose.
  package func source(_ range: ProseRange) -> ByteRange { map.source(range) }

  /// Prose as a string, for messages.
  package func string(_ range: ProseRange) -> String {
    String(decoding: prose[range.indices], as: UTF8.self)
  }
}
