/// The upper half of Windows-1252 (WHATWG Encoding Standard, index windows-1252): what a program shows that
/// takes UTF-8 for a single-byte encoding.
enum Windows1252 {
  /// Characters of bytes 0x80 to 0x9F; the five undefined bytes map to the C1 control of the same number.
  private static let c1: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]

  private static let bytes: [UInt32: UInt8] = {
    var table: [UInt32: UInt8] = [:]
    for byte in 0x80...0xFF { table[UInt32(byte)] = UInt8(byte) }
    for (index, scalar) in c1.enumerated() { table[scalar] = UInt8(0x80 + index) }
    return table
  }()

  /// The byte that is shown as this character, read as Windows-1252 or as ISO 8859-1.
  static func byte(of scalar: Unicode.Scalar) -> UInt8? { bytes[scalar.value] }

  /// The character that a C1 control stands for when Windows-1252 was read as ISO 8859-1.
  static func character(ofControl scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0x80...0x9F).contains(scalar.value) else { return nil }
    let meant = c1[Int(scalar.value) - 0x80]
    return meant == scalar.value ? nil : Unicode.Scalar(meant)
  }
}
