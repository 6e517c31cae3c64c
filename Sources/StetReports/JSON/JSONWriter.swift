/// Writes JSON (RFC 8259) piece by piece, keys in the order they are given, so a report of any length needs
/// one buffer. The output is always valid UTF-8.
///
/// Nesting mistakes are mistakes in our own code and end the program.
package struct JSONWriter {
  package enum Layout: Sendable {
    /// No blanks at all.
    case compact
    /// One value a line, two spaces a level.
    case indented
  }

  /// What is written as an escape although JSON does not ask for it.
  package enum Escapes: Sendable {
    case none
    /// `<`, `>` and `&`, so that a text can end no `script` element and begin no comment in it.
    case markup
  }

  /// Bytes that are gathered before the sink gets them.
  private static let bufferSize = 32_768

  private let layout: Layout
  private let escapes: Escapes
  private let sink: ([UInt8]) -> Void
  private var buffer: [UInt8] = []
  /// Per open object or array: whether it holds a value already.
  private var open: [Bool] = []
  private var awaitsValue = false

  package init(
    layout: Layout = .compact, escapes: Escapes = .none, sink: @escaping ([UInt8]) -> Void
  ) {
    self.layout = layout
    self.escapes = escapes
    self.sink = sink
    buffer.reserveCapacity(Self.bufferSize + 4_096)
  }

  package mutating func beginObject() { begin(0x7B) }
  package mutating func endObject() { end(0x7D) }
  package mutating func beginArray() { begin(0x5B) }
  package mutating func endArray() { end(0x5D) }

  package mutating func key(_ name: StaticString) {
    precondition(!awaitsValue, "a JSON key follows another key")
    separate()
    buffer.append(0x22)
    buffer.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    buffer.append(0x22)
    buffer.append(0x3A)
    if layout == .indented { buffer.append(0x20) }
    awaitsValue = true
  }

  /// A key that is only known while the program runs.
  package mutating func key(named name: String) {
    precondition(!awaitsValue, "a JSON key follows another key")
    string(name)
    buffer.append(0x3A)
    if layout == .indented { buffer.append(0x20) }
    awaitsValue = true
  }

  package mutating func string(_ value: String) {
    separate()
    var value = value
    value.withUTF8 { appendQuoted($0) }
  }

  /// Text as it lies in a file: each ill-formed sequence becomes one U+FFFD.
  package mutating func string(bytes: some Sequence<UInt8>) {
    string(String(decoding: Array(bytes), as: UTF8.self))
  }

  package mutating func integer(_ value: Int) {
    separate()
    if value < 0 { buffer.append(0x2D) }
    let first = buffer.count
    var left = value.magnitude
    repeat {
      buffer.append(0x30 + UInt8(left % 10))
      left /= 10
    } while left > 0
    buffer[first...].reverse()
  }

  package mutating func boolean(_ value: Bool) {
    separate()
    buffer.append(contentsOf: (value ? "true" : "false").utf8)
  }

  package mutating func null() {
    separate()
    buffer.append(contentsOf: "null".utf8)
  }

  /// A value that was JSON when it came in, as it is.
  package mutating func verbatim(_ value: [UInt8]) {
    separate()
    buffer.append(contentsOf: value)
  }

  /// Ends the document with a line feed and hands the rest to the sink.
  package mutating func finish() {
    endLine()
    flush()
  }

  /// Ends the document with a line feed; another may follow.
  package mutating func endLine() {
    precondition(open.isEmpty && !awaitsValue, "a JSON document ends inside a value")
    buffer.append(0x0A)
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    buffer.append(bracket)
    open.append(false)
  }

  private mutating func end(_ bracket: UInt8) {
    precondition(!awaitsValue, "a JSON key has no value")
    guard let filled = open.popLast() else { preconditionFailure("a JSON bracket closes nothing") }
    if filled { breakLine() }
    buffer.append(bracket)
    if buffer.count >= Self.bufferSize { flush() }
  }

  /// What must stand before a key or a value.
  private mutating func separate() {
    if awaitsValue {
      awaitsValue = false
      return
    }
    guard let filled = open.last else { return }
    if filled { buffer.append(0x2C) }
    open[open.count - 1] = true
    breakLine()
  }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    buffer.append(0x0A)
    buffer.append(contentsOf: repeatElement(0x20, count: 2 * open.count))
  }

  /// Hands over what is gathered.
  package mutating func flush() {
    guard !buffer.isEmpty else { return }
    sink(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func appendQuoted(_ bytes: UnsafeBufferPointer<UInt8>) {
    buffer.append(0x22)
    var start = 0
    for at in bytes.indices {
      let byte = bytes[at]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C || mustEscape(byte) else { continue }
      buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<at]))
      appendEscape(byte)
      start = at + 1
    }
    buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    buffer.append(0x22)
  }

  private func mustEscape(_ byte: UInt8) -> Bool {
    guard case .markup = escapes else { return false }
    return byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&")
  }

  private mutating func appendEscape(_ byte: UInt8) {
    buffer.append(0x5C)
    switch byte {
    case 0x22, 0x5C: buffer.append(byte)
    case 0x08: buffer.append(0x62)
    case 0x09: buffer.append(0x74)
    case 0x0A: buffer.append(0x6E)
    case 0x0C: buffer.append(0x66)
    case 0x0D: buffer.append(0x72)
    default:
      buffer.append(contentsOf: "u00".utf8)
      buffer.append(0x30 + byte >> 4)
      let digit = byte & 0x0F
      buffer.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
    }
  }
}

extension JSONWriter {
  package mutating func field(_ name: StaticString, _ value: String) {
    key(name)
    string(value)
  }

  package mutating func field(_ name: StaticString, _ value: Int) {
    key(name)
    integer(value)
  }

  package mutating func field(_ name: StaticString, _ value: Bool) {
    key(name)
    boolean(value)
  }

  package mutating func object(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    beginObject()
    body(&self)
    endObject()
  }

  package mutating func array<Element>(
    _ name: StaticString, _ elements: some Sequence<Element>,
    _ body: (inout JSONWriter, Element) -> Void
  ) {
    key(name)
    beginArray()
    for element in elements { body(&self, element) }
    endArray()
  }
}
