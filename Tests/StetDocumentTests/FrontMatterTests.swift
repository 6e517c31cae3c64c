import StetDocument
import StetText
import Testing

@Test(arguments: [
  (
    "---\ntitle: Flood — 🙂 returns # remark\ntags: [title, x]\nseo: {title: no}\nsubtitle: 'It''s \"so\"'\n---\n\nBody",
    ["Flood — 🙂 returns", "It''s \"so\"", "Body"]
  ),
  (
    "---\ndescription: >-\n  Two\n  lines\nsummary: \"A \\\"word\\\" here\"\nexcerpt: a <b>c</b>\n---\nBody",
    ["Two\n  lines", "A \\\"word\\\" here", "a <b>c", "Body"]
  ),
  ("---\ntitle: good\nbad: [\n---\nBody", ["good", "Body"]),
  ("---\ntitle: \"\\u00e9t\\u00e9\"\n---\nBody", ["Body"]),
  ("---\nWords, no data.\n\n---\nBody", ["Words, no data.", "Body"]),
  ("---\ntitle: unclosed", ["title: unclosed"]),
  (
    "+++\ntitle = \"A \\\"b\\\"\"\ndate = 2020-01-01\nsummary = '''\nc\nd'''\n[extra]\ntitle = \"no\"\n+++\nBody",
    ["A \\\"b\\\"", "c\nd", "Body"]
  ),
  (
    "{\n \"title\": \"A \\u00e9\", \"n\": [1, \"title\"], \"o\": {\"title\": \"no\"}, \"caption\": \"c\"\n}\nBody",
    ["A \\u00e9", "c", "Body"]
  ),
  ("{\"title\": \"open\"", ["{\"title\": \"open\""]),
  // A line that somebody put before it does not make words of data.
  ("\n---\ntitle: B\nid: 3\n---\nBody", ["B", "Body"]),
  ("New.\n---\ntitle: B\ntags:\n- x\n  y: z\n---\nBody", ["New.", "B", "Body"]),
  ("<!-- New. -->\r\n+++\r\ntitle = \"B\"\r\n+++\r\nBody", ["B", "Body"]),
  ("New.\n---\ntitle: \"B\nover\"\nx: y\n---\nBody", ["New.", "B\nover", "Body"]),
  ("Head\n---\nBody: it has words.\n---\nFoot", ["Head", "Body: it has words.", "Foot"]),
  ("Head\n---\ntitle: B\nWords, no data.\n---\nFoot", ["Head", "title: B\nWords, no data.", "Foot"]),
  ("One.\n\nTwo.\n\nThree.\n\n---\ntitle: B\n---\nFoot", ["One.", "Two.", "Three.", "title: B", "Foot"]),
  ("\u{FEFF}---\r\ntitle: B\r\n---\r\nBody", ["B", "Body"]),
])
func frontMatter(text: String, sources: [String]) {
  let document = read(text, .markdown)
  #expect(document.blocks.map { document.source.string(document.source($0.prose)) } == sources)
}

@Test func kindsAndDecodedValues() {
  let text = "---\ntitle: It's &amp; `so`\nsubtitle: 'don''t'\nsummary: 1. One\n---\n"
  let shown = lines(read(text, .markdown)).map { $0.replacing("\u{1A}", with: "␚") }
  #expect(shown == ["headline|It's & ␚", "headline|don't", "paragraph|One"])
}
