/// The fields of a form or of a query, as `application/x-www-form-urlencoded` (WHATWG URL, section 5).
struct FormFields: Sendable {
  private var values: [String: [UInt8]] = [:]

  /// Throws when a field has a `%` without two hexadecimal digits.
  ///
  /// - Parameter others: fields that count where there is none of their name.
  init(_ bytes: some Sequence<UInt8>, over others: FormFields? = nil) throws(Refusal) {
    for pair in Array(bytes).split(separator: UInt8(ascii: "&")) {
      let end = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      let name = String(decoding: try Self.decoded(pair[..<end], "a field's name"), as: UTF8.self)
      // The first of two fields of one name counts.
      guard values[name] == nil else { continue }
      values[name] = try Self.decoded(pair[end...].dropFirst(), name)
    }
    if let others { values.merge(others.values) { own, _ in own } }
  }

  /// Throws when the value is no UTF-8.
  subscript(_ name: String) -> String? {
    get throws(Refusal) {
      guard let bytes = values[name] else { return nil }
      if let text = String(validating: bytes, as: UTF8.self) { return text }
      throw Refusal(
        .badRequest, "the value is no UTF-8", place: name,
        nextStep: "Encode it as UTF-8 before the percent-encoding.")
    }
  }

  /// What stands between the commas of a field, without blanks and empty places.
  func list(_ name: String) throws(Refusal) -> [String] {
    try self[name]?.split(separator: ",").map { $0.filter { $0 != " " } }.filter { !$0.isEmpty } ?? []
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>, _ name: String) throws(Refusal) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      switch bytes[at] {
      case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard bytes.endIndex - at > 2, let high = digit(bytes[at + 1]), let low = digit(bytes[at + 2]) else {
          throw Refusal(
            .badRequest, "a “%” is not followed by two hexadecimal digits", place: name,
            nextStep: "Write a percent sign itself as %25.")
        }
        decoded.append(high << 4 | low)
        at += 2
      case let byte: decoded.append(byte)
      }
      at += 1
    }
    return decoded
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
