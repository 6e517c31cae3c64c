import StetText

/// Turns the bytes of a file into a document. Bad text is never an error: malformed UTF-8 is noted in
/// `Document.malformed` and everything around it is read.
package enum DocumentReader {
  package static func read(_ source: SourceText, path: String, format: DocumentFormat? = nil) -> Document {
    switch format ?? self.format(ofPath: path) {
    case .plain: return PlainTextReader.read(source, path: path)
    case .markdown: return MarkdownReader.read(source, path: path)
    }
  }

  /// The format by the ending of the file's name; anything unknown is plain text.
  package static func format(ofPath path: String) -> DocumentFormat {
    let name = path.utf8.reversed().prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ".") }
    switch String(decoding: name.reversed(), as: UTF8.self).lowercased() {
    case "md", "markdown", "mdown", "mkd", "mkdn", "mdwn", "mdx": return .markdown
    default: return .plain
    }
  }

  /// The endings that a walk over a folder picks up.
  package static let extensions: Set<String> = [
    "txt", "text", "md", "markdown", "mdown", "mkd", "mkdn", "mdwn", "mdx",
  ]

  /// A copy of the bytes in which every malformed byte is the placeholder, so that prose is always UTF-8.
  static func masked(_ bytes: [UInt8], _ malformed: [ByteRange]) -> [UInt8] {
    guard !malformed.isEmpty else { return bytes }
    var copy = bytes
    for range in malformed {
      for at in range.indices { copy[at] = Document.placeholder }
    }
    return copy
  }
}
