import StetConfiguration
import StetDocument
import StetLint
import StetText

/// A text as its editor holds it, saved or not.
struct OpenDocument: Sendable {
  let uri: String
  let path: String
  let format: DocumentFormat?
  private(set) var version: Int
  private(set) var source: SourceText
  private(set) var lines: LineIndex

  init(uri: String, language: String?, version: Int, text: String) {
    self.uri = uri
    path = DocumentURI.path(uri)
    format = Self.format(language)
    self.version = version
    source = SourceText(text)
    lines = LineIndex(source)
  }

  /// Longest text that is checked while it is open, in bytes: a check may take a second then.
  static let limit = 2 << 20

  var isTooLong: Bool { source.count > Self.limit }

  /// Whether it is prose of a length that is checked at once; configuration and rules are none.
  var isLinted: Bool { !isTooLong && !isSettings }

  /// Whether it is configuration, a rule or a dictionary: its diagnostics are what is wrong with it as such.
  private var isSettings: Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return ConfigurationTree.names.contains(name)
      || [".yml", ".yaml", ".ini", ".dic", ".aff"].contains { name.hasSuffix($0) }
  }

  /// The result for a text that is not linted.
  func unlinted(_ generation: Int) -> LintedDocument {
    let file = LintedFile(path: path, source: source, diagnostics: [])
    return LintedDocument(
      version: version, generation: generation, file: file, lines: lines, isTooLong: isTooLong && !isSettings)
  }

  /// nil: the ending of the file's name decides.
  private static func format(_ language: String?) -> DocumentFormat? {
    switch language {
    case "markdown", "mdx", "quarto", "rmd": .markdown
    case "plaintext", "text": .plain
    default: nil
    }
  }

  /// Applies changes in their order, each to what the one before left.
  ///
  /// Throws when a range lies outside the text: the two sides no longer hold the same.
  mutating func apply(
    _ changes: [DidChangeParams.Change], version: Int, _ encoding: PositionEncoding
  ) throws(ResponseError) {
    for change in changes {
      guard let range = change.range else {
        replace(SourceText(change.text))
        continue
      }
      guard let bytes = byteRange(range, encoding) else {
        throw .invalidParameters("A change of \(uri) lies outside its text; send the text as a whole.")
      }
      var text = source.bytes
      text.replaceSubrange(bytes.indices, with: change.text.utf8)
      replace(SourceText(text))
    }
    self.version = version
  }

  private mutating func replace(_ text: SourceText) {
    source = text
    lines = LineIndex(text)
  }

  func byteRange(_ range: LSPRange, _ encoding: PositionEncoding) -> ByteRange? {
    guard let start = offset(range.start, encoding), let end = offset(range.end, encoding), start <= end
    else {
      return nil
    }
    return ByteRange(start, end)
  }

  /// A line after the last one means the end of the text, as editors use it to replace everything.
  func offset(_ position: LSPPosition, _ encoding: PositionEncoding) -> Int? {
    if position.line == lines.count, position.character == 0 { return source.count }
    return lines.offset(of: Position(line: position.line, column: position.character), in: encoding)
  }
}

/// Turns byte ranges of one text into ranges of the protocol.
struct RangeConversion {
  let lines: LineIndex
  let encoding: PositionEncoding

  func range(_ bytes: ByteRange) -> LSPRange {
    LSPRange(start: position(bytes.lower), end: position(bytes.upper))
  }

  private func position(_ offset: Int) -> LSPPosition {
    let position = lines.position(at: offset, in: encoding)
    return LSPPosition(line: position.line, character: position.column)
  }
}
