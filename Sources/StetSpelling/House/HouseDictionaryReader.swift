/// Reads the lines of a house dictionary and gathers what is wrong with them.
struct HouseDictionaryReader {
  private(set) var entries: [HouseEntry] = []
  private(set) var faults: [HouseFault] = []
  private(set) var hasFlags = false
  private var isFirst = true
  /// Lines of the forms that are forbidden, and of those that are accepted.
  private var forbidden: [String: Int] = [:]
  private var accepted: [String: Int] = [:]

  mutating func read(_ bytes: [UInt8]) {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      number += 1
      line(trimmed(bytes[start..<end]), number)
      start = end + 1
    }
  }

  private mutating func line(_ bytes: ArraySlice<UInt8>, _ number: Int) {
    guard let first = bytes.first, first != UInt8(ascii: "#") else { return }
    if isFirst {
      isFirst = false
      if bytes.allSatisfy(isASCIIDigit) {
        hasFlags = true
        return
      }
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      return report("these bytes are not UTF-8; save the file as UTF-8", number)
    }
    if bytes.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) {
      return report("there is a control character in this line; take it out", number)
    }
    if first == UInt8(ascii: "*") {
      forbid(withoutComment(bytes.dropFirst()), number)
    } else if hasFlags {
      acceptFlagged(bytes, number)
    } else {
      accept(withoutComment(bytes), number)
    }
  }

  // MARK: Kinds of lines

  private mutating func accept(_ bytes: ArraySlice<UInt8>, _ number: Int) {
    if bytes.contains(UInt8(ascii: "=")), bytes.count > 1 {
      return report(
        "“\(text(bytes))” does not say which form is wrong; begin the line with “*”, as in “*wrong = right”",
        number)
    }
    let (word, rest) = atSlash(bytes)
    guard let form = form(word, number) else { return }
    guard let rest else { return add(HouseEntry(text: form, meaning: .accepted, line: number)) }
    let example = text(rest)
    guard !example.isEmpty, !example.utf8.contains(UInt8(ascii: "/")) else {
      return report(
        "after “/” stands one word that “\(form)” inflects like, as in “\(form)/desk”; a slash of the word itself is “\\/”",
        number)
    }
    add(HouseEntry(text: form, meaning: .inflected(like: example), line: number))
  }

  /// A line of a Hunspell word list: what follows a tab, or a blank and a field such as `po:noun`, is morphology.
  private mutating func acceptFlagged(_ bytes: ArraySlice<UInt8>, _ number: Int) {
    var end = bytes.firstIndex(of: 0x09) ?? bytes.endIndex
    for at in bytes.indices.dropFirst() where at + 3 < end && bytes[at] == 0x20 && bytes[at + 3] == 0x3A {
      end = at
    }
    let (word, flags) = atSlash(bytes[..<end])
    guard let form = form(word, number) else { return }
    let letters = flags.map(text) ?? ""
    add(HouseEntry(text: form, meaning: letters.isEmpty ? .accepted : .flagged(letters), line: number))
  }

  private mutating func forbid(_ bytes: ArraySlice<UInt8>, _ number: Int) {
    let sign = bytes.firstIndex(of: UInt8(ascii: "="))
    guard let form = form(bytes[..<(sign ?? bytes.endIndex)], number) else { return }
    var right: String?
    if let sign {
      let text = text(bytes[(sign + 1)...])
      if text.isEmpty {
        return report(
          "nothing stands after “=”; write what is right instead of “\(form)”, or take the “=” away", number)
      }
      if text == form { return report("“\(form)” is called wrong and right in one line", number) }
      right = text
    }
    add(HouseEntry(text: form, meaning: .forbidden(right: right), line: number))
  }

  private mutating func add(_ entry: HouseEntry) {
    let other = entry.isForbidden ? accepted[entry.text] : forbidden[entry.text]
    if let other {
      let (here, there) = entry.isForbidden ? ("forbidden", "accepted") : ("accepted", "forbidden")
      return report(
        "“\(entry.text)” is \(here) here and \(there) in line \(other); keep one of them", entry.line)
    }
    if entry.isForbidden { forbidden[entry.text] = entry.line } else { accepted[entry.text] = entry.line }
    entries.append(entry)
  }

  // MARK: Parts of lines

  /// A word or phrase that can be looked up, or nil after saying why it cannot.
  private mutating func form(_ bytes: ArraySlice<UInt8>, _ number: Int) -> String? {
    let form = text(bytes)
    if form.utf8.count > AffixDictionary.longest {
      report("a word has at most \(AffixDictionary.longest) bytes; this one has \(form.utf8.count)", number)
      return nil
    }
    guard form.utf8.contains(where: { isASCIILetter($0) || isASCIIDigit($0) || $0 >= 0x80 }) else {
      report("there is no word in this line; write one, or begin the line with “#” for a comment", number)
      return nil
    }
    return form
  }

  /// What stands before the first slash that no backslash precedes, and what stands after it.
  private func atSlash(_ bytes: ArraySlice<UInt8>) -> (word: ArraySlice<UInt8>, rest: ArraySlice<UInt8>?) {
    let slash = bytes.indices.first { at in
      bytes[at] == UInt8(ascii: "/") && (at == bytes.startIndex || bytes[at - 1] != UInt8(ascii: "\\"))
    }
    guard let slash else { return (bytes, nil) }
    return (bytes[..<slash], bytes[(slash + 1)...])
  }

  /// Up to a `#` that a blank precedes.
  private func withoutComment(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let mark = bytes.indices.dropFirst().first { bytes[$0] == UInt8(ascii: "#") && bytes[$0 - 1] <= 0x20 }
    return trimmed(bytes[..<(mark ?? bytes.endIndex)])
  }

  /// Single blanks, ’ as ', `\/` as a slash.
  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    var out: [UInt8] = []
    for byte in trimmed(bytes) {
      if byte <= 0x20 {
        if out.last != 0x20 { out.append(0x20) }
      } else if byte == UInt8(ascii: "/"), out.last == UInt8(ascii: "\\") {
        out[out.count - 1] = byte
      } else if byte == 0x99, out.suffix(2) == [0xE2, 0x80] {
        out.removeLast(2)
        out.append(0x27)
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop { $0 <= 0x20 }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return bytes
  }

  private mutating func report(_ message: String, _ line: Int) {
    faults.append(HouseFault(line: line, message: message))
  }
}
