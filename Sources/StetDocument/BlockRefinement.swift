/// Kinds of blocks that need the words around: datelines on a line of their own and pull quotes.
enum BlockRefinement {
  /// The blocks that may be a dateline: those before the story begins.
  private static let head = 5

  static func refine(_ blocks: inout [Block], prose: [UInt8]) {
    prose.withUnsafeBufferPointer { prose in
      for index in blocks.indices {
        switch blocks[index].kind {
        case .paragraph, .headline, .byline:
          guard index < head, blocks[index].level == 0 else { break }
          if Dateline.isWhole(slice(prose, blocks[index])) { blocks[index].kind = .dateline }
        case .quotation:
          if isPullQuote(index, blocks, prose) { blocks[index].kind = .pullQuote }
        case .listItem, .caption, .tableCell, .dateline, .pullQuote: break
        }
      }
    }
  }

  private static func slice(_ prose: UnsafeBufferPointer<UInt8>, _ block: Block) -> UnsafeBufferPointer<UInt8>
  {
    UnsafeBufferPointer(rebasing: prose[block.prose.indices])
  }

  /// A block quotation that repeats words of a paragraph: the page shows them large beside it. Quotation
  /// marks at either end are not compared, and paragraphs beyond the next twenty are not looked at.
  private static func isPullQuote(
    _ index: Int, _ blocks: [Block], _ prose: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let quote = unquoted(slice(prose, blocks[index]))
    guard quote.count >= 20, quote.count <= 400 else { return false }
    for other in max(0, index - 20)..<min(blocks.count, index + 21) where other != index {
      guard case .paragraph = blocks[other].kind, blocks[other].prose.count > quote.count else { continue }
      if contains(slice(prose, blocks[other]), quote) { return true }
    }
    return false
  }

  private static func unquoted(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = text.count
    while start < end, text[start] == UInt8(ascii: "\"") { start += 1 }
    if start + 3 < end, text[start] == 0xE2, text[start + 1] == 0x80 { start += 3 }
    while end > start, text[end - 1] == UInt8(ascii: "\"") || text[end - 1] == UInt8(ascii: ".") { end -= 1 }
    if end - 3 > start, text[end - 3] == 0xE2, text[end - 2] == 0x80 { end -= 3 }
    if end > start, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
    return UnsafeBufferPointer(rebasing: text[start..<end])
  }

  private static func contains(
    _ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let first = part.first, part.count <= text.count else { return false }
    for start in 0...(text.count - part.count) where text[start] == first {
      var length = 1
      while length < part.count, text[start + length] == part[length] { length += 1 }
      if length == part.count { return true }
    }
    return false
  }
}
