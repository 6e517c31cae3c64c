import StetText

extension FrontMatter {
  /// Front matter that is not at the head of the file since somebody put a line or two before it. Publishing systems
  /// differ in what they make of it; to read data as prose helps nobody.
  ///
  /// Only what cannot be anything else is taken: every line is a key, a value or a remark of YAML (or TOML between
  /// `+++`), and one of the keys at least is one that front matter has.
  static func findDisplaced(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> FrontMatter? {
    let lines = LineScanner(bytes: bytes)
    var at = start
    var above = 0
    while at < bytes.count {
      let isFence = lines.isFence("---", at: at) || lines.isFence("+++", at: at)
      if isFence { break }
      if bytes[at..<lines.end(of: at)].contains(where: { $0 > 0x20 }) { above += 1 }
      guard above <= mostLinesAbove else { return nil }
      at = lines.next(after: at)
    }
    guard at > start, let found = find(bytes, from: at), found.format != .json, found.holdsDataOnly(bytes)
    else { return nil }
    return found
  }

  /// Lines with words that may stand before front matter.
  private static let mostLinesAbove = 2

  private static let usualKeys: Set<String> = [
    "title", "date", "layout", "author", "authors", "tags", "tag", "categories", "category", "description",
    "excerpt", "summary", "slug", "draft", "permalink", "image", "published", "lastmod", "weight", "id",
    "type",
    "subtitle", "headline", "url", "aliases", "keywords",
  ]

  private func holdsDataOnly(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let lines = LineScanner(bytes: bytes)
    let sign = format == .toml ? UInt8(ascii: "=") : UInt8(ascii: ":")
    var isUsual = false
    var isPlain = true
    var at = inner.lowerBound
    while at < inner.upperBound {
      let end = min(lines.end(of: at), inner.upperBound)
      let line = bytes[at..<end]
      at = lines.next(after: at)
      guard let first = line.first, first > 0x20, !"#-[]}".utf8.contains(first) else { continue }
      guard let mark = line.firstIndex(of: sign), line[..<mark].count <= 40 else {
        isPlain = false
        continue
      }
      let key = line[..<mark].prefix { $0 > 0x20 }
      isPlain = isPlain && line[..<mark].dropFirst(key.count).allSatisfy { $0 == 0x20 }
      isUsual = isUsual || Self.usualKeys.contains(String(decoding: key, as: UTF8.self).lowercased())
    }
    // A text in quotation marks may run on over lines without a key.
    return isUsual && (isPlain || format == .yaml && YAMLFrontMatter.isMapping(bytes, inner))
  }
}
