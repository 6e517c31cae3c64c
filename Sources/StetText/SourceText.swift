/// The bytes of one file, untouched. Every position that Stet reports is an offset into them.
package struct SourceText: Sendable {
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package init(_ string: String) {
    self.init(Array(string.utf8))
  }

  package var count: Int { bytes.count }

  /// Length in bytes of a UTF-8 byte order mark at the head of the file: 3 or 0.
  package var byteOrderMarkLength: Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The text of a range; malformed bytes become U+FFFD. For messages and output only.
  package func string(_ range: ByteRange) -> String {
    String(decoding: bytes[range.indices], as: UTF8.self)
  }
}
