import StetText

/// Collects the prose of a document, the way back to the source, and the blocks, in source order.
///
/// Nothing is written for a block until its first byte of prose; the line break between two blocks is
/// written then, and belongs to neither.
struct ProseBuilder {
  /// The file's bytes, untouched.
  let source: UnsafeBufferPointer<UInt8>
  private(set) var prose: [UInt8] = []
  private(set) var segments: [SourceSegment] = []
  private(set) var blocks: [Block] = []

  /// Whether the block at hand holds any prose yet.
  private(set) var isOpen = false
  private var blockStart = 0
  /// Where the prose stood before the block at hand and the line break before it.
  private var beforeBlock = Mark(prose: 0, segments: 0, isOpen: false)
  private var skipsBlank = false

  /// A place to go back to.
  struct Mark {
    var prose: Int
    var segments: Int
    var isOpen: Bool
  }

  init(source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    prose.reserveCapacity(source.count)
  }

  var mark: Mark { Mark(prose: prose.count, segments: segments.count, isOpen: isOpen) }

  /// Drops all that was written after `mark`, which must lie in the block at hand.
  mutating func reset(to mark: Mark) {
    let target = mark.isOpen || !isOpen ? mark : beforeBlock
    prose.removeLast(prose.count - target.prose)
    segments.removeLast(segments.count - target.segments)
    isOpen = mark.isOpen
  }

  /// The last byte of the block at hand; nil when it has none.
  var lastByte: UInt8? { isOpen && prose.count > blockStart ? prose[prose.count - 1] : nil }

  /// The source byte after the last one that prose came from.
  var sourceEnd: Int { segments.last.map { Int($0.sourceEnd) } ?? 0 }

  /// Source bytes as they are. Blanks at the head of a block are left out.
  mutating func verbatim(_ from: Int, _ to: Int) {
    var start = max(from, sourceEnd)
    if !isOpen || skipsBlank {
      while start < to, isBlank(source[start]) { start += 1 }
      skipsBlank = false
    }
    guard start < to else { return }
    open()
    let last = segments.count - 1
    if last >= 0, segments[last].kind == .verbatim, Int(segments[last].sourceEnd) == start {
      segments[last].proseLength += UInt32(to - start)
      segments[last].sourceLength += UInt32(to - start)
    } else {
      segments.append(
        SourceSegment(
          kind: .verbatim, prose: prose.count, proseLength: to - start, source: start,
          sourceLength: to - start))
    }
    prose.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<to]))
  }

  /// Prose bytes that stand for other bytes of the source.
  mutating func replaced(_ bytes: some Collection<UInt8>, _ from: Int, _ to: Int) {
    skipsBlank = false
    open()
    let start = max(from, sourceEnd)
    segments.append(
      SourceSegment(
        kind: .replaced, prose: prose.count, proseLength: bytes.count, source: start,
        sourceLength: max(to, start) - start))
    prose.append(contentsOf: bytes)
  }

  mutating func placeholder(_ from: Int, _ to: Int) {
    replaced(CollectionOfOne(Document.placeholder), from, to)
  }

  /// A line break inside a block. `from` to `to` also covers indentation and quote marks of the next line.
  mutating func lineBreak(_ from: Int, _ to: Int) {
    guard isOpen, lastByte != 0x0A else { return }
    if to == from + 1, from >= sourceEnd, source[from] == 0x0A {
      verbatim(from, to)
    } else {
      replaced(CollectionOfOne(0x0A), from, to)
    }
  }

  /// Something without width stood here (a tag, a comment): a reader sees the blanks around it as one.
  mutating func nothing() {
    if let last = lastByte, isBlank(last) { skipsBlank = true }
  }

  /// Ends the block at hand; one without words leaves no trace. `kind` is asked for with the block's bytes.
  mutating func close(
    level: UInt8 = 0, kind: (_ bytes: UnsafeBufferPointer<UInt8>) -> BlockKind
  ) {
    skipsBlank = false
    guard isOpen else { return }
    trim()
    let isWordless = !prose[blockStart...].contains { $0 != Document.placeholder && !isBlank($0) }
    if isWordless {
      reset(to: beforeBlock)
      return
    }
    let range = blockStart..<prose.count
    let kind = prose.withUnsafeBufferPointer { kind(UnsafeBufferPointer(rebasing: $0[range])) }
    blocks.append(Block(kind: kind, prose: ProseRange(range.lowerBound, range.upperBound), level: level))
    isOpen = false
  }

  /// Takes blanks off the end of the block.
  private mutating func trim() {
    while prose.count > blockStart, isBlank(prose[prose.count - 1]) {
      let last = segments.count - 1
      prose.removeLast()
      segments[last].proseLength -= 1
      if segments[last].kind == .verbatim { segments[last].sourceLength -= 1 }
      if segments[last].proseLength == 0 { segments.removeLast() }
    }
  }

  private mutating func open() {
    guard !isOpen else { return }
    beforeBlock = mark
    if !prose.isEmpty {
      segments.append(
        SourceSegment(
          kind: .replaced, prose: prose.count, proseLength: 1, source: sourceEnd, sourceLength: 0))
      prose.append(0x0A)
    }
    isOpen = true
    blockStart = prose.count
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
