/// The URI reference (RFC 3986) of a path, as SARIF's `artifactLocation.uri` wants it: a relative path stays
/// relative, an absolute one becomes a `file://` URI. Every byte outside `unreserved`, `sub-delims`, `@` and
/// the slash is percent-encoded; so is the colon, or the first segment could be taken for a scheme.
func artifactURI(_ path: String) -> String {
  var uri: [UInt8] = []
  var bytes = Array(path.utf8)[...]
  if bytes.first == 0x2F {
    // An empty authority; further slashes at the head would be read as part of it or of the path.
    bytes = bytes.drop { $0 == 0x2F }
    uri.append(contentsOf: "file:///".utf8)
  }
  let digits = Array("0123456789ABCDEF".utf8)
  for byte in bytes {
    if staysInPath(byte) {
      uri.append(byte)
    } else {
      uri += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
    }
  }
  return String(decoding: uri, as: UTF8.self)
}

private func staysInPath(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
  case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"): true
  case UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "("): true
  case UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"): true
  case UInt8(ascii: "="), UInt8(ascii: "@"): true
  default: false
  }
}
