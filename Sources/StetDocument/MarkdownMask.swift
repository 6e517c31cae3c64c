import StetText

/// A stretch of a Markdown file that the parser does not know as markup. It is overwritten, byte for byte,
/// in the copy that the parser reads, so that every offset stays true.
struct MarkdownMask: Equatable {
  enum Kind: UInt8 {
    /// Becomes one placeholder in the prose.
    case placeholder
    /// Leaves nothing in the prose.
    case nothing
    /// `[^1]:`, rewritten as the bullet of a list whose items are the notes.
    case footnote
  }

  var start: Int
  var end: Int
  var kind: Kind
}

/// What the scan of a file gives: the bytes to parse, nil when nothing had to be overwritten, and the
/// masks in ascending order.
struct MaskedMarkdown {
  var bytes: [UInt8]?
  var masks: [MarkdownMask]

  /// Adds the file's malformed bytes, one placeholder for each ill-formed sequence.
  mutating func add(_ malformed: [ByteRange], source: UnsafeBufferPointer<UInt8>) {
    guard !malformed.isEmpty else { return }
    var copy = bytes ?? Array(source)
    var merged: [MarkdownMask] = []
    var next = 0
    for range in malformed {
      while next < masks.count, masks[next].start < range.upper {
        merged.append(masks[next])
        next += 1
      }
      if let last = merged.last, last.end > range.lower { continue }
      merged.append(MarkdownMask(start: range.lower, end: range.upper, kind: .placeholder))
      // A letter: what cannot be read is no punctuation to the rules about emphasis.
      for at in range.indices { copy[at] = UInt8(ascii: "x") }
    }
    merged += masks[next...]
    masks = merged
    bytes = copy
  }
}
