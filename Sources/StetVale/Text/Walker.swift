import StetText

/// Makes blocks of text out of the tags and texts of a page, with the rules by which Vale reads HTML: inline tags add a
/// blank where a reader sees none, code is stars, the first block tag that has a scope gives it to the text.
///
/// Described from what Vale does with pages; its own reader searches the source for each text again, this one carries the
/// places along.
struct Walker {
  /// A tag, opening unless said otherwise.
  struct Tag {
    var name: String
    var href: [UInt8] = []
    var classes: String = ""
    /// The text of an image.
    var alt: TextBlock?
  }

  /// Pieces of one text between two tags.
  private var pending = TextBlock()
  /// The block of text at hand.
  private var buffer = TextBlock()
  private var history: [String] = []
  private var isInline = false
  private var isCode = false
  /// Whether a tag was opened within which nothing is read.
  private var isHidden = false
  /// The tag that was hidden for its class, and how many of its name are open.
  private var hiddenByClass: (name: String, depth: Int)?
  private var href: [UInt8] = []
  private var isHiddenByClass = false
  /// Where a blank stood that was taken off the text before.
  private var blankBefore: Int?

  /// Scopes of their own, whose text belongs to the block as well.
  private var spans: [(name: String, start: Int)] = []

  private(set) var blocks: [TextBlock] = []
  private(set) var counts: [String: Int] = [:]
  var comments: CommentControl
  private let settings: ScopeSettings
  /// Such as `md`.
  private let format: String

  init(settings: ScopeSettings, comments: CommentControl, format: String) {
    self.settings = settings
    self.comments = comments
    self.format = format
  }

  // MARK: What comes in

  mutating func text(_ bytes: some Collection<UInt8>, verbatimFrom source: Int) {
    pending.add(bytes, verbatimFrom: source)
  }

  mutating func text(_ bytes: some Collection<UInt8>, for source: Range<Int>) {
    pending.add(bytes, for: source)
  }

  mutating func text(_ piece: TextBlock) { pending.add(piece) }

  mutating func comment(_ text: String) {
    flushText()
    comments.read(text.trimmingBlanks)
  }

  mutating func open(_ tag: Tag) {
    flushText()
    defer {
      href = tag.href
      isHiddenByClass = isIgnored(tag.classes)
    }
    alt(of: tag)
    let isInlineTag = Self.inlineTags.contains(tag.name)
    if hiddenByClass?.name == tag.name { hiddenByClass?.depth += 1 }
    let isIgnoredBlock = isIgnored(tag.classes) && !isInlineTag
    if settings.skipped.contains(tag.name) || isIgnoredBlock {
      isHidden = true
      if isIgnoredBlock { hiddenByClass = (tag.name, 1) }
      counts[tag.name, default: 0] += 1
      return
    }
    isInline = isInlineTag
    isCode = settings.ignored.contains(tag.name)
    history.append(tag.name)
    if isInlineTag, Self.voidTags.contains(tag.name) == false { spans.append((tag.name, buffer.text.count)) }
  }

  /// A tag that closes itself.
  mutating func selfClosing(_ tag: Tag) {
    flushText()
    href = tag.href
    alt(of: tag)
  }

  mutating func close(_ name: String) {
    flushText()
    href = []
    isHiddenByClass = false
    if hiddenByClass?.name == name { hiddenByClass?.depth -= 1 }
    if isHidden, settings.skipped.contains(name) || hiddenByClass?.depth == 0 {
      isHidden = false
      hiddenByClass = nil
    }
    if Self.inlineTags.contains(name) {
      closeSpan(name)
    } else {
      closeBlock()
    }
  }

  /// The end of the page.
  mutating func finish() {
    flushText()
  }

  /// A block that is not part of the running text: a value of front matter, the text of an image.
  mutating func append(_ block: TextBlock, sections: [String]) {
    guard !block.isBlank else { return }
    var block = block
    block.sections = sections
    block.silenced = comments.silenced
    blocks.append(block)
  }

  // MARK: Texts

  private mutating func flushText() {
    guard !pending.text.isEmpty else { return }
    defer {
      pending = TextBlock()
      href = []
      isHiddenByClass = false
    }
    let range = pending.trimmed(0..<pending.text.count)
    guard !isHidden, !range.isEmpty else {
      if range.isEmpty { blankBefore = blankBefore ?? pending.source(0..<pending.text.count)?.lowerBound }
      return
    }
    var piece = pending.part(range, sections: [])
    let isMasked = isCode || isHiddenByClass
    let isPlain = !isMasked && Self.clings(piece.text)
    if isMasked || (!href.isEmpty && href == piece.text) { piece = piece.masked }
    isCode = false
    let isNested = isNestedItem && !isInline
    if isNested || (isInline && !isPlain), !endsTight {
      let own = range.lowerBound > 0 ? pending.source(range.lowerBound - 1..<range.lowerBound) : nil
      if let place = own?.lowerBound ?? blankBefore {
        buffer.add(CollectionOfOne(0x20), for: place..<place + 1)
      } else {
        buffer.add(CollectionOfOne(0x20))
      }
    }
    buffer.add(piece)
    let end = range.upperBound
    blankBefore = end < pending.text.count ? pending.source(end..<end + 1)?.lowerBound : nil
  }

  /// Marks before which no blank is put.
  private static func clings(_ text: [UInt8]) -> Bool {
    guard let first = text.first else { return false }
    if ".?!,:;)]}".utf8.contains(first) { return true }
    return isDash(text[...].prefix(3))
  }

  /// An en or em dash.
  private static func isDash(_ bytes: ArraySlice<UInt8>) -> Bool {
    Array(bytes) == [0xE2, 0x80, 0x94] || Array(bytes) == [0xE2, 0x80, 0x93]
  }

  /// Whether what stands before lets no blank follow.
  private var endsTight: Bool {
    guard let last = buffer.text.last else { return false }
    return "([{".utf8.contains(last) || Self.isDash(buffer.text.suffix(3))
  }

  private var isNestedItem: Bool {
    guard history.count > 3, history.last == "li" else { return false }
    let (one, two) = (history[history.count - 2], history[history.count - 3])
    return (one == "ul" || one == "ol") && two == "li"
  }

  private func isIgnored(_ classes: String) -> Bool {
    !classes.isEmpty
      && classes.split(separator: " ").contains { settings.ignoredClasses.contains(String($0)) }
  }

  // MARK: Blocks

  private mutating func closeBlock() {
    defer {
      buffer = TextBlock()
      history = []
      spans = []
      blankBefore = nil
    }
    guard !buffer.isBlank else { return }
    var sections = ["text"]
    for tag in history {
      if let own = Self.scopes[tag] {
        sections += own
        break
      }
      if tag.count == 2, tag.first == "h", tag.last?.isNumber == true {
        sections += ["heading", tag]
        break
      }
    }
    if sections.count > 1 {
      counts[sections.dropFirst().joined(separator: "."), default: 0] += 1
      buffer.dropLeadingBlanks()
    }
    append(buffer, sections: sections + [format])
  }

  /// Links, emphasis and code have scopes of their own beside that of their block.
  private mutating func closeSpan(_ name: String) {
    guard let at = spans.lastIndex(where: { $0.name == name }) else { return }
    let start = spans[at].start
    spans.removeSubrange(at...)
    guard let scope = Self.spanScopes[name], start < buffer.text.count, settings.usesSpans else { return }
    let range = buffer.trimmed(start..<buffer.text.count)
    guard !range.isEmpty else { return }
    append(buffer.part(range, sections: []), sections: [scope, format])
  }

  private mutating func alt(of tag: Tag) {
    guard let alt = tag.alt, !settings.skipped.contains("alt") else { return }
    append(alt, sections: ["text", "attr", "alt"])
  }

  static let inlineTags: Set<String> = [
    "b", "big", "i", "small", "abbr", "acronym", "cite", "dfn", "em", "kbd", "strong", "a", "br", "img",
    "span", "sub",
    "sup", "code", "tt", "del",
  ]
  static let voidTags: Set<String> = ["br", "img", "hr", "input", "meta", "link", "col", "wbr", "source"]
  private static let scopes: [String: [String]] = [
    "th": ["table", "header"], "td": ["table", "cell"], "caption": ["table", "caption"], "li": ["list"],
    "blockquote": ["blockquote"], "figcaption": ["figure", "caption"],
  ]
  private static let spanScopes: [String: String] = [
    "a": "link", "strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis", "code": "code",
  ]
}

extension TextBlock {
  /// Every character but line breaks as a star, places kept.
  var masked: TextBlock {
    var masked = TextBlock()
    for segment in segments {
      var at = segment.start
      let end = segment.start + segment.length
      while at < end {
        var next = at + 1
        while next < end, text[next] & 0xC0 == 0x80 { next += 1 }
        let star: UInt8 = text[at] == 0x0A ? 0x0A : UInt8(ascii: "*")
        if segment.isVerbatim {
          let source = segment.source.lowerBound + at - segment.start
          if next == at + 1 {
            masked.add(CollectionOfOne(star), verbatimFrom: source)
          } else {
            masked.add(CollectionOfOne(star), for: source..<source + next - at)
          }
        } else {
          masked.add(CollectionOfOne(star), for: segment.source)
        }
        at = next
      }
    }
    return masked
  }
}

/// Which tags are not read, and how.
struct ScopeSettings: Sendable {
  /// Block tags whose text is not read.
  var skipped: Set<String> = ["script", "style", "pre", "figure", "noscript", "iframe"]
  /// Inline tags whose text is stars.
  var ignored: Set<String> = ["tt", "code", "kbd"]
  var ignoredClasses: Set<String> = ["problematic", "pre", "code"]
  /// Whether a rule looks at links, emphasis or code on their own.
  var usesSpans = false
}
