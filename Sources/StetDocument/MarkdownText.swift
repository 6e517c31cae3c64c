/// Prose under construction together with the masks of the file: what the parser saw as text may hold
/// masked stretches, which become placeholders or nothing here.
struct MarkdownText {
  let source: UnsafeBufferPointer<UInt8>
  let masks: [MarkdownMask]
  var prose: ProseBuilder
  private var nextMask = 0
  /// Set when the bullet that a footnote's label was rewritten as has been passed.
  private(set) var passedFootnote = false

  init(source: UnsafeBufferPointer<UInt8>, masks: [MarkdownMask]) {
    self.source = source
    self.masks = masks
    self.prose = ProseBuilder(source: source)
  }

  /// Text as the parser gave it, in ascending order of places.
  mutating func append(_ from: Int, _ to: Int) {
    var at = from
    while nextMask < masks.count, masks[nextMask].start < to {
      let mask = masks[nextMask]
      nextMask += 1
      guard mask.end > at else { continue }
      if mask.start > at { prose.verbatim(at, mask.start) }
      switch mask.kind {
      case .placeholder: prose.placeholder(mask.start, mask.end)
      case .nothing: prose.nothing()
      case .footnote: passedFootnote = true
      }
      at = mask.end
    }
    if at < to { prose.verbatim(at, to) }
  }

  /// Forgets that a footnote's label was passed; true when it was.
  mutating func takeFootnote() -> Bool {
    defer { passedFootnote = false }
    return passedFootnote
  }
}
