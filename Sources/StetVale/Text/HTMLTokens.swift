import StetDocument

/// Cuts raw HTML into tags, comments and texts. As forgiving as the tokenizer of HTML 5 (section 13.2.5) where pages need
/// it: unquoted values, unknown tags, a `<` that opens nothing.
struct HTMLTokens {
  /// The bytes of the HTML, which need not lie together in the source.
  private let bytes: [UInt8]
  /// For each byte its place in the source.
  private let places: [Int]
  private var at = 0

  init(_ bytes: [UInt8], places: [Int]) {
    self.bytes = bytes
    self.places = places
  }

  /// Elements whose content is text whatever it looks like.
  private static let rawText: Set<String> = [
    "script", "style", "iframe", "noembed", "noframes", "noscript", "xmp", "textarea", "title",
  ]

  mutating func send(to walker: inout Walker) {
    var textStart = 0
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<"), at + 1 < bytes.count else {
        at += 1
        continue
      }
      let start = at
      let next = bytes[at + 1]
      if starts("<!--") {
        let end = find("-->", from: at + 4)
        text(textStart..<start, &walker)
        walker.comment(String(decoding: bytes[(at + 4)..<(end ?? bytes.count)], as: UTF8.self))
        at = end.map { $0 + 3 } ?? bytes.count
        textStart = at
      } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
        text(textStart..<start, &walker)
        at = bytes[at...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
        textStart = at
      } else if next == UInt8(ascii: "/"), at + 2 < bytes.count, Self.isLetter(bytes[at + 2]) {
        text(textStart..<start, &walker)
        at += 2
        let name = name()
        at = bytes[at...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
        walker.close(name)
        textStart = at
      } else if Self.isLetter(next) {
        text(textStart..<start, &walker)
        at += 1
        tag(&walker)
        textStart = at
      } else {
        at += 1
      }
    }
    text(textStart..<bytes.count, &walker)
  }

  private mutating func tag(_ walker: inout Walker) {
    var tag = Walker.Tag(name: name())
    var isSelfClosing = false
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      let byte = bytes[at]
      if byte == UInt8(ascii: "/") {
        isSelfClosing = true
        at += 1
      } else if TextBlock.isBlank(byte) {
        at += 1
      } else {
        isSelfClosing = false
        attribute(&tag)
      }
    }
    at = min(at + 1, bytes.count)
    if isSelfClosing {
      walker.selfClosing(tag)
      return
    }
    walker.open(tag)
    guard Self.rawText.contains(tag.name) else { return }
    let end = find("</\(tag.name)", from: at) ?? bytes.count
    text(at..<end, &walker, isRaw: true)
    at = end
  }

  private mutating func attribute(_ tag: inout Walker.Tag) {
    let start = at
    while at < bytes.count, !TextBlock.isBlank(bytes[at]), !"=>/".utf8.contains(bytes[at]) || at == start {
      at += 1
    }
    let name = String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
    var value = at..<at
    var next = at
    while next < bytes.count, TextBlock.isBlank(bytes[next]) { next += 1 }
    if next < bytes.count, bytes[next] == UInt8(ascii: "=") {
      next += 1
      while next < bytes.count, TextBlock.isBlank(bytes[next]) { next += 1 }
      let quote = next < bytes.count ? bytes[next] : 0
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        let end = bytes[(next + 1)...].firstIndex(of: quote) ?? bytes.count
        value = next + 1..<end
        at = min(end + 1, bytes.count)
      } else {
        let end =
          bytes[next...].firstIndex { TextBlock.isBlank($0) || $0 == UInt8(ascii: ">") } ?? bytes.count
        value = next..<end
        at = end
      }
    }
    switch name {
    case "href": tag.href = Array(bytes[value])
    case "class": tag.classes = String(decoding: bytes[value], as: UTF8.self)
    case "alt":
      var alt = TextBlock()
      alt.addDecoded(bytes, value, places)
      tag.alt = alt
    default: break
    }
  }

  private mutating func name() -> String {
    let start = at
    while at < bytes.count, !TextBlock.isBlank(bytes[at]), bytes[at] != UInt8(ascii: ">"),
      bytes[at] != UInt8(ascii: "/")
    {
      at += 1
    }
    return String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
  }

  private func text(_ range: Range<Int>, _ walker: inout Walker, isRaw: Bool = false) {
    guard !range.isEmpty else { return }
    var block = TextBlock()
    block.addDecoded(bytes, range, places, isRaw: isRaw)
    walker.text(block)
  }

  private func starts(_ string: String) -> Bool { bytes[at...].starts(with: string.utf8) }

  /// Case does not matter.
  private func find(_ string: String, from start: Int) -> Int? {
    let wanted = Array(string.utf8)
    guard start <= bytes.count - wanted.count else { return nil }
    return (start...(bytes.count - wanted.count)).first { at in
      wanted.indices.allSatisfy { index in
        let byte = bytes[at + index]
        return ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == wanted[index]
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}

extension TextBlock {
  /// Bytes that lie at `places` in the source, character references decoded.
  mutating func addDecoded(_ bytes: [UInt8], _ range: Range<Int>, _ places: [Int], isRaw: Bool = false) {
    var at = range.lowerBound
    while at < range.upperBound {
      if !isRaw, bytes[at] == UInt8(ascii: "&"),
        let semicolon = bytes[at..<min(at + 12, range.upperBound)].firstIndex(of: UInt8(ascii: ";")),
        let scalar = CharacterReferences.decode(bytes[at...semicolon])
      {
        add(Array(String(scalar).utf8), for: places[at]..<places[semicolon] + 1)
        at = semicolon + 1
        continue
      }
      var end = at + 1
      while end < range.upperBound, places[end] == places[end - 1] + 1, bytes[end] != UInt8(ascii: "&") {
        end += 1
      }
      add(bytes[at..<end], verbatimFrom: places[at])
      at = end
    }
  }
}
