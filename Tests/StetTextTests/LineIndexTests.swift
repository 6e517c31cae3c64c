import StetText
import Testing

private let family = "👩‍👩‍👧‍👦"

private let texts: [String] = [
  "",
  "one line",
  "two\nlines\n",
  "carriage\r\nreturns\r\n\r\n",
  "old\rMac\r\r",
  "mixed\r\n\n\rend",
  "\u{FEFF}marked\nhere",
  "\(family) family\nna\u{0069}\u{0308}ve 日本語\u{0301}\r\n\u{1F600}",
  "\n\n\n",
]

@Test(arguments: texts, PositionEncoding.allCases)
func placesRoundTrip(text: String, encoding: PositionEncoding) {
  let source = SourceText(text)
  let index = LineIndex(source)
  var broken: [Int] = []
  var at = source.byteOrderMarkLength
  for scalar in text.unicodeScalars.drop(while: { $0 == "\u{FEFF}" }) {
    let place = index.position(at: at, in: encoding)
    let isInsideBreak = scalar == "\n" && at > 0 && source.bytes[at - 1] == 0x0D
    if index.offset(of: place, in: encoding) != at, !isInsideBreak { broken.append(at) }
    at += UTF8.width(scalar)
  }
  if index.offset(of: index.position(at: at, in: encoding), in: encoding) != at { broken.append(at) }
  #expect(broken == [])
}

@Test(arguments: texts)
func linesAreThoseOfTheBytes(text: String) {
  let index = LineIndex(SourceText(text))
  var lines: [[UInt8]] = [[]]
  var last: UInt8 = 0
  for byte in text.utf8 {
    if byte == 0x0A, last == 0x0D {
    } else if byte == 0x0A || byte == 0x0D {
      lines.append([])
    } else {
      lines[lines.count - 1].append(byte)
    }
    last = byte
  }
  let bytes = Array(text.utf8)
  #expect((0..<index.count).map { Array(bytes[index.range(ofLine: $0).indices]) } == lines)
}

@Test(arguments: [
  // Text, byte offset, column in UTF-8, UTF-16, scalars.
  ("é!", 2, [2, 1, 1]),
  ("😀!", 4, [4, 2, 1]),
  ("e\u{0301}!", 3, [3, 2, 2]),
  ("\u{FEFF}ab", 4, [1, 1, 1]),
  ("x\r\n日本", 6, [3, 1, 1]),
])
func columnsCountTheirUnits(text: String, offset: Int, columns: [Int]) {
  let index = LineIndex(SourceText(text))
  #expect(PositionEncoding.allCases.map { index.position(at: offset, in: $0).column } == columns)
}

@Test func columnsPastTheEndAndPlacesOutside() {
  let index = LineIndex(SourceText("ab\r\ncd"))
  #expect(index.offset(of: Position(line: 0, column: 9), in: .utf16) == 2)
  #expect(index.offset(of: Position(line: 2, column: 0), in: .utf16) == nil)
  #expect(index.line(at: 3) == 0)
}
