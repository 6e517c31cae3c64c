/// What the tokenizer asks about parts of words, before they have keys.
extension Lexicon {
  /// Whether the letters before a hyphen are a prefix that stays joined: co-founder, re-elect, e-mail.
  func isJoinedPrefix(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    switch end - start {
    case 1: Self.equals("e", text, start) || Self.equals("x", text, start)
    case 2: Self.equals("co", text, start) || Self.equals("re", text, start) || Self.equals("ex", text, start)
      || Self.equals("un", text, start)
    case 3: Self.equals("non", text, start) || Self.equals("pre", text, start) || Self.equals("sub", text, start)
      || Self.equals("pro", text, start) || Self.equals("mid", text, start) || Self.equals("bio", text, start)
    case 4: Self.equals("anti", text, start) || Self.equals("post", text, start)
      || Self.equals("semi", text, start)
    case 5: Self.equals("inter", text, start) || Self.equals("ultra", text, start)
      || Self.equals("multi", text, start)
    default: false
    }
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
