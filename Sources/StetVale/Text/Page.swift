import StetDocument
import StetText
import StetYAML

/// A document as Vale's rules see it.
struct Page {
  /// In the order in which they are looked at.
  private(set) var blocks: [TextBlock] = []
  /// How often tags and scopes occurred, for metrics.
  private(set) var counts: [String: Int] = [:]
  /// The whole file.
  private(set) var raw = TextBlock()
  /// All running text: paragraphs, list items, block quotations.
  private(set) var summary = TextBlock()

  /// - Parameters:
  ///   - format: `md`, `txt`: the ending of the file's name.
  ///   - ignores: places that are not read.
  init(
    _ document: Document, isMarkdown: Bool, format: String, settings: ScopeSettings, styles: [String],
    ignores: (UnsafeBufferPointer<UInt8>) -> [(range: Range<Int>, isBlock: Bool)]
  ) {
    let source = document.source
    var text = source.bytes
    for range in document.malformed {
      for at in range.indices { text[at] = UInt8(ascii: "*") }
    }
    raw.add(text, verbatimFrom: 0)
    raw.sections = ["raw", format]
    for ignored in text.withUnsafeBufferPointer(ignores) {
      for at in ignored.range where text[at] != 0x0A {
        text[at] = ignored.isBlock ? 0x20 : UInt8(ascii: "*")
      }
    }
    var walker = Walker(settings: settings, comments: CommentControl(styles: styles), format: format)
    if isMarkdown {
      let values = FrontMatterValues(source)
      for value in values.map({ Self.texts($0, in: text) }) ?? [] where !Self.isNoText(text[value.range]) {
        var block = TextBlock()
        block.add(text[value.range], verbatimFrom: value.range.lowerBound)
        walker.append(block, sections: ["text", "frontmatter", value.key, format])
      }
      walker = MarkdownPage.read(text, from: values?.end ?? source.byteOrderMarkLength, walker: walker)
      blocks = walker.blocks
    } else {
      var block = TextBlock()
      let start = source.byteOrderMarkLength
      block.add(text[start...], verbatimFrom: start)
      walker.append(block, sections: ["text", format])
      blocks = walker.blocks
    }
    counts = walker.counts
    raw.silenced = walker.comments.silenced
    for block in blocks where Self.isRunning(block.sections) {
      summary.add(block)
      summary.add([0x0A, 0x0A])
    }
    summary.sections = ["summary", format]
  }

  /// The texts at the top level of front matter that stand in one line as they read.
  private static func texts(
    _ values: FrontMatterValues, in text: [UInt8]
  ) -> [(key: String, range: Range<Int>)] {
    if let inner = values.toml { return tomlTexts(inner, in: text) }
    guard let inner = values.yaml, let root = try? YAMLReader.read(Array(text[inner])),
      case .mapping(let entries) = root.content
    else { return values.values.map { ($0.key, $0.range.indices) } }
    var starts = [inner.lowerBound]
    for at in inner where text[at] == 0x0A { starts.append(at + 1) }
    return entries.compactMap { entry in
      guard case .scalar(let value) = entry.value.content, !value.isEmpty,
        let offset = entry.value.textOffset,
        entry.value.place.line <= starts.count
      else { return nil }
      var at = starts[entry.value.place.line - 1]
      // Columns count scalars.
      for _ in 0..<(entry.value.place.column - 1 + offset) where at < inner.upperBound {
        at += 1
        while at < inner.upperBound, text[at] & 0xC0 == 0x80 { at += 1 }
      }
      let range = at..<at + value.utf8.count
      return range.upperBound <= inner.upperBound && text[range].elementsEqual(value.utf8)
        ? (entry.key, range) : nil
    }
  }

  /// `key = "text"` and `key = 'text'` before the first table, without escapes.
  private static func tomlTexts(_ inner: Range<Int>, in text: [UInt8]) -> [(key: String, range: Range<Int>)] {
    var texts: [(key: String, range: Range<Int>)] = []
    for line in text[inner].split(separator: 0x0A) {
      if line.first == UInt8(ascii: "[") { break }
      guard let sign = line.firstIndex(of: UInt8(ascii: "=")),
        let open = line[(sign + 1)...].firstIndex(where: { !TextBlock.isBlank($0) }),
        line[open] == UInt8(ascii: "\"") || line[open] == UInt8(ascii: "'"),
        let close = line[(open + 1)...].firstIndex(of: line[open]), close > open + 1,
        !line[open..<close].contains(UInt8(ascii: "\\"))
      else { continue }
      let key = String(decoding: line[..<sign], as: UTF8.self).trimmingBlanks
      texts.append((key, open + 1..<close))
    }
    return texts
  }

  private static func isRunning(_ sections: [String]) -> Bool {
    sections.first == "text" && (sections.count == 2 || sections[1] == "list" || sections[1] == "blockquote")
  }

  /// Numbers, dates without time and truth values of YAML are no text.
  private static func isNoText(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.allSatisfy({ (0x30...0x39).contains($0) || ".-+_".utf8.contains($0) })
      && !bytes.contains(UInt8(ascii: "-"))
    {
      return true
    }
    return ["true", "false", "null", "~", "yes", "no", "on", "off"].contains(
      String(decoding: bytes, as: UTF8.self).lowercased())
  }
}
