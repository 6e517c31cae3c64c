/// Writes numbers and texts one after the other: 32-bit little-endian numbers, texts with their length before them.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ byte: UInt8) { bytes.append(byte) }

  mutating func put(_ number: UInt32) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func put(count: Int) { put(UInt32(count)) }

  mutating func put(_ text: String) { put(Array(text.utf8)) }

  mutating func put(_ text: [UInt8]) {
    put(count: text.count)
    bytes += text
  }

  mutating func put(verbatim text: [UInt8]) { bytes += text }
}

/// Reads what `ByteWriter` wrote. What was read past the end, or makes no sense, is an error and nothing worse.
struct ByteReader {
  struct Malformed: Error {}

  private let bytes: ArraySlice<UInt8>
  private var at: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  var isAtEnd: Bool { at == bytes.endIndex }

  private mutating func take(_ count: Int) throws(Malformed) -> ArraySlice<UInt8> {
    guard count <= bytes.endIndex - at else { throw Malformed() }
    defer { at += count }
    return bytes[at..<at + count]
  }

  mutating func byte() throws(Malformed) -> UInt8 {
    guard let byte = try take(1).first else { throw Malformed() }
    return byte
  }

  mutating func number() throws(Malformed) -> UInt32 {
    var number: UInt32 = 0
    for (index, byte) in try take(4).enumerated() { number |= UInt32(byte) << (8 * UInt32(index)) }
    return number
  }

  mutating func wide() throws(Malformed) -> UInt64 {
    let low = try number()
    return UInt64(low) | UInt64(try number()) << 32
  }

  /// A number of things that follow, each of one byte at least.
  mutating func count() throws(Malformed) -> Int {
    let count = Int(try number())
    guard count <= bytes.endIndex - at else { throw Malformed() }
    return count
  }

  mutating func run() throws(Malformed) -> ArraySlice<UInt8> { try take(Int(try number())) }

  mutating func text() throws(Malformed) -> String { String(decoding: try run(), as: UTF8.self) }
}
