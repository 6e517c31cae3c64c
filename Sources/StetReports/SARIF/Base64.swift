/// Base 64 with padding (RFC 4648, section 4), as SARIF's `artifactContent.binary` wants it.
func base64(_ bytes: some Collection<UInt8>) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var text: [UInt8] = []
  var rest = bytes[...]
  while !rest.isEmpty {
    let group = rest.prefix(3)
    rest = rest.dropFirst(3)
    var bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    var digits: [UInt8] = []
    for place in 0..<4 {
      digits.append(place < 3 - group.count ? UInt8(ascii: "=") : alphabet[bits & 63])
      bits >>= 6
    }
    text.append(contentsOf: digits.reversed())
  }
  return String(decoding: text, as: UTF8.self)
}
