/// Prefixes that Universal Dependencies leaves joined in English, by their frequency in its treebanks.
private let joinedPrefixes: [StaticString] = [
  "non", "e", "re", "anti", "pro", "pre", "mid", "co", "post", "over", "sub", "semi", "pan", "multi", "ex",
  "counter", "un", "inter", "neo", "mini", "ultra", "x",
]

/// What the tokenizer asks about parts of words, before they have keys.
extension Lexicon {
  /// Whether the letters before a hyphen are a prefix that stays joined: co-founder, re-elect, e-mail.
  func isJoinedPrefix(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    joinedPrefixes.contains { $0.utf8CodeUnitCount == end - start && Self.equals($0, text, start) }
  }

  /// Whether a top-level domain stands here, so that the full stop before it joins: example.com
  func isDomainEnding(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    for ending in ["com", "org", "net", "gov", "edu", "io", "co", "uk", "info", "eu", "mil", "html", "json"] {
      let stop = start + ending.utf8.count
      guard stop <= end, ending.utf8.elementsEqual(text[start..<stop]) else { continue }
      let next = stop < end ? text[stop] : 0x20
      let goesOn = next | 0x20 >= UInt8(ascii: "a") && next | 0x20 <= UInt8(ascii: "z") || next >= 0x80
      if !goesOn { return true }
    }
    return false
  }

  func isCannot(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    Self.equals("cannot", text, start)
  }

  private static func equals(
    _ literal: StaticString, _ text: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Bool {
    for offset in 0..<literal.utf8CodeUnitCount
    where text[start + offset] | 0x20 != literal.utf8Start[offset] { return false }
    return true
  }
}
