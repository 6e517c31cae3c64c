extension PatternParser {
  /// `[a-z]`, `[^…]`, with `[:alpha:]` and .NET's subtraction `[a-z-[aeiou]]`.
  mutating func set() throws(PatternFault) -> PatternNode {
    at += 1
    var out = "["
    var members: [UInt32] = []
    var isPlain = true
    if next == "^" {
      out += "^"
      isPlain = false
      at += 1
    }
    var isFirst = true
    while true {
      guard let scalar = next else { throw PatternFault(message: "a “[” is never closed") }
      if scalar == "]", !isFirst { break }
      isFirst = false
      if has("-[") {
        at += 1
        let removed = try set()
        guard next == "]" else {
          throw PatternFault(message: "a subtracted set stands at the end of its set")
        }
        at += 1
        return .sequence([.look(behind: false, negative: true, removed), .set(out + "]")])
      }
      if has("[:"), let close = text[at...].firstIndex(of: "]"), text[close - 1] == ":" {
        out += string(at..<(close + 1))
        at = close + 1
        isPlain = false
        continue
      }
      if scalar == "\\", at + 1 < text.count, "dDwWsSpP".unicodeScalars.contains(text[at + 1]) {
        out += try classEscape()
        isPlain = false
        continue
      }
      let value = try setMember()
      members.append(value)
      out += Self.inSet(value)
      if next == "-", at + 1 < text.count, text[at + 1] != "]", text[at + 1] != "[" {
        at += 1
        isPlain = false
        if next == "\\", at + 1 < text.count, "dDwWsSpP".unicodeScalars.contains(text[at + 1]) {
          out += "\\-"
          continue
        }
        let upper = try setMember()
        guard upper >= value else { throw PatternFault(message: "a range in “[…]” runs backwards") }
        out += "-" + Self.inSet(upper)
      }
    }
    at += 1
    if isPlain, members.count == 1 { return .character(members[0]) }
    if isPlain, members.count == 2, let pair = Self.casePair(members[0], members[1]) {
      return .eitherCase(pair)
    }
    return .set(out + "]")
  }

  private mutating func setMember() throws(PatternFault) -> UInt32 {
    if next == "\\" {
      guard at + 1 < text.count else { throw PatternFault(message: "a “\\” stands at the end") }
      if text[at + 1] == "b" {
        at += 2
        return 0x08
      }
      return try characterEscape()
    }
    guard let scalar = next else { throw PatternFault(message: "a “[” is never closed") }
    at += 1
    return scalar.value
  }

  private static func inSet(_ value: UInt32) -> String { "\\x{\(String(value, radix: 16))}" }

  private static func casePair(_ a: UInt32, _ b: UInt32) -> UInt8? {
    guard a ^ b == 0x20, let lower = UInt8(exactly: a | 0x20), (0x61...0x7A).contains(lower) else {
      return nil
    }
    return lower
  }
}
