import StetDocument
import StetLanguage
import StetLint

/// What is left of HTML, Markdown, wiki text, BBCode and shortcodes when a text was taken from its page.
package struct MarkupResidue: Rule {
  package static let metadata = RuleMetadata(
    id: "markup-residue", family: .residue, severity: .error,
    summary: "Markup that readers will see: <br>, **bold**, [[link]], [/caption]", packs: .news,
    languages: .any)

  package init(_ lexicon: Lexicon) {}

  package func check(_ analysis: Analysis, _ report: inout Report) {
    let isPlain = analysis.document.format == .plain
    for span in analysis.spansAtMarks({ reader, at, block in
      Markup(reader: reader, isPlain: isPlain, isCell: block.kind == .tableCell).span(at)
    }) where analysis.kind != .docs {
      report.add(
        Self.message(analysis.document.string(span.range)), at: span.range,
        fixes: span.replacement.map { [.replace(span.range, with: $0, .review)] } ?? [])
    }
    glued(analysis, &report)
  }

  /// Options of a wiki's picture, run together with the words after them: “thumbleftHarbour”.
  private func glued(_ analysis: Analysis, _ report: inout Report) {
    for token in analysis.layer.tokens where token.shape == .mixed && token.length > 8 {
      let prose = analysis.document.prose[token.range.indices]
      guard prose.starts(with: "thumb".utf8) else { continue }
      var rest = prose.dropFirst(5)
      var options = 0
      while let option = Self.options.first(where: { rest.starts(with: $0.utf8) }) {
        rest = rest.dropFirst(option.utf8.count)
        options += 1
      }
      guard options > 0, let first = rest.first, first &- 0x41 < 26 || first >= 0xC3 else { continue }
      let cut = ProseRange(Int(token.start), rest.startIndex)
      report.add(
        Self.message(analysis.document.string(cut)), at: token.range,
        fixes: [.replace(cut, with: "", .review)])
    }
  }

  private static let options = ["left", "right", "center", "centre", "none", "upright", "nail", "px"]
}

extension MarkupResidue {
  static func message(_ markup: String) -> String {
    "“\(markup)” is markup that readers will see. Delete it, or turn it into what it stands for."
  }
}

/// Markup at one mark.
private struct Markup {
  let reader: MarkReader
  let isPlain: Bool
  let isCell: Bool

  func span(_ at: Int) -> MarkedSpan? {
    switch reader.byte(at) {
    case UInt8(ascii: "<"): return isPlain ? tag(at) : nil
    case UInt8(ascii: "["): return bracket(at)
    case UInt8(ascii: "{"): return braces(at)
    case UInt8(ascii: "*"): return pair(at, lengths: 2...3)
    case UInt8(ascii: "~"): return isPlain ? pair(at, lengths: 2...2) : nil
    case UInt8(ascii: "_"): return isPlain ? pair(at, lengths: 2...2, needsBlank: true) : nil
    case UInt8(ascii: "'"): return isPlain ? pair(at, lengths: 3...5) : nil
    case UInt8(ascii: "#"): return isPlain ? heading(at) : nil
    case UInt8(ascii: "="): return isPlain ? wikiHeading(at) : nil
    case UInt8(ascii: "|"):
      return isCell || !isPlain ? nil : at == reader.start ? tableRow(at) : wikiOptions(at)
    default: return nil
    }
  }

  // MARK: HTML

  /// `<br>`, `</p>`, `<a href="…">`, `<!-- … -->`: the names of HTML and of wikis, so that “<unk>”, “< 10” and
  /// “<name>” are something else.
  private func tag(_ at: Int) -> MarkedSpan? {
    if reader.has("<!--", at: at) {
      let close = reader.find("-->", after: at)
      return MarkedSpan(at, close.map { $0 + 3 } ?? at + 4, replacement: close == nil ? nil : "")
    }
    let name = reader.byte(at + 1) == UInt8(ascii: "/") ? at + 2 : at + 1
    let nameEnd = reader.nameEnd(name)
    guard nameEnd > name, Self.tags.contains(reader.string(name, nameEnd).lowercased()) else { return nil }
    let next = reader.byte(nameEnd)
    guard next == UInt8(ascii: ">") || next == UInt8(ascii: "/") || next == 0x20,
      let close = reader.find(">", after: nameEnd, limit: 600)
    else { return nil }
    // “the <br> tag” speaks of it.
    let following = reader.string(close + 1, min(reader.end, close + 11))
    if following.hasPrefix(" tag") || following.hasPrefix(" element") || following.hasPrefix(" attribute") {
      return nil
    }
    let isGlued = !reader.isBlank(at - 1) && !reader.isBlank(close + 1)
    let isBreak = ["br", "p", "div", "li", "hr"].contains(reader.string(name, nameEnd).lowercased())
    return MarkedSpan(at, close + 1, replacement: isBreak && isGlued ? " " : "")
  }

  private static let tags: Set<String> = [
    "a", "abbr", "article", "aside", "audio", "b", "big", "blockquote", "body", "br", "button", "caption",
    "center", "cite", "code", "dd", "del", "div", "dl", "dt", "em", "embed", "figcaption", "figure", "font",
    "footer", "form", "gallery", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i",
    "iframe", "img", "input", "ins", "label", "li", "link", "main", "mark", "math", "meta", "nav", "noscript",
    "nowiki", "object", "ol", "option", "p", "picture", "pre", "q", "ref", "references", "s", "script",
    "section", "select", "small", "source", "span", "strike", "strong", "style", "sub", "sup", "svg", "table",
    "tbody", "td", "tfoot", "th", "thead", "time", "title", "tr", "tt", "u", "ul", "video",
  ]

  // MARK: Brackets

  private func bracket(_ at: Int) -> MarkedSpan? {
    if reader.has("[[", at: at) {
      guard let close = reader.find("]]", after: at + 2) else {
        return isPlain && reader.isLetter(at + 2) ? MarkedSpan(at, at + 2, replacement: "") : nil
      }
      guard isPlain || reader.isLetter(at + 2) else { return nil }
      let label = reader.string(at + 2, close).split(separator: "|").last.map(String.init)
      let isFile = reader.find(":", after: at + 2, limit: 12) != nil && label != nil
      return MarkedSpan(at, close + 2, replacement: isFile ? nil : label)
    }
    let isClosing = reader.byte(at + 1) == UInt8(ascii: "/")
    let name = isClosing ? at + 2 : at + 1
    let nameEnd = reader.nameEnd(name)
    if nameEnd > name, reader.isLetter(name) {
      let next = reader.byte(nameEnd)
      if isClosing, next == UInt8(ascii: "]") { return MarkedSpan(at, nameEnd + 1, replacement: "") }
      if let close = reader.find("]", after: nameEnd), !isClosing {
        if next == UInt8(ascii: "=") || next == 0x20 && isAttribute(nameEnd + 1) {
          return MarkedSpan(at, close + 1, replacement: "")
        }
        let isSnake = (name..<nameEnd).contains {
          reader.byte($0) == UInt8(ascii: "_") && reader.isLower($0 + 1)
        }
        if next == UInt8(ascii: "]"),
          isClosedLater(name, nameEnd) || isPlain && isSnake && reader.isLower(name)
        {
          return MarkedSpan(at, close + 1, replacement: "")
        }
      }
    }
    return isPlain ? markdownLink(at) : nil
  }

  /// `width="640"`
  private func isAttribute(_ at: Int) -> Bool {
    let end = reader.nameEnd(at)
    return end > at && reader.byte(end) == UInt8(ascii: "=") && !reader.isBlank(end + 1)
  }

  /// `[b]` with a `[/b]` behind it.
  private func isClosedLater(_ name: Int, _ nameEnd: Int) -> Bool {
    var at = nameEnd
    while let slash = reader.find("[/", after: at, limit: 2000) {
      let length = nameEnd - name
      let isSame = (0..<length).allSatisfy {
        reader.byte(slash + 2 + $0) | 0x20 == reader.byte(name + $0) | 0x20
      }
      if isSame, reader.byte(slash + 2 + length) == UInt8(ascii: "]") { return true }
      at = slash + 2
    }
    return false
  }

  /// `[website](https://example.org)`, `![alt](picture.png)`
  private func markdownLink(_ at: Int) -> MarkedSpan? {
    guard let middle = reader.find("](", after: at), let close = reader.find(")", after: middle) else {
      return nil
    }
    let target = middle + 2
    let isAddress =
      reader.has("http", at: target) || reader.has("www.", at: target) || reader.has("/", at: target)
      || reader.has("#", at: target) || reader.has("mailto:", at: target)
      || reader.find(".", after: target, limit: close - target) != nil
        && reader.find(" ", after: target, limit: close - target) == nil
    guard isAddress else { return nil }
    let isImage = reader.byte(at - 1) == UInt8(ascii: "!")
    return MarkedSpan(
      isImage ? at - 1 : at, close + 1, replacement: isImage ? nil : reader.string(at + 1, middle))
  }

  // MARK: Braces

  /// `{{citation needed}}`, `{{< video >}}`, `{% include %}`. A name alone, `{{date}}`, is a slot.
  private func braces(_ at: Int) -> MarkedSpan? {
    if reader.has("{%", at: at) || reader.has("{#", at: at), isPlain {
      guard let close = reader.find("}", after: at + 2) else { return nil }
      return MarkedSpan(at, close + 1, replacement: "")
    }
    guard reader.has("{{", at: at), let close = reader.find("}}", after: at + 2) else { return nil }
    var isName = true
    for place in at + 2..<close where reader.isBlank(place) || "|<%/".utf8.contains(reader.byte(place)) {
      let isEdge = reader.isBlank(place) && (place == at + 2 || place == close - 1)
      if !isEdge { isName = false }
    }
    return isName ? nil : MarkedSpan(at, close + 2, replacement: "")
  }

  // MARK: Pairs of marks

  /// `**bold**`: marks that open before a word and close after one.
  private func pair(_ at: Int, lengths: ClosedRange<Int>, needsBlank: Bool = false) -> MarkedSpan? {
    let open = reader.runEnd(at)
    let length = open - at
    guard lengths.contains(length), !isWordByte(at - 1), !reader.isBlank(open),
      reader.byte(open) != reader.byte(at), !"),.;:".utf8.contains(reader.byte(open))
    else { return nil }
    var hasBlank = false
    var next = open
    while next < reader.end, next - at < 600 {
      hasBlank = hasBlank || reader.isBlank(next)
      guard reader.byte(next) == reader.byte(at) else {
        next += 1
        continue
      }
      let close = reader.runEnd(next)
      if close - next == length, !reader.isBlank(next - 1), reader.byte(next - 1) != UInt8(ascii: "("),
        !isWordByte(close), hasBlank || !needsBlank
      {
        return MarkedSpan(at, close, replacement: reader.string(open, next))
      }
      next = close
    }
    return nil
  }

  private func isWordByte(_ at: Int) -> Bool { reader.isLetter(at) || reader.isDigit(at) }

  // MARK: Lines

  /// `### What happens next`: two marks or more at the head of a block, or one before a capital letter.
  private func heading(_ at: Int) -> MarkedSpan? {
    guard at == reader.start else { return nil }
    let end = reader.runEnd(at)
    guard end - at <= 6, reader.byte(end) == 0x20 else { return nil }
    guard end - at > 1 ? reader.isLetter(end + 1) : reader.isUpper(end + 1) else { return nil }
    return MarkedSpan(at, end + 1, replacement: "")
  }

  /// `== References ==`
  private func wikiHeading(_ at: Int) -> MarkedSpan? {
    let open = reader.runEnd(at)
    guard at == reader.start, open - at >= 2, open - at <= 6, open < reader.end else { return nil }
    var close = reader.end
    while close > open, reader.isBlank(close - 1) { close -= 1 }
    let last = close
    while close > open, reader.byte(close - 1) == UInt8(ascii: "=") { close -= 1 }
    guard last - close == open - at, close > open else { return nil }
    var (from, to) = (open, close)
    while from < to, reader.isBlank(from) { from += 1 }
    while to > from, reader.isBlank(to - 1) { to -= 1 }
    return from < to ? MarkedSpan(at, last, replacement: reader.string(from, to)) : nil
  }

  /// `| Name | Age |`: a line that starts and ends with a bar and has one between.
  private func tableRow(_ at: Int) -> MarkedSpan? {
    var end = reader.end
    while end > at, reader.isBlank(end - 1) { end -= 1 }
    let bars = (at..<end).filter { reader.byte($0) == UInt8(ascii: "|") }.count
    return bars >= 3 && reader.byte(end - 1) == UInt8(ascii: "|") ? MarkedSpan(at, end) : nil
  }

  /// `thumb|left|`: options of a wiki's picture, with bars and without blanks.
  private func wikiOptions(_ at: Int) -> MarkedSpan? {
    var from = at
    while reader.isNameByte(from - 1) { from -= 1 }
    guard from < at else { return nil }
    let option = reader.string(from, at)
    let isOption =
      Self.options.contains(option) || option.hasSuffix("px") && option.dropLast(2).allSatisfy(\.isNumber)
    guard isOption else { return nil }
    var to = at + 1
    while true {
      let next = reader.nameEnd(to)
      guard next > to, reader.byte(next) == UInt8(ascii: "|") else { break }
      to = next + 1
    }
    return MarkedSpan(from, to, replacement: "")
  }

  private static let options: Set<String> = [
    "thumb", "thumbnail", "frame", "frameless", "left", "right", "center", "centre", "upright", "border",
  ]
}
