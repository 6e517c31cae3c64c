import CMarkdown
import StetText

/// Turns md4c's events into blocks. One object reads one file, on one thread.
final class MarkdownEvents {
  var text: MarkdownText
  let source: UnsafeBufferPointer<UInt8>

  private var base: UnsafeRawPointer?
  private var count = 0

  private enum Container {
    case quotation, item, footnote
  }
  private enum Leaf {
    case none, headline(UInt8), cell
    /// Raw HTML.
    case skipped
    case code
  }
  private var containers: [Container] = []
  private var leaf = Leaf.none

  /// The pieces of code blocks and inline code: what looks like a comment there is none.
  private(set) var code: [Range<Int>] = []

  /// The kind of every block while a value of front matter is read.
  var frontMatterKind: BlockKind?

  /// The source byte after the last text that was seen.
  var cursor = 0
  private var isBreakPending = false

  /// What is being left out in favour of one placeholder, and its source bytes so far.
  private enum Hidden: Equatable {
    case code, link, tag(HiddenTag)
  }
  private var hidden: Hidden?
  private var hiddenRange: Range<Int>?
  private var isLinkFresh = false

  /// An image whose words are the block's only prose so far, so that it may be a caption.
  private struct Image {
    var mark: ProseBuilder.Mark
    var start: Int
    var end: Int
  }
  private var imageDepth = 0
  private var image: Image?
  private var isImageWaiting = false
  private var blankAfterImage: Range<Int>?

  init(_ text: MarkdownText) {
    self.text = text
    self.source = text.source
  }

  func begin(base: UnsafeRawPointer, count: Int) {
    self.base = base
    self.count = count
  }

  // MARK: Blocks

  func enterBlock(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
    close()
    switch type {
    case MD_BLOCK_QUOTE: containers.append(.quotation)
    case MD_BLOCK_LI: containers.append(.item)
    case MD_BLOCK_H:
      let level = detail?.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee.level ?? 0
      leaf = .headline(UInt8(clamping: level))
    case MD_BLOCK_TH, MD_BLOCK_TD: leaf = .cell
    case MD_BLOCK_CODE: leaf = .code
    case MD_BLOCK_HTML: leaf = .skipped
    default: break
    }
  }

  func leaveBlock(_ type: MD_BLOCKTYPE) {
    close()
    switch type {
    case MD_BLOCK_QUOTE, MD_BLOCK_LI: containers.removeLast()
    case MD_BLOCK_H, MD_BLOCK_TH, MD_BLOCK_TD, MD_BLOCK_CODE, MD_BLOCK_HTML: leaf = .none
    default: break
    }
  }

  private func close() {
    isBreakPending = false
    isLinkFresh = false
    endHidden()
    var isCaption = isImageWaiting
    var level: UInt8 = 0
    if case .headline(let known) = leaf { level = known }
    if case .none = leaf {} else { isCaption = false }
    if isImageWaiting, !isCaption { collapseImage() }
    if text.takeFootnote(), let last = containers.indices.last { containers[last] = .footnote }
    isImageWaiting = false
    image = nil
    imageDepth = 0
    blankAfterImage = nil
    if frontMatterKind != nil { level = 0 }
    text.prose.close(level: level) { prose in
      if let frontMatterKind { return frontMatterKind }
      switch leaf {
      case .headline: return .headline
      case .cell: return .tableCell
      case .none, .skipped, .code: break
      }
      if isCaption { return .caption }
      switch containers.last {
      case .quotation: return .quotation
      case .item: return .listItem
      case .footnote: return .paragraph
      case nil: return Byline.matches(prose) ? .byline : .paragraph
      }
    }
  }

  // MARK: Spans

  func enterSpan(_ type: MD_SPANTYPE) {
    switch type {
    case MD_SPAN_CODE: if hidden == nil { hidden = .code }
    case MD_SPAN_A: isLinkFresh = true
    case MD_SPAN_IMG:
      imageDepth += 1
      if imageDepth == 1, hidden == nil { startImage() }
    default: break
    }
  }

  func leaveSpan(_ type: MD_SPANTYPE) {
    switch type {
    case MD_SPAN_CODE: if hidden == .code { endHidden() }
    case MD_SPAN_A:
      isLinkFresh = false
      if hidden == .link { endHidden() }
    case MD_SPAN_IMG:
      imageDepth -= 1
      if imageDepth == 0, image != nil, !isImageWaiting { endImage() }
    default: break
    }
  }

  private func startImage() {
    guard let start = imageStart(from: cursor) else { return }
    arrive(start)
    image = Image(mark: text.prose.mark, start: start, end: start)
    isImageWaiting = false
    cursor = start + 2
  }

  private func endImage() {
    guard var image else { return }
    image.end = max(imageEnd(image.start), cursor)
    cursor = image.end
    self.image = image
    isImageWaiting = !image.mark.isOpen && text.prose.isOpen
    if !isImageWaiting { collapseImage() }
  }

  /// The image stands among other words: its own words go, a placeholder takes their place.
  private func collapseImage() {
    guard let image else { return }
    text.prose.reset(to: image.mark)
    text.prose.placeholder(image.start, image.end)
    self.image = nil
    isImageWaiting = false
    if let blank = blankAfterImage { text.append(blank.lowerBound, blank.upperBound) }
    blankAfterImage = nil
  }

  private func endHidden() {
    defer {
      hidden = nil
      hiddenRange = nil
    }
    guard let hidden, let range = hiddenRange else { return }
    let whole = hidden == .code ? codeSpan(around: range) : hidden == .link ? autolink(around: range) : range
    text.prose.placeholder(whole.lowerBound, whole.upperBound)
    cursor = max(cursor, whole.upperBound)
  }

  // MARK: Text

  func text(_ type: MD_TEXTTYPE, _ pointer: UnsafePointer<MD_CHAR>?, _ size: Int) {
    if type == MD_TEXT_BR || type == MD_TEXT_SOFTBR {
      isBreakPending = true
      return
    }
    guard let pointer, let base, size > 0 else { return }
    // Some pieces are strings of md4c's own, such as the blank for a line break in code.
    let offset = Int(bitPattern: pointer) - Int(bitPattern: base)
    guard offset >= 0, offset + size <= count else { return }
    let range = offset..<(offset + size)
    switch leaf {
    case .code:
      code.append(range)
      fallthrough
    case .skipped:
      cursor = range.upperBound
      return
    case .none, .headline, .cell: break
    }
    if hidden == .code { code.append(range) }
    if isLinkFresh, type == MD_TEXT_NORMAL, hidden == nil, imageDepth == 0, isAddress(range) {
      hidden = .link
    }
    isLinkFresh = false
    if type == MD_TEXT_HTML {
      tag(range)
    } else if hidden != nil {
      extendHidden(range)
    } else if type == MD_TEXT_ENTITY,
      let scalar = CharacterReference.decode(
        source, from: range.lowerBound, to: range.upperBound)
    {
      arrive(range.lowerBound)
      text.prose.replaced(UTF8.encode(scalar) ?? .init(), range.lowerBound, range.upperBound)
    } else {
      words(range)
    }
    cursor = max(cursor, range.upperBound)
  }

  private func words(_ range: Range<Int>) {
    var start = range.lowerBound
    if isImageWaiting, source[range].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
      blankAfterImage = range
      return
    }
    let isEscape =
      start > cursor && source[start - 1] == UInt8(ascii: "\\") && isPunctuation(source[start])
    arrive(isEscape ? start - 1 : start)
    if isEscape {
      text.prose.replaced(CollectionOfOne(source[start]), start - 1, start + 1)
      start += 1
    }
    text.append(start, range.upperBound)
  }

  private func extendHidden(_ range: Range<Int>) {
    if let known = hiddenRange {
      hiddenRange = known.lowerBound..<max(known.upperBound, range.upperBound)
    } else {
      arrive(range.lowerBound)
      hiddenRange = range
    }
  }

  private func tag(_ range: Range<Int>) {
    let name = HTMLTag.read(source, range)
    if case .tag(let open) = hidden {
      extendHidden(range)
      if name == .close(open) { endHidden() }
      return
    }
    guard hidden == nil else { return extendHidden(range) }
    switch name {
    case .open(let tag):
      hidden = .tag(tag)
      extendHidden(range)
    case .lineBreak:
      arrive(range.lowerBound)
      text.prose.lineBreak(range.lowerBound, range.upperBound)
    case .close, .other:
      if isBreakPending { arrive(range.lowerBound) }
      text.prose.nothing()
    }
  }

  /// Something is about to be written that comes from `place`: first the line break before it, if any.
  private func arrive(_ place: Int) {
    if isImageWaiting { collapseImage() }
    guard isBreakPending else { return }
    isBreakPending = false
    guard text.prose.isOpen else { return }
    var start = place
    while start > cursor, source[start - 1] != 0x0A, source[start - 1] != 0x0D { start -= 1 }
    var end = start
    while end < place, isContainerMark(source[end]) { end += 1 }
    if start > cursor { start -= 1 }
    if start > cursor, source[start] == 0x0A, source[start - 1] == 0x0D { start -= 1 }
    // Blanks at the line's end and the backslash of a hard break belong to the break.
    var look = start
    while look > cursor, " \t\\".utf8.contains(source[look - 1]) { look -= 1 }
    text.prose.lineBreak(look == cursor ? look : start, max(end, start))
  }

  private func isContainerMark(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">")
  }
}
