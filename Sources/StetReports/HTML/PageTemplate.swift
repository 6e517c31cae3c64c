import CStetPage

/// A page that the program carries, from beside `CStetPage`: a frame with places named `{{style}}`, `{{script}}` and others.
struct PageTemplate {
  let frame: [UInt8]
  let style: [UInt8]
  let script: [UInt8]

  init(
    frame: () -> stet_page_file, style: () -> stet_page_file, script: () -> stet_page_file
  ) {
    self.frame = Self.bytes(frame)
    self.style = Self.bytes(style)
    self.script = Self.bytes(script)
  }

  /// Content Security Policy, level 3: nothing is loaded, and only this style and this script, by their SHA-256, have effect.
  var policy: String {
    "default-src 'none'; style-src 'sha256-\(base64(sha256(style)))'; "
      + "script-src 'sha256-\(base64(sha256(script)))'; base-uri 'none'; form-action 'none'"
  }

  /// The page, cut where the frame names something that `values`, the style and the script are not.
  func parts(_ values: [String: [UInt8]] = [:]) -> [[UInt8]] {
    let values = values.merging(["style": style, "script": script]) { own, _ in own }
    var parts: [[UInt8]] = [[]]
    // Nothing else in a frame has two braces.
    var rest = frame[...]
    while let open = Self.find([0x7B, 0x7B], in: rest),
      let close = Self.find([0x7D, 0x7D], in: rest[open...])
    {
      parts[parts.count - 1] += rest[..<open]
      let name = String(decoding: rest[(open + 2)..<close], as: UTF8.self)
      if let value = values[name] { parts[parts.count - 1] += value } else { parts.append([]) }
      rest = rest[(close + 2)...]
    }
    parts[parts.count - 1] += rest
    return parts
  }

  private static func bytes(_ file: () -> stet_page_file) -> [UInt8] {
    let file = file()
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }

  private static func find(_ pair: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.dropLast().first { bytes[$0] == pair[0] && bytes[$0 + 1] == pair[1] }
  }
}
