import StetText

extension Document {
  /// The data at the head of a Markdown file, its fences included; nil when there is none.
  package var frontMatter: ByteRange? {
    guard case .markdown = format else { return nil }
    let start = source.byteOrderMarkLength
    return source.bytes.withUnsafeBufferPointer { bytes in
      FrontMatter.find(bytes, from: start).map { ByteRange(start, $0.end) }
    }
  }
}
