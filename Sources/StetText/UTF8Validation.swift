extension SourceText {
  /// The maximal ill-formed subsequences of the text, in order, as Unicode 15 chapter 3.9 (table 3-7)
  /// defines them: each is what a decoder replaces by one U+FFFD.
  package func malformedRanges() -> [ByteRange] {
    bytes.withUnsafeBufferPointer { buffer in
      var found: [ByteRange] = []
      var at = skipASCII(buffer, from: 0)
      while at < buffer.count {
        let length = wellFormedLength(buffer, at: at)
        if length > 0 {
          at += length
        } else {
          found.append(ByteRange(at, at - length))
          at -= length
        }
        at = skipASCII(buffer, from: at)
      }
      return found
    }
  }
}

/// The first byte at or after `from` that is not ASCII, eight bytes at a time.
private func skipASCII(_ buffer: UnsafeBufferPointer<UInt8>, from: Int) -> Int {
  var at = from
  let raw = UnsafeRawBufferPointer(buffer)
  while at + 8 <= buffer.count {
    if raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { break }
    at += 8
  }
  while at < buffer.count, buffer[at] < 0x80 { at += 1 }
  return at
}

/// Length of the well-formed sequence at `at`, or minus the length of the ill-formed one.
private func wellFormedLength(_ b: UnsafeBufferPointer<UInt8>, at: Int) -> Int {
  let lead = b[at]
  let length: Int
  var low: UInt8 = 0x80
  var high: UInt8 = 0xBF
  switch lead {
  case 0x00...0x7F: return 1
  case 0xC2...0xDF: length = 2
  case 0xE0: (length, low) = (3, 0xA0)
  case 0xE1...0xEC, 0xEE...0xEF: length = 3
  case 0xED: (length, high) = (3, 0x9F)
  case 0xF0: (length, low) = (4, 0x90)
  case 0xF1...0xF3: length = 4
  case 0xF4: (length, high) = (4, 0x8F)
  default: return -1
  }
  for step in 1..<length {
    guard at + step < b.count, b[at + step] >= low, b[at + step] <= high else { return -step }
    (low, high) = (0x80, 0xBF)
  }
  return length
}
