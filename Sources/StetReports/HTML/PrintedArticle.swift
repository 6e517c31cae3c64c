import StetDocument
import StetText

/// A document as a reader would see it printed, with the way from bytes of the source to the places on the page.
///
/// Its blocks are those of the document; what lies between them (code, tables' rules, front matter) is a block of its own
/// where it holds words. Lengths and offsets within a block count UTF-16 code units, as scripts of a page do.
struct PrintedArticle {
  enum Kind: Equatable {
    case prose(BlockKind, level: Int)
    /// Not prose: code, raw HTML, comments; as it stands in the file.
    case source
    case frontMatter
  }

  /// A stretch of text in one look.
  struct Run: Equatable {
    var text: String
    var look: Look
  }

  struct Look: OptionSet, Hashable {
    let rawValue: UInt8
    static let emphasis = Look(rawValue: 1)
    static let strong = Look(rawValue: 2)
    static let link = Look(rawValue: 4)
    static let code = Look(rawValue: 8)
    /// Stands for something that is no text: an image, a footnote mark.
    static let markup = Look(rawValue: 16)
    /// A malformed byte.
    static let malformed = Look(rawValue: 32)
  }

  struct Block: Equatable {
    var kind: Kind
    /// Bytes of the source.
    var source: ByteRange
    /// What stands before a list item: “-”, “12.”; empty for other blocks.
    var marker = ""
    /// Columns before a list item.
    var indent = 0
    /// Whether it is prose that stands in the front matter: a title, a description.
    var isInFrontMatter = false
    var runs: [Run] = []
    var spans: [Span] = []
    var length = 0
  }

  /// Source bytes and where they stand in the text of their block.
  struct Span: Equatable {
    var source: ByteRange
    var start: Int
    var length: Int
    /// Whether the text is the bytes; otherwise it stands for all of them together.
    var isVerbatim: Bool
  }

  /// A part of a block's text: the number of the block, start and end.
  struct Place: Equatable {
    var block: Int
    var start: Int
    var end: Int
  }

  private(set) var blocks: [Block] = []
  private let bytes: [UInt8]

  init(_ document: Document) {
    bytes = document.source.bytes
    var setter = TypeSetter(document)
    let frontMatterEnd = document.frontMatter?.upper ?? 0
    var at = document.source.byteOrderMarkLength
    for block in document.blocks {
      var set = setter.block(block)
      set.isInFrontMatter = set.source.lower < frontMatterEnd
      if set.source.lower > at { addGap(at, set.source.lower, &setter, frontMatterEnd) }
      blocks.append(set)
      at = max(at, set.source.upper)
    }
    addGap(at, bytes.count, &setter, frontMatterEnd)
  }

  /// The places of a range of source bytes, in order; none where it holds no text of the page.
  func places(_ range: ByteRange) -> [Place] {
    var places: [Place] = []
    let low = blocks.partitioningIndex { $0.source.upper >= range.lower }
    for index in low..<blocks.count {
      let block = blocks[index]
      guard block.source.lower <= range.upper else { break }
      guard range.isEmpty || block.source.overlaps(range) else { continue }
      let start = offset(range.lower, in: block, isEnd: false)
      let end = range.isEmpty ? start : offset(range.upper, in: block, isEnd: true)
      if end > start || range.isEmpty { places.append(Place(block: index, start: start, end: end)) }
      if range.isEmpty { break }
    }
    return places
  }

  /// The block that stands at or before a byte.
  func nearestBlock(_ offset: Int) -> Int {
    max(0, (blocks.firstIndex { $0.source.lower > offset } ?? blocks.count) - 1)
  }

  private func offset(_ byte: Int, in block: Block, isEnd: Bool) -> Int {
    let low = block.spans.partitioningIndex { isEnd ? $0.source.upper >= byte : $0.source.upper > byte }
    guard low < block.spans.count else { return block.length }
    let span = block.spans[low]
    guard byte > span.source.lower else { return span.start }
    guard span.isVerbatim else { return isEnd ? span.start + span.length : span.start }
    return span.start + utf16Length(bytes[span.source.lower..<byte])
  }

  /// The lines that lie between two blocks as a whole, when there are words in them.
  private mutating func addGap(_ from: Int, _ to: Int, _ setter: inout TypeSetter, _ frontMatterEnd: Int) {
    guard from < to else { return }
    // The rest of the line before belongs to its block, and so does the head of the line behind.
    var start = from
    if start > 0, !isLineEnd(bytes[start - 1]) {
      while start < to, !isLineEnd(bytes[start]) { start += 1 }
    }
    var end = to
    if end < bytes.count {
      while end > start, !isLineEnd(bytes[end - 1]) { end -= 1 }
    }
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    while start > from, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    if start < frontMatterEnd, end > frontMatterEnd {
      addGap(start, frontMatterEnd, &setter, frontMatterEnd)
      addGap(frontMatterEnd, end, &setter, frontMatterEnd)
      return
    }
    if end <= frontMatterEnd {
      // Its fences.
      while start < end, isFenceByte(bytes[start]) { start += 1 }
      while end > start, isFenceByte(bytes[end - 1]) { end -= 1 }
    }
    guard bytes[start..<end].contains(where: isWordByte) else { return }
    blocks.append(
      setter.source(ByteRange(start, end), kind: end <= frontMatterEnd ? .frontMatter : .source))
  }
}

private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || isLineEnd(byte) }

private func isFenceByte(_ byte: UInt8) -> Bool {
  isBlank(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
}

private func isWordByte(_ byte: UInt8) -> Bool {
  byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
}

/// UTF-16 code units of well-formed UTF-8.
func utf16Length(_ bytes: ArraySlice<UInt8>) -> Int {
  bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
}
