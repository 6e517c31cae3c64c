import StetDocument
import Testing

@Test(
  arguments: [
    ("LISBON, May 4 (Reuters) – The ferry sank.", "LISBON, May 4 (Reuters) –"),
    ("LISBON, Portugal (AP) — The ferry sank.", "LISBON, Portugal (AP) —"),
    ("ST. JOHN'S, N.L. — The ferry sank.", "ST. JOHN'S, N.L. —"),
    ("LISBON, May 4 (Xinhua) -- The ferry sank.", "LISBON, May 4 (Xinhua) --"),
    ("Lisbon (dpa/AFP) - The ferry sank.", nil),
    ("Lisbon (AFP) - The ferry sank.", "Lisbon (AFP) -"),
    ("LISBON, May 4", "LISBON, May 4"),
    ("NASA – the agency of the United States – has no ship.", nil),
    ("The minister, 54, said (in Lisbon) – and meant it – that it sank.", nil),
    ("BREAKING: ferry sinks", nil),
    ("A-levels, O-levels and the like – all are gone.", nil),
    ("USA, EU and NATO — three bodies — agreed.", nil),
    ("", nil),
  ] as [(String, String?)])
func dateline(_ text: String, _ expected: String?) {
  let bytes = Array(text.utf8)
  let length = bytes.withUnsafeBufferPointer { Dateline.length($0) }
  #expect(length.map { String(decoding: bytes[..<$0], as: UTF8.self) } == expected)
}

@Test(arguments: [
  ("> It must go.\n\nShe said: it must go.", "quotation"),
  ("> “The old bridge must go.”\n\n“The old bridge must go,” said the mayor.", "pullQuote"),
  ("> The old bridge must stay where it is.\n\n“The old bridge must go,” said the mayor.", "quotation"),
])
func pullQuotes(_ text: String, _ kind: String) {
  #expect(read(text, .markdown).blocks.first.map { "\($0.kind)" } == kind)
}
