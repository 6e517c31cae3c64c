import CMarkdown
import StetDocument
import StetText

/// Sends a Markdown file to a `Walker` as the tags and texts of the page that it becomes: CommonMark with GitHub's tables,
/// strike-through, task lists and bare addresses, read through md4c, whose text pointers lie in the source.
final class MarkdownPage {
  private var walker: Walker
  private let source: [UInt8]
  private var base: UnsafeRawPointer?
  private var length = 0
  /// Source byte after the last text.
  private var cursor = 0
  /// Raw HTML that was not sent yet.
  private var html: [UInt8] = []
  private var htmlPlaces: [Int] = []
  /// The text of the image at hand.
  private var alt: TextBlock?
  private var imageDepth = 0

  /// Marks of footnotes that are still to come, the last one first.
  private var marks: [(range: Range<Int>, isReference: Bool)]

  private init(_ walker: Walker, _ source: [UInt8], _ marks: [(range: Range<Int>, isReference: Bool)]) {
    self.walker = walker
    self.source = source
    self.marks = marks.reversed()
  }

  /// - Parameters:
  ///   - text: well-formed UTF-8, of the same length as the source.
  ///   - start: where the body begins, behind front matter.
  static func read(_ text: [UInt8], from start: Int, walker: Walker) -> Walker {
    let footnotes = MarkdownFootnotes(text, from: start)
    let page = MarkdownPage(walker, text, footnotes.marks)
    footnotes.text.withUnsafeBufferPointer { page.parse($0, start) }
    page.flushHTML()
    page.walker.finish()
    return page.walker
  }

  private func parse(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) {
    guard let pointer = bytes.baseAddress, start < bytes.count else { return }
    base = UnsafeRawPointer(pointer)
    length = bytes.count
    cursor = start
    var parser = MD_PARSER()
    parser.flags = UInt32(
      MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_PERMISSIVEEMAILAUTOLINKS | MD_FLAG_PERMISSIVEWWWAUTOLINKS
        | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)
    parser.enter_block = { type, detail, page in
      MarkdownPage.at(page).enter(type, detail)
      return 0
    }
    parser.leave_block = { type, detail, page in
      MarkdownPage.at(page).leave(type, detail)
      return 0
    }
    parser.enter_span = { type, detail, page in
      MarkdownPage.at(page).enterSpan(type, detail)
      return 0
    }
    parser.leave_span = { type, _, page in
      MarkdownPage.at(page).leaveSpan(type)
      return 0
    }
    parser.text = { type, text, size, page in
      MarkdownPage.at(page).text(type, text, Int(size))
      return 0
    }
    let head = UnsafeRawPointer(pointer + start).assumingMemoryBound(to: CChar.self)
    _ = md_parse(head, UInt32(bytes.count - start), &parser, Unmanaged.passUnretained(self).toOpaque())
  }

  private static func at(_ pointer: UnsafeMutableRawPointer?) -> MarkdownPage {
    guard let pointer else { preconditionFailure("md4c hands back the user data it was given") }
    return Unmanaged<MarkdownPage>.fromOpaque(pointer).takeUnretainedValue()
  }

  // MARK: Blocks

  private func enter(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
    flushHTML()
    if type == MD_BLOCK_HR {
      walker.open(Walker.Tag(name: "hr"))
      return
    }
    if let name = Self.tag(type, detail) { walker.open(Walker.Tag(name: name)) }
    if type == MD_BLOCK_CODE { walker.open(Walker.Tag(name: "code")) }
    if type == MD_BLOCK_LI, detail?.assumingMemoryBound(to: MD_BLOCK_LI_DETAIL.self).pointee.is_task != 0,
      detail != nil
    {
      walker.open(Walker.Tag(name: "input"))
    }
  }

  private func leave(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
    flushHTML()
    if type == MD_BLOCK_HR { return }
    if type == MD_BLOCK_CODE { walker.close("code") }
    if let name = Self.tag(type, detail) { walker.close(name) }
  }

  private static func tag(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) -> String? {
    switch type {
    case MD_BLOCK_QUOTE: return "blockquote"
    case MD_BLOCK_UL: return "ul"
    case MD_BLOCK_OL: return "ol"
    case MD_BLOCK_LI: return "li"
    case MD_BLOCK_H: return "h\(detail?.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee.level ?? 1)"
    case MD_BLOCK_CODE: return "pre"
    case MD_BLOCK_P: return "p"
    case MD_BLOCK_TABLE: return "table"
    case MD_BLOCK_THEAD: return "thead"
    case MD_BLOCK_TBODY: return "tbody"
    case MD_BLOCK_TR: return "tr"
    case MD_BLOCK_TH: return "th"
    case MD_BLOCK_TD: return "td"
    default: return nil
    }
  }

  // MARK: Spans

  private func enterSpan(_ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) {
    flushHTML()
    if type == MD_SPAN_IMG {
      imageDepth += 1
      if imageDepth == 1 { alt = TextBlock() }
      return
    }
    guard imageDepth == 0, let name = Self.tag(type) else { return }
    var tag = Walker.Tag(name: name)
    if type == MD_SPAN_A, let link = detail?.assumingMemoryBound(to: MD_SPAN_A_DETAIL.self).pointee.href,
      let text = link.text
    {
      tag.href = UnsafeRawBufferPointer(start: text, count: Int(link.size)).map { $0 }
    }
    walker.open(tag)
  }

  private func leaveSpan(_ type: MD_SPANTYPE) {
    flushHTML()
    if type == MD_SPAN_IMG {
      imageDepth -= 1
      guard imageDepth == 0 else { return }
      walker.open(Walker.Tag(name: "img", alt: alt))
      alt = nil
      return
    }
    guard imageDepth == 0, let name = Self.tag(type) else { return }
    walker.close(name)
  }

  private static func tag(_ type: MD_SPANTYPE) -> String? {
    switch type {
    case MD_SPAN_EM: return "em"
    case MD_SPAN_STRONG: return "strong"
    case MD_SPAN_A: return "a"
    case MD_SPAN_CODE: return "code"
    case MD_SPAN_DEL: return "del"
    default: return nil
    }
  }

  // MARK: Text

  private func text(_ type: MD_TEXTTYPE, _ pointer: UnsafePointer<MD_CHAR>?, _ size: Int) {
    guard let pointer, let base else { return }
    let offset = UnsafeRawPointer(pointer) - base
    let isInSource = offset >= 0 && offset + size <= length
    if type == MD_TEXT_HTML {
      append(html: pointer, size, isInSource ? offset : nil)
      return
    }
    flushHTML()
    if type == MD_TEXT_BR {
      walker.open(Walker.Tag(name: "br"))
      return
    }
    guard isInSource else {
      // A line break, or a blank in its place within code.
      let byte: UInt8 = type == MD_TEXT_SOFTBR || type == MD_TEXT_CODE ? 0x0A : 0x20
      let place = source[min(cursor, length)...].firstIndex(of: 0x0A) ?? min(cursor, length - 1)
      cursor = place + 1
      add([size == 1 && pointer.pointee == 0x20 ? 0x20 : byte], for: place..<place + 1)
      return
    }
    cursor = offset + size
    if type == MD_TEXT_ENTITY, let scalar = CharacterReferences.decode(source[offset..<offset + size]) {
      add(Array(String(scalar).utf8), for: offset..<offset + size)
    } else if imageDepth > 0 {
      alt?.add(source[offset..<offset + size], verbatimFrom: offset)
    } else {
      verbatim(offset..<offset + size)
    }
  }

  /// Text without the marks of footnotes in it.
  private func verbatim(_ range: Range<Int>) {
    var at = range.lowerBound
    while let mark = marks.last, mark.range.lowerBound < range.upperBound {
      marks.removeLast()
      let next = mark.range
      guard next.lowerBound >= at, next.upperBound <= range.upperBound else { continue }
      walker.text(source[at..<next.lowerBound], verbatimFrom: at)
      if mark.isReference {
        walker.open(Walker.Tag(name: "sup"))
        walker.text([UInt8(ascii: "1")], for: next)
        walker.close("sup")
      }
      at = next.upperBound
    }
    walker.text(source[at..<range.upperBound], verbatimFrom: at)
  }

  private func add(_ bytes: [UInt8], for range: Range<Int>) {
    if imageDepth > 0 { alt?.add(bytes, for: range) } else { walker.text(bytes, for: range) }
  }

  private func append(html pointer: UnsafePointer<MD_CHAR>, _ size: Int, _ offset: Int?) {
    guard imageDepth == 0 else { return }
    if let offset {
      html += source[offset..<offset + size]
      htmlPlaces += offset..<offset + size
      cursor = offset + size
      return
    }
    let place = source[min(cursor, length)...].firstIndex(of: 0x0A) ?? min(cursor, length - 1)
    html += [0x0A]
    htmlPlaces += [place]
    cursor = place + 1
  }

  private func flushHTML() {
    guard !html.isEmpty else { return }
    var tokens = HTMLTokens(html, places: htmlPlaces)
    tokens.send(to: &walker)
    html = []
    htmlPlaces = []
  }
}
