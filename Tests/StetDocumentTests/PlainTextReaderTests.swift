import StetDocument
import StetText
import Testing

func read(_ text: String, _ format: DocumentFormat, path: String = "a.md") -> Document {
  DocumentReader.read(SourceText(text), path: path, format: format)
}

/// Each block as "kind|prose".
func lines(_ document: Document) -> [String] {
  document.blocks.map { "\($0.kind)\($0.level > 0 ? String($0.level) : "")|\(document.string($0.prose))" }
}

private let wrapped =
  "The council met on Tuesday night to talk about the bridge that has\n"
  + "been closed since the flood in March, and about who should pay for\nit."

@Test(arguments: [
  ("", []),
  ("\n\n", []),
  ("One sentence.\n", ["paragraph|One sentence."]),
  (wrapped, ["paragraph|" + wrapped]),
  (
    "First paragraph on a line of its own.\nSecond one is here.\n",
    ["paragraph|First paragraph on a line of its own.", "paragraph|Second one is here."]
  ),
  (
    "Bridge to reopen\n\nBy Ann Poe\n\nIt reopens.",
    [
      "headline|Bridge to reopen", "byline|By Ann Poe", "paragraph|It reopens.",
    ]
  ),
  ("- milk\n- eggs\n", ["listItem|- milk", "listItem|- eggs"]),
  ("1. milk\n2) eggs\n• bread", ["listItem|1. milk", "listItem|2) eggs", "listItem|• bread"]),
  ("Name\tAge\n", ["tableCell|Name\tAge"]),
  ("By then it was over.", ["paragraph|By then it was over."]),
  (
    "LISBON, May 4 (Reuters)\n\nThe ferry sank.",
    ["dateline|LISBON, May 4 (Reuters)", "paragraph|The ferry sank."]
  ),
  ("NASA TO LAND ON MARS", ["headline|NASA TO LAND ON MARS"]),
  ("  indented.\r\n\r\nNext.\r\n", ["paragraph|indented.", "paragraph|Next."]),
  ("\u{FEFF}Marked.", ["paragraph|Marked."]),
])
func plainText(text: String, expected: [String]) {
  #expect(lines(read(text, .plain)) == expected)
}

@Test func plainTextKeepsItsOffsets() {
  let text = "\u{FEFF}Größe zählt.\r\n\r\nEnd."
  let document = read(text, .plain)
  #expect(document.blocks.map { document.source($0.prose).indices } == [3..<18, 22..<26])
  #expect(document.map.isEditable(ProseRange(3, 18)))
}

@Test func malformedBytesArePlaceholdersInPlainText() {
  let document = DocumentReader.read(SourceText([0x61, 0xFF, 0x62, 0x2E]), path: "a.txt")
  #expect(document.prose == [0x61, 0x1A, 0x62, 0x2E])
  #expect(document.malformed.map(\.indices) == [1..<2])
}
