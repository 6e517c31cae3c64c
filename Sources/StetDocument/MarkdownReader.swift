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
      let frontMatter = FrontMatter.find(bytes, from: head)
      let body = frontMatter?.end ?? head
      var scanner = MarkdownMaskScanner(bytes, isMDX: path.lowercased().hasSuffix(".mdx"))
      var masked = scanner.scan(from: body)
      masked.add(malformed, source: bytes)

      var text = MarkdownText(source: bytes, masks: masked.masks)
      frontMatter?.read(into: &text)
      let events = MarkdownEvents(text)
      let isParsed =
        masked.bytes?.withUnsafeBufferPointer { events.parse($0, from: body) }
        ?? events.parse(bytes, from: body)
      guard isParsed else { return nil }
      let prose = events.text.prose
      return Document(
        path: path, format: .markdown, source: source, prose: prose.prose, blocks: prose.blocks,
        map: SourceMap(segments: prose.segments), malformed: malformed)
    }
    // md4c gives up only when memory is short; the words are still worth reading.
    return document ?? PlainTextReader.read(source, path: path)
  }
}

extension MarkdownEvents {
  /// Runs md4c over the bytes after `start`; false when it gave up.
  func parse(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    guard let base = bytes.baseAddress, start < bytes.count else { return true }
    begin(base: UnsafeRawPointer(base), count: bytes.count)
    var parser = MD_PARSER()
    parser.flags = UInt32(
      MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_PERMISSIVEEMAILAUTOLINKS | MD_FLAG_PERMISSIVEWWWAUTOLINKS
        | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)
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
    let head = UnsafeRawPointer(base + start).assumingMemoryBound(to: CChar.self)
    let result = md_parse(
      head, UInt32(bytes.count - start), &parser, Unmanaged.passUnretained(self).toOpaque())
    return result == 0
  }

  private static func at(_ pointer: UnsafeMutableRawPointer?) -> MarkdownEvents {
    guard let pointer else { preconditionFailure("md4c hands back the user data it was given") }
    return Unmanaged<MarkdownEvents>.fromOpaque(pointer).takeUnretainedValue()
  }
}
