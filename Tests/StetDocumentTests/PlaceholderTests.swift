import StetDocument
import StetText
import Testing

/// The source behind each placeholder, in order.
private func placeholders(_ document: Document) -> [String] {
  (document.map.segments ?? []).filter {
    $0.proseLength == 1 && document.prose[Int($0.prose)] == Document.placeholder
  }.map {
    document.source.string(ByteRange(Int($0.source), Int($0.source + $0.sourceLength)))
  }
}

@Test(arguments: [
  ("A `b` c", ["`b`"]),
  ("A `` b ` c `` d", ["`` b ` c ``"]),
  ("A `b\nc` d", ["`b\nc`"]),
  ("A **`b`** d", ["`b`"]),
  ("A <https://b.c/?d&amp;e> f", ["<https://b.c/?d&amp;e>"]),
  ("A https://b.c/d_e_f, g@h.org i", ["https://b.c/d_e_f", "g@h.org"]),
  ("A [https://b.c](https://b.c) d", ["https://b.c"]),
  ("A ![b *c* `d`](e(f) \"g\") h", ["![b *c* `d`](e(f) \"g\")"]),
  ("A ![](b) ![c][d] ![d] e\n\n[d]: f", ["![](b)", "![c][d]", "![d]"]),
  ("A ![b](<c )> (d)) e", ["![b](<c )> (d))"]),
  ("A[^b] c[^d]", ["[^b]", "[^d]"]),
  ("A {{< b \"c\" >}}{{ d }} e {% f %}", ["{{< b \"c\" >}}", "{{ d }}", "{% f %}"]),
  ("A <kbd>b *c*</kbd> d <code>e</code>", ["<kbd>b *c*</kbd>", "<code>e</code>"]),
  ("A :tada: b $\\alpha$ c", [":tada:", "$\\alpha$"]),
  ("> A `b\n> c` d", ["`b\n> c`"]),
])
func sourceOfPlaceholders(text: String, expected: [String]) {
  #expect(placeholders(read(text, .markdown)) == expected)
}
