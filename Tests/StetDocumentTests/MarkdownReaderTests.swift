import StetDocument
import StetText
import Testing

/// A Markdown text, what is read from it, and the source behind each block. `␚` is the placeholder.
struct Reading: CustomTestStringConvertible {
  var text: String
  var blocks: [(block: String, source: String)]
  var path = "a.md"

  var testDescription: String { text }
}

private let readings: [Reading] = [
  Reading(
    text: "# Bridge *reopens* #\n\nIt is **open** again.",
    blocks: [
      ("headline1|Bridge reopens", "Bridge *reopens"),
      ("paragraph|It is open again.", "It is **open** again."),
    ]),
  Reading(
    text: "Flood\nnews\n---\n\n---\n\nText",
    blocks: [("headline2|Flood\nnews", "Flood\nnews"), ("paragraph|Text", "Text")]),
  Reading(
    text: "> Quoted *words*\n> go on\nlazily\n>\n> > deeper\n",
    blocks: [
      ("quotation|Quoted words\ngo on\nlazily", "Quoted *words*\n> go on\nlazily"),
      ("quotation|deeper", "deeper"),
    ]),
  Reading(
    text: "- a\n- b\n  - c\n\n1. d\n\n   e\n\n- [x] f\n  > g\n",
    blocks: [
      ("listItem|a", "a"), ("listItem|b", "b"), ("listItem|c", "c"), ("listItem|d", "d"), ("listItem|e", "e"),
      ("listItem|f", "f"), ("quotation|g", "g"),
    ]),
  Reading(
    text: "| *a* | b |\n|--|--|\n| c \\| d | `e` |\n",
    blocks: [("tableCell|a", "a"), ("tableCell|b", "b"), ("tableCell|c | d", "c \\| d")]),
  Reading(
    text: "a\\*b &eacute;&#233;&#xE9;&apos; &nosuch; \\q &#0;",
    blocks: [
      (
        "paragraph|a*b ééé' &nosuch; \\q \u{FFFD}",
        "a\\*b &eacute;&#233;&#xE9;&apos; &nosuch; \\q &#0;"
      )
    ]),
  Reading(
    text: "hard  \nbreak\\\n  here<br/>there",
    blocks: [("paragraph|hard\nbreak\nhere\nthere", "hard  \nbreak\\\n  here<br/>there")]),
  Reading(
    text: "Run ``a ` b`` or `` `c` ``, see <https://x.y>, www.z.org or [words](u \"t\").",
    blocks: [
      (
        "paragraph|Run ␚ or ␚, see ␚, ␚ or words.",
        "Run ``a ` b`` or `` `c` ``, see <https://x.y>, www.z.org or [words](u \"t\")."
      )
    ]),
  Reading(
    text:
      "![A *flood*](f.png \"t)\")\n\n[![Linked](a)](b)\n\nSee ![x](y(z)) now ![q][r] .\n\n![](e)\n\n![a](b) ![c](d)",
    blocks: [
      ("caption|A flood", "A *flood"), ("caption|Linked", "Linked"),
      ("paragraph|See ␚ now ![q][r] .", "See ![x](y(z)) now ![q][r] ."),
    ]),
  Reading(
    text: "![](e.png) begins\n![a](b)\n*and* ends",
    blocks: [("paragraph|␚ begins\n␚\nand ends", "![](e.png) begins\n![a](b)\n*and* ends")]),
  Reading(
    text:
      "One <!-- no --> two<b> three</b> <kbd>Ctrl</kbd>.\n\n<div>\nraw\n</div>\n\n<!-- a\n\nb -->\n\n    code\n",
    blocks: [
      ("paragraph|One two three ␚.", "One <!-- no --> two<b> three</b> <kbd>Ctrl</kbd>.")
    ]),
  Reading(
    text:
      "Bread[^1] costs[^long].\n\n[^1]: A note\ngoes on.\n\n    Its second paragraph.\n\n[^long]: Last.\n",
    blocks: [
      ("paragraph|Bread␚ costs␚.", "Bread[^1] costs[^long]."),
      ("paragraph|A note\ngoes on.", "A note\ngoes on."),
      ("paragraph|Its second paragraph.", "Its second paragraph."), ("paragraph|Last.", "Last."),
    ]),
  Reading(
    text:
      "{{< figure\n  src=\"x\" >}}\n\nA {{ b }} c {% d %}.\n{: .lead}\n\n## Head {#id}\n\n::: tip\nIn\n:::\n",
    blocks: [
      ("paragraph|A ␚ c ␚.", "A {{ b }} c {% d %}."), ("headline2|Head", "Head"), ("paragraph|In", "In"),
    ]),
  Reading(
    text:
      "{% highlight ruby %}\nputs\n\nmore\n{% endhighlight %}\n\n```\n{{< no\n```\n\n[words]({{< ref \"x\" >}}) end",
    blocks: [("paragraph|words end", "words]({{< ref \"x\" >}}) end")]),
  Reading(
    text: "From $5 to US$6 at 10:30:15, $x_1$ is :tada:.\n\n$$\na\n$$\n",
    blocks: [
      ("paragraph|From $5 to US$6 at 10:30:15, ␚ is ␚.", "From $5 to US$6 at 10:30:15, $x_1$ is :tada:.")
    ]),
  Reading(
    text: "import A from 'a'\nexport const b = {\n}\n\nText {props.x} {/* no */}end.",
    blocks: [("paragraph|Text ␚ end.", "Text {props.x} {/* no */}end.")], path: "a.mdx"),
  Reading(text: "By Ann *Poe*\n", blocks: [("byline|By Ann Poe", "By Ann *Poe")]),
  Reading(text: "> [!NOTE]\n> Mind it.\n", blocks: [("quotation|Mind it.", "Mind it.")]),
]

@Test(arguments: readings)
func markdown(reading: Reading) {
  let document = DocumentReader.read(SourceText(reading.text), path: reading.path)
  let shown = lines(document).map { $0.replacing("\u{1A}", with: "␚") }
  #expect(shown == reading.blocks.map(\.block))
  #expect(
    document.blocks.map { document.source.string(document.source($0.prose)) } == reading.blocks.map(\.source))
}

@Test(arguments: [
  ("their **There**", "their There", false),
  ("so their there is", "their there", true),
  ("a [their](u) there", "their there", false),
  ("caf&eacute; is", "café is", true),
  ("one\ntwo", "one\ntwo", true),
  ("> one\n> two", "one\ntwo", true),
  ("one<b>two</b>", "onetwo", false),
])
func editable(text: String, words: String, expected: Bool) throws {
  let document = read(text, .markdown)
  let prose = Array(document.prose)
  let start = try #require(prose.indices.first { prose[$0...].starts(with: words.utf8) })
  #expect(document.map.isEditable(ProseRange(start, start + words.utf8.count)) == expected)
}

@Test func malformedBytesArePlaceholders() {
  var bytes = Array("---\ntitle: A".utf8) + [0xFF] + Array("B\n---\nOne *t".utf8)
  bytes += [0xE2, 0x82] + Array("wo* `x`".utf8) + [0xC3] + Array(" end \0.".utf8)
  let document = DocumentReader.read(SourceText(bytes), path: "a.md")
  let shown = lines(document).map { $0.replacing("\u{1A}", with: "␚") }
  #expect(shown == ["headline|A␚B", "paragraph|One t␚wo ␚␚ end ␚."])
  #expect(document.malformed.map(\.count) == [1, 2, 1])
}
