/// Writes XML 1.0 (Fifth Edition) element by element. The output is always well-formed and valid UTF-8.
///
/// Characters that XML cannot hold, not even as references (section 2.2: most control characters, U+FFFE, U+FFFF), are
/// written as control pictures or U+FFFD. Nesting mistakes are mistakes in our own code and end the program.
struct XMLWriter {
  private(set) var bytes: [UInt8] = []
  private var open: [StaticString] = []
  /// Whether the last start tag still waits for its end.
  private var isInTag = false
  /// Whether text stands in the element at hand, so that no blank may be added.
  private var hasText = false
  /// Whether an element starts on a line of its own from here.
  private var needsLine = false

  mutating func declaration() {
    bytes += Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  }

  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ body: (inout XMLWriter) -> Void = { _ in }
  ) {
    begin(name, attributes)
    body(&self)
    end()
  }

  mutating func begin(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]) {
    closeTag()
    indent()
    bytes.append(UInt8(ascii: "<"))
    append(name)
    for (key, value) in attributes {
      bytes.append(0x20)
      append(key)
      bytes += [UInt8(ascii: "="), UInt8(ascii: "\"")]
      append(escaping: value, inAttribute: true)
      bytes.append(UInt8(ascii: "\""))
    }
    open.append(name)
    isInTag = true
    hasText = false
  }

  mutating func text(_ text: String) {
    closeTag()
    hasText = true
    append(escaping: text, inAttribute: false)
  }

  mutating func end() {
    guard let name = open.popLast() else { preconditionFailure("an XML end tag ends nothing") }
    if isInTag {
      bytes += [UInt8(ascii: "/"), UInt8(ascii: ">"), 0x0A]
      isInTag = false
    } else {
      if !hasText { indent() }
      bytes += [UInt8(ascii: "<"), UInt8(ascii: "/")]
      append(name)
      bytes += [UInt8(ascii: ">"), 0x0A]
    }
    hasText = false
  }

  /// Hands over what is written so far.
  mutating func take() -> [UInt8] {
    closeTag()
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func closeTag() {
    guard isInTag else { return }
    bytes.append(UInt8(ascii: ">"))
    isInTag = false
    // Before an element, not before text.
    needsLine = true
  }

  private mutating func indent() {
    if needsLine { bytes.append(0x0A) }
    needsLine = false
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * open.count))
  }

  private mutating func append(_ name: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  private mutating func append(escaping text: String, inAttribute: Bool) {
    needsLine = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes += Array("&amp;".utf8)
      case "<": bytes += Array("&lt;".utf8)
      case ">": bytes += Array("&gt;".utf8)
      case "\"" where inAttribute: bytes += Array("&quot;".utf8)
      // A reader turns line breaks and tabs of an attribute into blanks (3.3.3), and a CR anywhere into LF (2.11).
      case "\r",
        "\n" where inAttribute, "\t" where inAttribute, "\u{7F}"..."\u{9F}", "\u{2028}":
        bytes += Array("&#\(scalar.value);".utf8)
      case "\t", "\n": bytes.append(UInt8(scalar.value))
      case "\0"..."\u{1F}":
        bytes += Array(String(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}").utf8)
      case "\u{FFFE}", "\u{FFFF}": bytes += Array("\u{FFFD}".utf8)
      default: bytes += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
}
