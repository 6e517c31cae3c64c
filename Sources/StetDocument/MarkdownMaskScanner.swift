/// Finds what publishing systems add to Markdown: footnotes (`[^1]`), shortcodes of Hugo (`{{< >}}`),
/// Liquid and Jinja (`{% %}`), attribute lists of kramdown (`{: }`), containers (`:::`), MDX, emoji
/// names and TeX. One pass over lines; fenced code is left alone. Each search for an end is remembered, so
/// that the pass stays linear.
struct MarkdownMaskScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let isMDX: Bool

  private var copy: [UInt8]?
  private var masks: [MarkdownMask] = []
  private var closers: [Closer: Int] = [:]
  private var blankLine = -1
  private var braceFailure = -1
  private var fence: Fence?

  /// Masks of the line at hand, and whether each may stand alone on a line like a block.
  var pieces: [(mask: MarkdownMask, isBlock: Bool)] = []
  /// The end of a mask that runs on over the next lines.
  var running: (end: Int, kind: MarkdownMask.Kind) = (0, .nothing)

  private struct Fence {
    var byte: UInt8
    var length: Int
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, isMDX: Bool) {
    self.bytes = bytes
    self.isMDX = isMDX
  }

  /// `start` is where the body begins, after front matter.
  mutating func scan(from start: Int) -> MaskedMarkdown {
    var at = start
    while at < bytes.count {
      let end = lineEnd(at)
      scanLine(at, end)
      at = nextLine(end)
    }
    return MaskedMarkdown(bytes: copy, masks: masks)
  }

  private mutating func scanLine(_ start: Int, _ end: Int) {
    pieces.removeAll(keepingCapacity: true)
    var content = skipContainers(start, end)
    if running.end > start {
      let covered = min(running.end, end)
      if content < covered {
        pieces.append((MarkdownMask(start: content, end: covered, kind: .nothing), true))
      }
      content = max(covered, content)
      finish(content: skipContainers(start, end), end)
      if running.end >= end { return }
      pieces.removeAll(keepingCapacity: true)
    } else {
      if stepFence(content, end) { return }
      if isStructural(start, content, end) {
        blank(content, end)
        return
      }
    }
    scanInline(content, end, lineContent: content)
    finish(content: content, end)
  }

  /// Whether the line belongs to fenced code.
  private mutating func stepFence(_ content: Int, _ end: Int) -> Bool {
    guard content + 3 <= end else { return fence != nil }
    let byte = bytes[content]
    guard byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { return fence != nil }
    var after = content
    while after < end, bytes[after] == byte { after += 1 }
    let length = after - content
    if let open = fence {
      if byte == open.byte, length >= open.length, isBlank(after, end) { fence = nil }
      return true
    }
    guard length >= 3 else { return false }
    if byte == UInt8(ascii: "`"), bytes[after..<end].contains(byte) { return false }
    fence = Fence(byte: byte, length: length)
    return true
  }

  /// Lines that are markup as a whole.
  private mutating func isStructural(_ start: Int, _ content: Int, _ end: Int) -> Bool {
    guard content < end else { return false }
    switch bytes[content] {
    case UInt8(ascii: "["):
      // Alerts (`[!NOTE]`) and tables of contents (`[TOC]`, `[[toc]]`).
      var last = end
      while last > content, bytes[last - 1] == 0x20 { last -= 1 }
      let inner = String(decoding: bytes[content..<min(last, content + 20)], as: UTF8.self).uppercased()
      if inner == "[TOC]" || inner == "[[TOC]]" || inner == "[[_TOC_]]" { return true }
      return inner.utf8.starts(with: "[!".utf8) && inner.utf8.last == UInt8(ascii: "]")
        && inner.utf8.dropFirst(2).dropLast().allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
    case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"):
      return matches(":::", content, end) || isOverlongTableRule(content, end)
    case UInt8(ascii: "i"), UInt8(ascii: "e"):
      guard isMDX, content == start else { return false }
      guard matches("import ", content, end) || matches("export ", content, end) else { return false }
      let last = paragraphEnd(from: content)
      if last > end { running = (last, .nothing) }
      return true
    default: return false
    }
  }

  /// Looks at `|--|:-:|`, the line under a table's head. md4c 0.4 wants three signs in each cell where
  /// GitHub wants one, so short cells are widened if the line has the room. It also gives every row as many
  /// cells as the head has, which takes quadratic time; a table of more than 128 columns is none.
  private mutating func isOverlongTableRule(_ content: Int, _ end: Int) -> Bool {
    var columns = 0
    var signs = 0
    var isNarrow = false
    for at in content...end {
      switch at < end ? bytes[at] : UInt8(ascii: "|") {
      case UInt8(ascii: "|"):
        if signs > 0 { columns += 1 }
        isNarrow = isNarrow || (1...2).contains(signs)
        signs = 0
      case UInt8(ascii: "-"), UInt8(ascii: ":"): signs += 1
      case 0x20, 0x09: break
      default: return false
      }
    }
    if isNarrow, columns > 1, columns * 4 - 1 <= end - content {
      fill(content, end, UInt8(ascii: "-"))
      for column in 1..<columns { fill(content + column * 4 - 1, content + column * 4, UInt8(ascii: "|")) }
    }
    return columns > 128
  }

  /// Writes the line's masks down; a line of nothing but block masks becomes blank.
  private mutating func finish(content: Int, _ end: Int) {
    guard let first = pieces.first else { return }
    var isAlone = pieces.allSatisfy { $0.isBlock } && isBlank(content, first.mask.start)
    for (index, piece) in pieces.enumerated() where isAlone {
      let next = index + 1 < pieces.count ? pieces[index + 1].mask.start : end
      isAlone = isBlank(piece.mask.end, max(next, piece.mask.end))
    }
    if isAlone {
      blank(content, end)
      return
    }
    for piece in pieces {
      masks.append(piece.mask)
      // `%` is punctuation without a meaning in Markdown: emphasis beside it opens and closes as it did
      // beside the brackets that stood there, and link targets and attributes may hold it.
      fill(piece.mask.start, piece.mask.end, UInt8(ascii: "%"))
    }
  }

  mutating func blank(_ from: Int, _ to: Int) { fill(from, to, 0x20) }

  mutating func fill(_ from: Int, _ to: Int, _ byte: UInt8) {
    guard from < to else { return }
    if copy == nil { copy = Array(bytes) }
    for at in from..<to { copy?[at] = byte }
  }

  // MARK: Looking ahead

  enum Closer: Hashable {
    case braces, percent, hash, dollars
    case end(String)
  }

  /// The first place at or after `from` where the closer starts; nil when there is none.
  mutating func next(_ closer: Closer, from: Int) -> Int? {
    if let known = closers[closer], known >= from { return known == Int.max ? nil : known }
    let text: String
    switch closer {
    case .braces: text = "}}"
    case .percent: text = "%}"
    case .hash: text = "#}"
    case .dollars: text = "$$"
    case .end(let name): text = name
    }
    let pattern = Array(text.utf8)
    var at = from
    while at + pattern.count <= bytes.count {
      if bytes[at] == pattern[0], bytes[at..<at + pattern.count].elementsEqual(pattern) {
        closers[closer] = at
        return at
      }
      at += 1
    }
    closers[closer] = Int.max
    return nil
  }

  /// Where the paragraph around `from` ends: the next blank line, or the end of the file.
  mutating func paragraphEnd(from: Int) -> Int {
    if blankLine > from { return blankLine }
    var at = nextLine(lineEnd(from))
    while at < bytes.count {
      let end = lineEnd(at)
      if isBlank(at, end) { break }
      at = nextLine(end)
    }
    blankLine = at
    return at
  }

  /// The end of an MDX expression that starts with the `{` at `from`, within its paragraph.
  mutating func balancedBrace(from: Int) -> Int? {
    guard from >= braceFailure else { return nil }
    let limit = paragraphEnd(from: from)
    var depth = 0
    for at in from..<limit {
      if bytes[at] == UInt8(ascii: "{") { depth += 1 }
      if bytes[at] == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return at + 1 }
      }
    }
    braceFailure = limit
    return nil
  }
}
