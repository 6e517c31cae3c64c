import StetText

/// The values at the top level of a file's front matter, for readers that look at all of them.
package struct FrontMatterValues: Sendable {
  package struct Value: Sendable {
    package var key: String
    /// Bytes of the source, the text of the value byte for byte: quotation marks and escapes are no part of it.
    package var range: ByteRange
  }

  /// Titles, summaries and the like, in the order of the file. Values that are written with escapes or over several lines
  /// are left out.
  package var values: [Value]
  /// The bytes between the fences, when they are YAML.
  package var yaml: Range<Int>?
  /// The same when they are TOML.
  package var toml: Range<Int>?
  /// Where the body starts.
  package var end: Int

  /// nil when there is no front matter.
  package init?(_ source: SourceText) {
    let start = source.byteOrderMarkLength
    let malformed = source.malformedRanges()
    let read = source.bytes.withUnsafeBufferPointer {
      bytes -> ([Value], yaml: Range<Int>?, toml: Range<Int>?, Int)? in
      guard let found = FrontMatter.find(bytes, from: start) else { return nil }
      let values = found.values(bytes, malformed: malformed).fields.compactMap { field -> Value? in
        guard let first = field.pieces.first, let last = field.pieces.last,
          field.pieces.allSatisfy({ $0.text == nil }),
          zip(field.pieces, field.pieces.dropFirst()).allSatisfy({ $0.to == $1.from }), first.from < last.to
        else { return nil }
        return Value(key: field.key, range: ByteRange(first.from, last.to))
      }
      switch found.format {
      case .yaml: return (values, found.inner, nil, found.end)
      case .toml: return (values, nil, found.inner, found.end)
      case .json: return (values, nil, nil, found.end)
      }
    }
    guard let read else { return nil }
    (values, yaml, toml, end) = read
  }
}
