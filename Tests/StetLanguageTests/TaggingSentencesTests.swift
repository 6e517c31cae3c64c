import StetLanguage
import StetText
import Testing

/// Tags a sentence whose tokens stand between single spaces.
func tagged(_ sentence: String) -> [TagPair] {
  let text = Array(sentence.utf8)
  var ranges: [ByteRange] = []
  var start = 0
  for end in text.indices where text[end] == 0x20 {
    ranges.append(ByteRange(start, end))
    start = end + 1
  }
  ranges.append(ByteRange(start, text.count))
  var result: [TagPair] = []
  text.withUnsafeBufferPointer { Tagger().tag(sentence: ranges, in: $0, into: &result) }
  return result
}

@Suite struct TaggingSentencesTests {
  @Test(arguments: [
    ("The minister resigned on Friday .", "DT NN VBD IN NNP .")
  ])
  func tags(sentence: String, expected: String) {
    #expect(tagged(sentence).map(\.penn.code).joined(separator: " ") == expected)
  }
}
