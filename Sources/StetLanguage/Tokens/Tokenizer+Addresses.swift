import StetDocument

/// Web addresses, e-mail, names with full stops inside.
extension Tokenizer {
  /// The end of a web address that starts here.
  func address(_ start: Int, _ end: Int) -> Int? {
    switch text[start] | 0x20 {
    case UInt8(ascii: "h"):
      guard matches("http://", at: start, end) || matches("https://", at: start, end) else { return nil }
    case UInt8(ascii: "w"): guard matches("www.", at: start, end) else { return nil }
    case UInt8(ascii: "f"): guard matches("ftp://", at: start, end) else { return nil }
    case UInt8(ascii: "m"):
      guard matches("mailto:", at: start, end), start + 7 < end, isWordByte(start + 7) else { return nil }
    default: return nil
    }
    return addressEnd(start, end)
  }

  private func addressEnd(_ start: Int, _ end: Int) -> Int {
    var at = start
    var open = 0
    while at < end, text[at] > 0x20, text[at] != UInt8(ascii: "<"), text[at] != UInt8(ascii: ">"),
      text[at] != UInt8(ascii: "\""), text[at] != Document.placeholder
    {
      if text[at] == UInt8(ascii: "(") { open += 1 }
      if text[at] == UInt8(ascii: ")") { open -= 1 }
      at += 1
    }
    while at > start {
      let last = text[at - 1]
      if last == UInt8(ascii: ")"), open >= 0 { break }
      guard ".,;:!?)]'".utf8.contains(last) else { break }
      if last == UInt8(ascii: ")") { open += 1 }
      at -= 1
    }
    return at
  }

  /// The end of a name with full stops or an at sign inside that goes on at the mark at `at`: a.name@place.org,
  /// example.com, report.pdf, comp.sources.unix.
  func dottedName(_ start: Int, _ at: Int, _ end: Int) -> (stop: Int, kind: Token.Kind)? {
    guard at > start, at + 1 < end else { return nil }
    switch text[at] {
    case UInt8(ascii: "."), UInt8(ascii: "@"), UInt8(ascii: "-"), UInt8(ascii: "_"): break
    default: return nil
    }
    // Most stops and hyphens have a blank after them, or a letter and no at sign before the next blank.
    guard text[at + 1] > 0x20 else { return nil }
    if let stop = email(from: start, at: at, end) { return (stop, .email) }
    guard text[at] == UInt8(ascii: ".") else { return nil }
    guard isWordByte(at + 1) else { return nil }
    if let stop = lexicon.fileEnding(text, at + 1, end) { return (stop, .word) }
    var dots = 0
    var part = at
    while part + 1 < end, text[part] == UInt8(ascii: "."), isLower(part + 1) {
      let stop = partEnd(part + 1, end)
      if let domain = lexicon.domainEnd(text, part + 1, end), domain == stop {
        let goesOn = stop + 1 < end && text[stop] == UInt8(ascii: ".") && isLower(stop + 1)
        if !goesOn, dots > 0 || !isUpper(start) || domain - part == 4 { return webName(stop, end) }
      }
      dots += 1
      part = stop
    }
    guard dots >= 2, isLower(start), at - start > 1 else { return nil }
    // Not “e.g.” and its like.
    return part - at > 2 * dots ? (part, .word) : nil
  }

  private func webName(_ stop: Int, _ end: Int) -> (stop: Int, kind: Token.Kind) {
    guard stop + 1 < end, text[stop] == UInt8(ascii: "/"), isWordByte(stop + 1) else { return (stop, .word) }
    return (addressEnd(stop, end), .url)
  }

  private func partEnd(_ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end, isWordByte(at) || text[at] == UInt8(ascii: "-") { at += 1 }
    return at
  }

  /// The end of an e-mail address whose first part goes on at `at`.
  private func email(from start: Int, at: Int, _ end: Int) -> Int? {
    var sign = at
    while sign < end, isAddressByte(sign) || text[sign] == UInt8(ascii: "+") { sign += 1 }
    guard sign > start, sign + 1 < end, text[sign] == UInt8(ascii: "@"), isWordByte(sign + 1) else {
      return nil
    }
    var stop = sign + 1
    while stop < end, isAddressByte(stop) { stop += 1 }
    while stop > sign, text[stop - 1] == UInt8(ascii: ".") || text[stop - 1] == UInt8(ascii: "-") {
      stop -= 1
    }
    return stop > sign + 1 ? stop : nil
  }

  private func isAddressByte(_ at: Int) -> Bool {
    let byte = text[at]
    return byte < 0x80 && (isWordByte(at) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-"))
  }
}
