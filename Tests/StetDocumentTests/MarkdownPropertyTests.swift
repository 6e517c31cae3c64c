import StetDocument
import StetText
import Testing

private let nasty: [String] = [
  "", "\n", "\u{FEFF}", "---", "---\n", "+++\n+++", "{", "{}", "[^1]: ", "[^1]:", "![", "![]()", "<", "&amp",
  "\\",
  "`", "``` \n", "$$", "{{", "{{<", "{%", "{:", "\0", "> ", "- ", "-", "#", "|", "a|b\n-|-\n", ":::", "<br>",
  "# a\n## b ##\nc\n===\n\n***\n",
  "> - > 1. deep *a\n> b* c\nlazy &lt;\n\n> - again\n>\n>   loose\n",
  "\tcode\n\n-\ttab item\n\n\tpara in item\n\n1)\t\tcode in item\n",
  "| a | *b* |\n|:-:|--|\n| \\| | `c|d` | extra |\n| short\n\nend &hellip;",
  "a  \nb\\\nc\n   d   \n e\t\n",
  "*a **b* c** _d __e_ f__ ~~g~~ ***h***",
  "[a *b* ![c](d) e](f 'g') [h][i] [j] [k][]\n\n[i]: <u v> \"t\"\n[j]: x\n  'y'\n[k]: z\n",
  "![a ![b](c) `d` \\] *e*](f \"g\\\"h\") then ![i]\n\n[i]: j",
  "x <a href=\"{{ u }}\">y</a> <!-- c --> z <code>d *e*</code> f<br>\ng <span\nclass='h'>i</span>",
  "see http://a.b/c_d*e&amp;f, <m@n.o>, p@q.r; [https://s.t](https://s.t) [u@v.w](mailto:u@v.w)",
  "🙂 naïve 日本語\u{301} &#x1F642; \u{200B}x\u{A0}\n\u{A0}\ny\u{2028}z",
  "a[^1] b[^2]c _d_[^3]\n\n[^1]: e\n[^2]: f\n    g\n\n    h\n\n    - i\n\nj\n\n> [^3]: k\n",
  "l {{< m \"n\" >}} o\n{{% p %}}\nq *r*\n{{% /p %}}\n{% if s %}t{% endif %} {{- u -}}{: .v}\n{:toc}\n",
  "{{< w\nx=\"y\"\nz >}} after {{ b\n c }} d\n\n{% comment %} e\n\nf {% endcomment %}g\n",
  "$h$ $i+j$ $k_l$ $5 $m$n $$o\np$$ q :r: s:t:u :v w:\n",
  "---\ntitle: A *b* `c` &amp; d\nsubtitle: 'it''s'\nsummary: \"e \\\"f\\\" \\u00e9\"\ndescription: >\n  g\n  h\n\n  i\n---\nj",
  "---\ntitle: [bad\n---\nk", "---\nno key\n---\n", "---\ntitle: |\n    l\n    m\n...\nn", "---\ntitle: o",
  "+++\ntitle = \"p \\\"q\\\"\"\nsummary = '''r\ns'''\n[t]\ntitle = 'no'\n+++\nu",
  "{ \"title\": \"v \\u00e9 \\\"w\", \"x\": {\"title\": \"no\"}, \"summary\": \"y\" }\nz",
  "<p>a</p>\n\n<script>\nb\n\nc</script>\n\n<?d?>\n\n<e>\nf\n</e>\n\ng",
  "```md\n# not\n```\n~~~\n{{<\n~~~\n    > not\n\n- ```\n  not\n  ```\n- h",
  "- a\n\n\n  b\n10. c\n* d\n+ e\n- [ ] f\n- [X] g\n- [^x]: h\n",
]

private func document(_ text: String) -> Document { read(text, .markdown) }

/// What breaks the promises of a document, in words.
private func faults(_ document: Document) -> [String] {
  var faults: [String] = []
  var prose = 0
  var source = 0
  for segment in document.map.segments ?? [] {
    let length = Int(segment.proseLength)
    if Int(segment.prose) != prose { faults.append("gap in the prose at \(prose)") }
    if Int(segment.source) < source { faults.append("source steps back at \(segment.source)") }
    let end = Int(segment.source + segment.sourceLength)
    if end > document.source.count { faults.append("source ends before \(end)") }
    if segment.kind == .verbatim,
      document.prose[prose..<min(prose + length, document.prose.count)]
        != document.source.bytes[Int(segment.source)..<min(end, document.source.count)]
    {
      faults.append("not verbatim at \(prose)")
    }
    prose += length
    source = end
  }
  if prose != document.prose.count { faults.append("segments end at \(prose) of \(document.prose.count)") }
  if SourceText(document.prose).malformedRanges() != [] { faults.append("prose is malformed") }
  var last = -1
  for block in document.blocks {
    let bytes = document.prose[block.prose.indices]
    if block.prose.lower != last + 1 { faults.append("block does not follow at \(last)") }
    if bytes.allSatisfy({ $0 <= 0x20 }) { faults.append("block without words at \(block.prose)") }
    if [0x20, 0x0A].contains(bytes.first) || [0x20, 0x0A].contains(bytes.last) {
      faults.append("blank around \(block.prose)")
    }
    last = block.prose.upper
  }
  if !document.blocks.isEmpty, last != document.prose.count { faults.append("prose after the last block") }
  return faults
}

private func ranges(_ document: Document) -> [Range<Int>] {
  document.blocks.map { document.source($0.prose).indices }
}

@Test(arguments: nasty)
func promisesHold(text: String) {
  #expect(faults(document(text)) == [])
  #expect(faults(document(text + "\n\n" + text)) == [])
  var unfinished: [String] = []
  for count in 0..<text.utf8.count {
    let cut = SourceText(Array(text.utf8.prefix(count)))
    unfinished += faults(DocumentReader.read(cut, path: "a.mdx")).map { "\(count): \($0)" }
  }
  #expect(unfinished == [])
}

@Test(arguments: nasty)
func carriageReturnsMoveRangesAlone(text: String) {
  let plain = document(text)
  let bytes = Array(text.utf8)
  let crlf = DocumentReader.read(
    SourceText(bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }), path: "a.md", format: .markdown)
  #expect(lines(crlf) == lines(plain))
  let moved = ranges(plain).map { range in
    let before = { (end: Int) in bytes[..<end].count { $0 == 0x0A } }
    return range.lowerBound + before(range.lowerBound)..<range.upperBound + before(range.upperBound)
  }
  #expect(ranges(crlf) == moved)
}

/// Front matter is none when something stands before it, so those texts are left out.
@Test(arguments: nasty.filter { !"-+{\u{FEFF}".unicodeScalars.contains($0.unicodeScalars.first ?? "a") })
func aLineBeforeShiftsEveryRange(text: String) {
  let prefix = "👩‍👩‍👧‍👦 naïve 日本語\u{301}.\n\n"
  let shifted = document(prefix + text)
  #expect(Array(lines(shifted).dropFirst()) == lines(document(text)))
  let moved = ranges(document(text)).map {
    $0.lowerBound + prefix.utf8.count..<$0.upperBound + prefix.utf8.count
  }
  #expect(Array(ranges(shifted).dropFirst()) == moved)
}

/// 100,000 levels, and shapes that make careless parsers quadratic: this must end, soon and without a crash.
@Test(arguments: [
  ">", "[", "- ", "![", "{{", "{% a\n\n", "$$ a\n", "*a **b ", "`a``b", "<!-- ", "[a](b", "&eacute;",
])
func depthAndLength(piece: String) {
  let text = String(repeating: piece, count: 100_000) + " end"
  #expect(faults(document(text)) == [])
}

@Test func deepFrontMatter() {
  let text = "---\ntitle: " + String(repeating: "[", count: 100_000) + "\n---\nend"
  #expect(lines(document(text)) == ["paragraph|end"])
}

@Test func wideTables() {
  let row = { (cell: String) in String(repeating: cell + "|", count: 5000) + "\n" }
  let text = row("a") + row("-") + String(repeating: "a|b\n", count: 5000)
  #expect(document(text).blocks.count < 10)
}
