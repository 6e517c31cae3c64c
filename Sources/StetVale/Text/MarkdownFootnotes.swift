/// Footnotes, which md4c does not know: `word[^1]` and `[^1]: text`.
///
/// The label of a note is rewritten as the bullet of a list item; a reference becomes letters that the reader of the page
/// takes out again.
struct MarkdownFootnotes {
  /// The text as md4c reads it, of the same length.
  private(set) var text: [UInt8]
  /// What is no text, ascending: references, and what is left of labels.
  private(set) var marks: [(range: Range<Int>, isReference: Bool)] = []

  init(_ text: [UInt8], from start: Int) {
    self.text = text
    guard start < text.count else { return }
    var labels: Set<[UInt8]> = []
    var definitions: [Range<Int>] = []
    var others: [Range<Int>] = []
    var at = start
    while let open = Self.next(text, at) {
      guard let label = Self.label(text, open) else {
        at = open + 2
        continue
      }
      at = label.upperBound + 1
      let isFirst = text[..<open].last { $0 != 0x20 }.map { $0 == 0x0A } ?? true
      if isFirst, at < text.count, text[at] == UInt8(ascii: ":") {
        labels.insert(Array(text[label]))
        definitions.append(open..<at + 1)
      } else {
        others.append(open..<at)
      }
    }
    for range in definitions {
      for place in range { self.text[place] = UInt8(ascii: "x") }
      self.text[range.lowerBound] = UInt8(ascii: "-")
      self.text[range.lowerBound + 1] = 0x20
      marks.append((range.lowerBound + 2..<range.upperBound, false))
    }
    for range in others where labels.contains(Array(text[(range.lowerBound + 2)..<range.upperBound - 1])) {
      for place in range { self.text[place] = UInt8(ascii: "x") }
      marks.append((range, true))
    }
    marks.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The next `[^`.
  private static func next(_ text: [UInt8], _ start: Int) -> Int? {
    var at = start
    while at + 1 < text.count {
      if text[at] == UInt8(ascii: "["), text[at + 1] == UInt8(ascii: "^") { return at }
      at += 1
    }
    return nil
  }

  /// What stands between `[^` and `]`, without blanks.
  private static func label(_ text: [UInt8], _ open: Int) -> Range<Int>? {
    var at = open + 2
    while at < text.count, text[at] > 0x20, text[at] != UInt8(ascii: "]"), text[at] != UInt8(ascii: "[") {
      at += 1
    }
    guard at < text.count, text[at] == UInt8(ascii: "]"), at > open + 2 else { return nil }
    return open + 2..<at
  }
}
