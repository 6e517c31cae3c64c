/// Small edits of a text as people make them, and as they never would: always the same for one seed.
package struct RandomEdits {
  /// A replacement of bytes; both ends lie on characters.
  package struct Edit {
    package var range: Range<Int>
    package var text: [UInt8]

    package init(range: Range<Int>, text: [UInt8]) {
      self.range = range
      self.text = text
    }
  }

  private var random: SplitMix64

  package init(seed: UInt64) {
    random = SplitMix64(state: seed)
  }

  /// Pieces that change how the text around them is read: breaks, marks, markup, characters beyond ASCII.
  private static let pieces: [String] = [
    " ", "\n", "\n\n", "\r\n", "\t", ".", ",", ". ", "? ", "\"", "“", "”", "'", "’", "(", ")", "[", "]", "-",
    "—",
    "…", "a", "e", "t", "The ", "the the ", "and ", "He ", "she ", "its ", "it ", "they ", "of ", "an ",
    "is ",
    "are ", "Mali", "Nigerien ", "Mr. ", "Dr ", "U.S. ", "12", "3 May", "per cent", "%", "recieve ",
    "Austen ",
    "\u{301}", "👩‍👩‍👧‍👦", "日本", "é", "\u{A0}", "\u{200B}", "&amp;", "# ", "## ", "> ", "- ", "*", "**", "`",
    "```\n", "<!-- stet doubled-word -->\n", "[sic]", "| a | b |\n", "http://a.b/c ", "\u{0}",
  ]

  /// The next edit of a text.
  package mutating func next(_ text: [UInt8]) -> Edit {
    let at = place(text)
    switch random.next(below: 12) {
    case 0...2:
      return Edit(range: at..<at, text: letter())
    case 3...5:
      return Edit(range: at..<at, text: Array(Self.pieces[random.next(below: Self.pieces.count)].utf8))
    case 6, 7:
      return Edit(range: at..<forward(at, 1, text), text: [])
    case 8:
      return Edit(range: at..<forward(at, 1 + random.next(below: 30), text), text: [])
    case 9:
      let piece = Self.pieces[random.next(below: Self.pieces.count)]
      return Edit(range: at..<forward(at, 1 + random.next(below: 6), text), text: Array(piece.utf8))
    case 10:
      let other = place(text)
      return Edit(
        range: at..<at, text: Array(text[other..<forward(other, 1 + random.next(below: 120), text)]))
    default:
      let end = forward(at, 1, text)
      return Edit(
        range: at..<end, text: text[at..<end].map { $0 >= 0x41 && $0 | 0x20 <= 0x7A ? $0 ^ 0x20 : $0 })
    }
  }

  private mutating func letter() -> [UInt8] { [UInt8(0x61 + random.next(below: 26))] }

  private mutating func place(_ text: [UInt8]) -> Int {
    text.isEmpty ? 0 : boundary(random.next(below: text.count + 1), text)
  }

  /// So many bytes on, and then to the end of a character.
  private func forward(_ at: Int, _ count: Int, _ text: [UInt8]) -> Int {
    boundary(min(at + count, text.count), text)
  }

  private func boundary(_ at: Int, _ text: [UInt8]) -> Int {
    var at = at
    while at < text.count, text[at] & 0xC0 == 0x80 { at += 1 }
    return at
  }
}

/// Steele, Lea and Flood (2014): “Fast splittable pseudorandom number generators”.
private struct SplitMix64 {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }
}
