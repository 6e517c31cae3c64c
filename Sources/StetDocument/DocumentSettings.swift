import StetText

/// What the front matter of a file says to Stet, under its key `stet`:
///
///     stet:
///       off: [calque-verb, since-duration]
///       words: [Tchiani]
///       kind: opinion
package struct DocumentSettings: Sendable {
  /// Rules that are excused in the whole file.
  package private(set) var off: [SuppressionComment.Name] = []
  /// Words that are right in this file.
  package private(set) var words: [String] = []
  /// What the text is, whatever the configuration says.
  package private(set) var kind: DocumentKind?
  /// What Stet cannot make sense of.
  package private(set) var faults: [Fault] = []

  package struct Fault: Sendable, Hashable {
    package var range: ByteRange
    package var message: String
  }

  /// A key of the front matter's `stet` with its value or values.
  struct Item {
    var key: String
    var keyRange: Range<Int>
    var values: [Value] = []
  }

  struct Value {
    var text: String
    /// Of the source, quotation marks not counted.
    var range: Range<Int>
  }

  package init() {}

  init(_ items: [Item]) {
    for item in items {
      switch item.key {
      case "off":
        off += item.values.map { SuppressionComment.Name(text: $0.text, range: Self.bytes($0.range)) }
        if item.values.isEmpty { fault(item.keyRange, "“off” names no rule; write `off: [rule-id]`") }
      case "words": words += item.values.map(\.text)
      case "kind":
        guard let value = item.values.first else { continue }
        kind = DocumentKind(rawValue: value.text)
        if kind == nil {
          let kinds = DocumentKind.allCases.map(\.rawValue).joined(separator: ", ")
          fault(value.range, "“\(value.text)” is no kind of text; it is one of \(kinds)")
        }
      default:
        fault(
          item.keyRange, "“\(item.key)” says nothing to Stet here; its keys are off, words and kind")
      }
    }
  }

  private mutating func fault(_ range: Range<Int>, _ message: String) {
    faults.append(Fault(range: Self.bytes(range), message: message + "."))
  }

  private static func bytes(_ range: Range<Int>) -> ByteRange {
    ByteRange(range.lowerBound, range.upperBound)
  }
}

extension DocumentSettings {
  /// The settings in front matter without YAML: `[stet]` of TOML with its keys, or the object `"stet"` of JSON.
  init(_ format: FrontMatter.Format, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var reader = QuotedSettings(bytes: bytes, limit: range.upperBound)
    switch format {
    case .yaml: self.init()
    case .toml: self.init(reader.toml(from: range.lowerBound))
    case .json: self.init(reader.json(from: range.lowerBound))
    }
  }
}

/// Reads keys whose values are strings in quotes or lists of them.
private struct QuotedSettings {
  let bytes: UnsafeBufferPointer<UInt8>
  let limit: Int
  private var items: [DocumentSettings.Item] = []

  init(bytes: UnsafeBufferPointer<UInt8>, limit: Int) {
    self.bytes = bytes
    self.limit = limit
  }

  mutating func toml(from start: Int) -> [DocumentSettings.Item] {
    let lines = LineScanner(bytes: bytes)
    var isInside = false
    var at = start
    while at < limit {
      let end = min(lines.end(of: at), limit)
      var first = at
      while first < end, bytes[first] <= 0x20 { first += 1 }
      if first < end, bytes[first] == UInt8(ascii: "[") {
        isInside = bytes[first..<end].starts(with: "[stet]".utf8)
      } else if isInside, first < end, bytes[first] != UInt8(ascii: "#"),
        let sign = bytes[first..<end].firstIndex(of: UInt8(ascii: "="))
      {
        var last = sign
        while last > first, bytes[last - 1] <= 0x20 { last -= 1 }
        at = values(of: first..<last, from: sign + 1, isTOML: true)
      }
      at = lines.next(after: at)
    }
    return items
  }

  mutating func json(from start: Int) -> [DocumentSettings.Item] {
    var depth = 0
    var isInside = false
    var key: Range<Int>?
    var at = start
    while at < limit {
      switch bytes[at] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        if depth == 2, let key { isInside = bytes[key].elementsEqual("stet".utf8) }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth < 2 { isInside = false }
      case UInt8(ascii: "\""):
        guard let close = string(at, isTOML: false) else { return items }
        let inner = at + 1..<close - 1
        at = close
        while at < limit, bytes[at] <= 0x20 { at += 1 }
        guard at < limit, bytes[at] == UInt8(ascii: ":") else { continue }
        if depth == 1 { key = inner }
        if depth == 2, isInside { at = values(of: inner, from: at + 1, isTOML: false) }
        continue
      default: break
      }
      at += 1
    }
    return items
  }

  /// Takes the value, or the values in brackets, that begin at `start`; the offset after them.
  private mutating func values(of key: Range<Int>, from start: Int, isTOML: Bool) -> Int {
    var item = DocumentSettings.Item(key: text(key), keyRange: key)
    var at = start
    var isList = false
    reading: while at < limit {
      switch bytes[at] {
      case UInt8(ascii: "["): isList = true
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        // The bracket that was opened here is closed here, too.
        if isList, bytes[at] == UInt8(ascii: "]") { at += 1 }
        break reading
      case UInt8(ascii: "\n"), UInt8(ascii: "#"), UInt8(ascii: ","): if !isList { break reading }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let close = string(at, isTOML: isTOML) else { break }
        item.values.append(.init(text: text(at + 1..<close - 1), range: at + 1..<close - 1))
        at = close
        continue
      default: break
      }
      at += 1
    }
    items.append(item)
    return at
  }

  private func string(_ at: Int, isTOML: Bool) -> Int? {
    var string = QuotedString(bytes: bytes, limit: limit)
    return string.read(from: at, isTOML: isTOML)
  }

  private func text(_ range: Range<Int>) -> String {
    let bytes = bytes[range].filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
    return String(decoding: bytes, as: UTF8.self)
  }
}
