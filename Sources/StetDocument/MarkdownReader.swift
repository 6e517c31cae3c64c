import CMarkdown
import StetText

/// Reads CommonMark with GitHub's extensions through md4c, whose text pointers lie in the buffer that it
/// parses, so that pointer minus base is the offset.
///
/// Prose is what a reader sees as running text: also the text of links and the values of some keys in
/// front matter. Inline code, images inside text, bare addresses, footnote marks, shortcodes and inline
/// TeX are one placeholder each. Code blocks, raw HTML blocks with all that is in them, tags and comments
/// are left out.
enum MarkdownReader {
  static func read(_ source: SourceText, path: String) -> Document {
    let malformed = source.malformedRanges()
    let document = source.bytes.withUnsafeBufferPointer { bytes -> Document? in
      let head = source.byteOrderMarkLength
      let frontMatter =
        FrontMatter.find(bytes, from: head) ?? FrontMatter.findDisplaced(bytes, from: head)
      let body = frontMatter?.end ?? head
      // What stands before front matter is prose like the rest.
      let above = head..<(frontMatter.map { $0.start } ?? head)
      let isMDX = path.lowercased().hasSuffix(".mdx")
      var scanner = MarkdownMaskScanner(bytes, isMDX: isMDX)
      var masked = scanner.scan(from: body)
      masked.add(malformed, source: bytes)

      let events = MarkdownEvents(MarkdownText(source: bytes, masks: masked.masks))
      let (fields, settings) = frontMatter?.values(bytes, malformed: malformed) ?? ([], DocumentSettings())
      let isParsed =
        masked.bytes?.withUnsafeBufferPointer { events.read(above, fields, body: body, in: $0) }
        ?? events.read(above, fields, body: body, in: bytes)
      guard isParsed else { return nil }
      let prose = events.text.prose
      let map = SourceMap(segments: prose.segments)
      let suppressions = Suppressions(source, isMDX: isMDX, code: events.code, settings: settings) {
        prose.blocks.map { (map.source($0.prose), $0.kind) }
      }
      return Document(
        path: path, format: .markdown, source: source, prose: prose.prose, blocks: prose.blocks,
        map: map, malformed: malformed, suppressions: suppressions.entries,
        suppressionComments: suppressions.comments, settings: settings,
        bodyStart: frontMatter?.end ?? 0,
        declaredKind: FrontMatter.documentKind(fields, in: bytes),
        codeByteCount: events.code.reduce(0) { $0 + $1.count })
    }
    // md4c gives up only when memory is short; the words are still worth reading.
    return document ?? PlainTextReader.read(source, path: path)
  }
}

extension MarkdownEvents {
  /// Reads what stands above front matter, its values, then the body; false when md4c gave up.
  func read(
    _ above: Range<Int>, _ fields: [FrontMatter.Field], body: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard parse(bytes, above) else { return false }
    for field in fields {
      guard let kind = FrontMatter.kind(of: field.key) else { continue }
      if let range = field.markdownRange(in: source) {
        frontMatterKind = kind
        guard parse(bytes, range) else { return false }
        frontMatterKind = nil
      } else {
        append(field.pieces, kind)
      }
    }
    return parse(bytes, body..<bytes.count)
  }

  private func append(_ pieces: [FrontMatter.Piece], _ kind: BlockKind) {
    for piece in pieces {
      if let words = piece.text {
        text.prose.replaced(words, piece.from, piece.to)
      } else {
        text.append(piece.from, piece.to)
      }
    }
    text.prose.close { _ in kind }
  }

  /// Runs md4c over a range of the bytes; false when it gave up.
  private func parse(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard let base = bytes.baseAddress, !range.isEmpty else { return true }
    begin(base: UnsafeRawPointer(base), count: bytes.count)
    var parser = MD_PARSER()
    parser.flags = UInt32(
      MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_PERMISSIVEEMAILAUTOLINKS | MD_FLAG_PERMISSIVEWWWAUTOLINKS
        | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)
    if frontMatterKind != nil {
      parser.flags |= UInt32(MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOINDENTEDCODEBLOCKS)
    }
    parser.enter_block = { type, detail, events in
      MarkdownEvents.at(events).enterBlock(type, detail)
      return 0
    }
    parser.leave_block = { type, _, events in
      MarkdownEvents.at(events).leaveBlock(type)
      return 0
    }
    parser.enter_span = { type, _, events in
      MarkdownEvents.at(events).enterSpan(type)
      return 0
    }
    parser.leave_span = { type, _, events in
      MarkdownEvents.at(events).leaveSpan(type)
      return 0
    }
    parser.text = { type, text, size, events in
      MarkdownEvents.at(events).text(type, text, Int(size))
      return 0
    }
    let head = UnsafeRawPointer(base + range.lowerBound).assumingMemoryBound(to: CChar.self)
    let result = md_parse(
      head, UInt32(range.count), &parser, Unmanaged.passUnretained(self).toOpaque())
    return result == 0
  }

  private static func at(_ pointer: UnsafeMutableRawPointer?) -> MarkdownEvents {
    guard let pointer else { preconditionFailure("md4c hands back the user data it was given") }
    return Unmanaged<MarkdownEvents>.fromOpaque(pointer).takeUnretainedValue()
  }
}
