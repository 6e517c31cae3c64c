import CYAML
import StetText

/// Reads the top-level text values of YAML through libyaml's events. What comes before a syntax error is
/// kept.
enum YAMLFrontMatter {
  /// More than this many bytes are data and no front matter; they are passed over unread.
  private static let sizeLimit = 256 * 1024

  /// libyaml takes quadratic time for deep nesting, so data with more marks that open a collection than
  /// this is passed over too.
  private static let openerLimit = 2000

  static func values(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, malformed: [ByteRange]
  ) -> (fields: [FrontMatter.Field], settings: [DocumentSettings.Item]) {
    guard range.count <= sizeLimit else { return ([], []) }
    let openers = bytes[range].reduce(0) { $0 + ("[{?-!&".utf8.contains($1) ? 1 : 0) }
    guard openers <= openerLimit else { return ([], []) }
    var copy = Array(bytes[range])
    for bad in malformed where bad.lower < range.upperBound {
      for at in bad.indices { copy[at - range.lowerBound] = UInt8(ascii: "x") }
    }
    return copy.withUnsafeBufferPointer { copy in
      var reader = Reader(bytes: bytes, copy: copy, base: range.lowerBound)
      let fields = reader.read()
      return (fields, reader.settings)
    }
  }

  /// Whether all of it is one mapping.
  static func isMapping(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= sizeLimit, let base = bytes.baseAddress else { return false }
    guard bytes[range].reduce(0, { $0 + ("[{?-!&".utf8.contains($1) ? 1 : 0) }) <= openerLimit else {
      return false
    }
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) != 0 else { return false }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_input_string(&parser, base + range.lowerBound, range.count)
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    var isFirst = true
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) != 0 else { return false }
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT: continue
      case YAML_STREAM_END_EVENT: return !isFirst
      default:
        if isFirst, event.type != YAML_MAPPING_START_EVENT { return false }
        isFirst = false
      }
    }
  }

  private struct Reader {
    let bytes: UnsafeBufferPointer<UInt8>
    let copy: UnsafeBufferPointer<UInt8>
    let base: Int
    /// libyaml's index counts characters; this walks along with it.
    private var character = 0
    private var offset = 0
    private var found: [FrontMatter.Field] = []
    /// What stands below the key `stet`.
    private(set) var settings: [DocumentSettings.Item] = []

    init(bytes: UnsafeBufferPointer<UInt8>, copy: UnsafeBufferPointer<UInt8>, base: Int) {
      self.bytes = bytes
      self.copy = copy
      self.base = base
    }

    mutating func read() -> [FrontMatter.Field] {
      var parser = yaml_parser_t()
      guard yaml_parser_initialize(&parser) != 0 else { return [] }
      defer { yaml_parser_delete(&parser) }
      yaml_parser_set_input_string(&parser, copy.baseAddress, copy.count)
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      var depth = 0
      var key: String?
      var isKey = true
      var isInSettings = false
      var isSettingKey = true
      while true {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) != 0 else { return found }
        defer { yaml_event_delete(&event) }
        switch event.type {
        case YAML_MAPPING_START_EVENT, YAML_SEQUENCE_START_EVENT:
          if depth == 0, event.type == YAML_SEQUENCE_START_EVENT { return found }
          depth += 1
          if depth == 2 {
            isInSettings = key == "stet" && event.type == YAML_MAPPING_START_EVENT
            isSettingKey = true
            key = nil
            isKey.toggle()
          }
          if depth == 3, event.type == YAML_MAPPING_START_EVENT { isInSettings = false }
        case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
          depth -= 1
          if depth == 2 { isSettingKey = true }
          if depth == 1 { isInSettings = false }
        case YAML_ALIAS_EVENT:
          if depth == 1 { isKey.toggle() }
        case YAML_SCALAR_EVENT:
          if isInSettings { take(event, depth: depth, isKey: &isSettingKey) }
          guard depth == 1 else { break }
          if isKey {
            key = text(event)
          } else if key == "stet", event.data.scalar.length > 0 {
            // Rules are named: `stet: off` is none of its forms.
            var isSettingKey = true
            take(event, depth: 2, isKey: &isSettingKey)
          } else if let key, FrontMatter.isRead(key) {
            append(key, event)
          }
          isKey.toggle()
        case YAML_DOCUMENT_END_EVENT, YAML_STREAM_END_EVENT: return found
        default: break
        }
      }
    }

    private func value(_ event: yaml_event_t) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(start: event.data.scalar.value, count: event.data.scalar.length)
    }

    private func text(_ event: yaml_event_t) -> String { String(decoding: value(event), as: UTF8.self) }

    /// A scalar of the mapping `stet`: a key, a value or an item of a list.
    private mutating func take(_ event: yaml_event_t, depth: Int, isKey: inout Bool) {
      var start = byteOffset(event.start_mark.index)
      var end = byteOffset(event.end_mark.index)
      let style = event.data.scalar.style
      if style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE,
        end - start >= 2
      {
        (start, end) = (start + 1, end - 1)
      }
      let range = start + base..<max(start, end) + base
      if depth == 2, isKey {
        settings.append(DocumentSettings.Item(key: text(event), keyRange: range))
        isKey = false
      } else if !settings.isEmpty, event.data.scalar.length > 0 {
        settings[settings.count - 1].values.append(.init(text: text(event), range: range))
        if depth == 2 { isKey = true }
      } else if depth == 2 {
        isKey = true
      }
    }

    private mutating func append(_ key: String, _ event: yaml_event_t) {
      let start = byteOffset(event.start_mark.index)
      let end = byteOffset(event.end_mark.index)
      var aligner = ScalarAligner(source: copy, value: value(event), at: start, end: end)
      guard let pieces = aligner.pieces(style: event.data.scalar.style), !pieces.isEmpty else { return }
      let moved = pieces.map { FrontMatter.Piece(from: $0.from + base, to: $0.to + base, text: $0.text) }
      found.append(FrontMatter.Field(key: key, pieces: moved))
    }

    /// Marks ascend, so each byte is passed once.
    private mutating func byteOffset(_ index: Int) -> Int {
      while character < index, offset < copy.count {
        offset += 1
        while offset < copy.count, copy[offset] & 0xC0 == 0x80 { offset += 1 }
        character += 1
      }
      return offset
    }
  }
}

/// Lays the value of a scalar beside its source, byte for byte. Gives nil rather than a wrong place.
private struct ScalarAligner {
  let source: UnsafeBufferPointer<UInt8>
  let value: UnsafeBufferPointer<UInt8>
  var at: Int
  var end: Int
  private var index = 0
  private var pieces: [FrontMatter.Piece] = []

  init(source: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>, at: Int, end: Int) {
    self.source = source
    self.value = value
    self.at = at
    self.end = end
  }

  mutating func pieces(style: yaml_scalar_style_t) -> [FrontMatter.Piece]? {
    var valueEnd = value.count
    while valueEnd > 0, value[valueEnd - 1] == 0x0A || value[valueEnd - 1] == 0x20 { valueEnd -= 1 }
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE:
      guard end - at >= 2 else { return nil }
      at += 1
      end -= 1
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE:
      // The header line holds indicators and remarks.
      at = LineScanner(bytes: source).next(after: at)
      while at < end, isBlank(source[at]) { at += 1 }
    default: break
    }
    while index < valueEnd {
      guard at < end, step(style) else { return nil }
    }
    return pieces
  }

  private mutating func step(_ style: yaml_scalar_style_t) -> Bool {
    let byte = source[at]
    let next = at + 1 < end ? source[at + 1] : 0
    if style == YAML_SINGLE_QUOTED_SCALAR_STYLE, byte == UInt8(ascii: "'") {
      return next == byte && value[index] == byte && replace(1, 2)
    }
    if style == YAML_DOUBLE_QUOTED_SCALAR_STYLE, byte == UInt8(ascii: "\\") {
      let isPlain = next == value[index] && "\"\\/ ".utf8.contains(next)
      let isTab = next == UInt8(ascii: "t") && value[index] == 0x09
      let isBreak = next == UInt8(ascii: "n") && value[index] == 0x0A
      return (isPlain || isTab || isBreak) && replace(1, 2)
    }
    if isLineBreakAhead() {
      guard isBlank(value[index]) else { return false }
      var to = at
      while to < end, isBlank(source[to]) { to += 1 }
      var length = 0
      while index + length < value.count, isBlank(value[index + length]) { length += 1 }
      return replace(length, to - at)
    }
    guard byte == value[index] else { return false }
    pieces.appendVerbatim(at)
    at += 1
    index += 1
    return true
  }

  /// Whether nothing but blanks lies between here and the end of the line.
  private func isLineBreakAhead() -> Bool {
    guard isBlank(source[at]) else { return false }
    var look = at
    while look < end, source[look] == 0x20 || source[look] == 0x09 { look += 1 }
    return look < end && (source[look] == 0x0A || source[look] == 0x0D)
  }

  private mutating func replace(_ length: Int, _ sourceLength: Int) -> Bool {
    pieces.append(
      FrontMatter.Piece(
        from: at, to: at + sourceLength, text: Array(value[index..<index + length])))
    index += length
    at += sourceLength
    return true
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
