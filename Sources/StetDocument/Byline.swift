/// Tells the line that names a text's author: "By Jane Roe".
enum Byline {
  /// "By" and a name on one line of at most 80 bytes, without a stop at its end.
  static func matches(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.count > 3, line.count < 80, line[0] == UInt8(ascii: "B"),
      line[1] | 0x20 == UInt8(ascii: "y"), line[2] == 0x20, line[3] < 0x5B || line[3] == 0xC3
    else { return false }
    return !line.contains(0x0A) && !endsSentence(line)
  }

  /// Whether the last character that is no blank, closing quote or bracket ends or carries on a sentence.
  static func endsSentence(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = line.count
    while at > 0 {
      let last = line[at - 1]
      let two = at >= 2 ? UInt16(line[at - 2]) << 8 | UInt16(last) : 0
      let three = at >= 3 ? UInt32(line[at - 3]) << 16 | UInt32(two) : 0
      if three == 0xE280A6 { return true }  // …
      if three == 0xE28099 || three == 0xE2809D {  // ’ ”
        at -= 3
      } else if two == 0xC2A0 {  // no-break space
        at -= 2
      } else if " \t\"')]".utf8.contains(last) {
        at -= 1
      } else {
        return ".!?:;,".utf8.contains(last)
      }
    }
    return false
  }
}
