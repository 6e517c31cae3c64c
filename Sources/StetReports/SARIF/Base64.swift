/// Base 64 with padding (RFC 4648, section 4), as SARIF's `artifactContent.binary` wants it.
func base64(_ bytes: [UInt8]) -> String {
  String(unsafeUninitializedCapacity: (bytes.count + 2) / 3 * 4) { text in
    var length = 0
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - start)
      var bits: UInt32 = 0
      for place in 0..<3 { bits = bits << 8 | (place < count ? UInt32(bytes[start + place]) : 0) }
      for place in 0..<4 {
        text[length] = place <= count ? digit(bits >> (18 - 6 * UInt32(place)) & 63) : UInt8(ascii: "=")
        length += 1
      }
    }
    return length
  }
}

private func digit(_ value: UInt32) -> UInt8 {
  let value = UInt8(value)
  return switch value {
  case 0..<26: UInt8(ascii: "A") + value
  case 26..<52: UInt8(ascii: "a") + value - 26
  case 52..<62: UInt8(ascii: "0") + value - 52
  case 62: UInt8(ascii: "+")
  default: UInt8(ascii: "/")
  }
}
