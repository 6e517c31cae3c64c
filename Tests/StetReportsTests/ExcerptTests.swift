import StetText
import Testing

@testable import StetReports

/// A line, the words that are marked in it, and how both are drawn.
struct ExcerptCase: CustomTestStringConvertible {
  var text: String
  var marked: String
  var line: String
  var carets: String
  var room = 60

  var testDescription: String { text.debugDescription }
}

@Suite struct ExcerptTests {
  @Test(arguments: [
    ExcerptCase(text: "one two three", marked: "two", line: "one two three", carets: "    ^^^"),
    // East Asian wide, ambiguous, half-width.
    ExcerptCase(text: "日本語 two", marked: "two", line: "日本語 two", carets: "       ^^^"),
    ExcerptCase(text: "日本語 two", marked: "本", line: "日本語 two", carets: "  ^^"),
    ExcerptCase(text: "“α±” ﾊﾟ two", marked: "two", line: "“α±” ﾊﾟ two", carets: "        ^^^"),
    ExcerptCase(text: "한국 하\u{11AB} two", marked: "two", line: "한국 하\u{11AB} two", carets: "        ^^^"),
    // Emoji clusters: family, flag, keycap, emoji look, skin tone, England.
    ExcerptCase(text: "👩‍👩‍👧‍👦 two", marked: "two", line: "👩‍👩‍👧‍👦 two", carets: "   ^^^"),
    ExcerptCase(text: "🇲🇱 1️⃣ ☀️ ✌🏽 two", marked: "two", line: "🇲🇱 1️⃣ ☀️ ✌🏽 two", carets: "            ^^^"),
    ExcerptCase(
      text: "🏴󠁧󠁢󠁥󠁮󠁧󠁿 ☀ two", marked: "two", line: "🏴󠁧󠁢󠁥󠁮󠁧󠁿 ☀ two", carets: "     ^^^"),
    // Combining marks: marked with their base, or alone.
    ExcerptCase(text: "cafe\u{301} two", marked: "two", line: "cafe\u{301} two", carets: "     ^^^"),
    ExcerptCase(text: "cafe\u{301} two", marked: "\u{301}", line: "cafe\u{301} two", carets: "   ^"),
    ExcerptCase(text: "\u{301}x", marked: "\u{301}", line: "\u{301}x", carets: "^"),
    // Tabs go to the next multiple of four.
    ExcerptCase(text: "\ta\tb", marked: "b", line: "    a   b", carets: "        ^"),
    ExcerptCase(text: "日\tb", marked: "\t", line: "日  b", carets: "  ^^"),
    // What has no look.
    ExcerptCase(text: "a\u{200B}b", marked: "\u{200B}", line: "a<U+200B>b", carets: " ^^^^^^^^"),
    ExcerptCase(text: "a\u{1B}[1mb", marked: "b", line: "a␛[1mb", carets: "     ^"),
    ExcerptCase(
      text: "x\u{7F}\u{85}\u{AD}", marked: "\u{AD}", line: "x␡<U+0085><U+00AD>", carets: "          ^^^^^^^^"),
    ExcerptCase(text: "1\u{200D}2", marked: "2", line: "1<U+200D>2", carets: "         ^"),
    ExcerptCase(text: "a\u{202E}b\u{FEFF}", marked: "b", line: "a<U+202E>b<U+FEFF>", carets: "         ^"),
    // A byte order mark is no column; lines end with LF, CR LF or CR.
    ExcerptCase(text: "\u{FEFF}one", marked: "one", line: "one", carets: "^^^"),
    ExcerptCase(text: "a\r\nb two\r\nc", marked: "two", line: "b two", carets: "  ^^^"),
    ExcerptCase(text: "a\rb two", marked: "two", line: "b two", carets: "  ^^^"),
    // A range over lines shows its first line; a range of a line break shows its place.
    ExcerptCase(text: "one two\nthree four", marked: "two\nthree", line: "one two", carets: "    ^^^"),
    ExcerptCase(text: "one\ntwo", marked: "\n", line: "one", carets: "   ^"),
    ExcerptCase(text: "one", marked: "", line: "one", carets: "^"),
    ExcerptCase(text: "", marked: "", line: "", carets: "^"),
    // Long lines are cut around the range.
    ExcerptCase(
      text: "0123456789 here abcdefghij", marked: "here", line: "…6789 here abcd…", carets: "      ^^^^",
      room: 16),
    ExcerptCase(
      text: "here 0123456789abc", marked: "here", line: "here 012345678…", carets: "^^^^", room: 16),
    ExcerptCase(
      text: "0123456789abc here", marked: "here", line: "…456789abc here", carets: "           ^^^^", room: 16
    ),
    ExcerptCase(
      text: "see 0123456789012345678901234", marked: "0123456789012345678901234", line: "…01234567890123…",
      carets: " ^^^^^^^^^^^^^^", room: 16),
    ExcerptCase(text: "日本語日本語日本語 x", marked: "x", line: "…語日本語 x", carets: "          ^", room: 12),
  ])
  func caretsStayUnderTheWords(example: ExcerptCase) {
    let sample = Sample(example.text)
    let range = example.marked.isEmpty ? ByteRange(0, 0) : sample.range(example.marked)
    let excerpt = Excerpt(
      range, in: sample.file.source, LineIndex(sample.file.source), room: example.room)
    #expect(excerpt.line == example.line)
    #expect(excerpt.carets == example.carets)
  }

  @Test(
    arguments: [
      ([0x61, 0xE9, 0x62], 2..<3, "a<0xE9>b", "       ^"), ([0xC3, 0xA9, 0xC3], 2..<3, "é<0xC3>", " ^^^^^^"),
      ([0x0A, 0xF0, 0x9F, 0x98, 0x0A], 1..<4, "<0xF0><0x9F><0x98>", "^^^^^^^^^^^^^^^^^^"),
    ] as [([UInt8], Range<Int>, String, String)])
  func malformedBytesAreDrawn(bytes: [UInt8], marked: Range<Int>, line: String, carets: String) {
    let source = SourceText(bytes)
    let excerpt = Excerpt(
      ByteRange(marked.lowerBound, marked.upperBound), in: source, LineIndex(source), room: 60)
    #expect(excerpt.line == line)
    #expect(excerpt.carets == carets)
  }

  /// Every range of mixed texts, at every width: the carets lie under the line, and no line is too long.
  @Test(arguments: [
    "a\tbc 日本 e\u{301}👩‍👩‍👧 x\u{200B}y 🇲🇱. The end of it", String(repeating: "語 word\t", count: 400),
    String(repeating: "🇲🇱", count: 300) + " x",
  ])
  func anythingFitsTheRoom(text: String) {
    let source = SourceText(text)
    let lines = LineIndex(source)
    var faults: [String] = []
    for room in [8, 9, 20, 31] {
      for start in stride(from: 0, through: source.count, by: source.count > 100 ? 97 : 1) {
        for length in [0, 1, 5, 40] where start + length <= source.count {
          let excerpt = Excerpt(ByteRange(start, start + length), in: source, lines, room: room)
          let width = columns(excerpt.line)
          if width > room || !excerpt.carets.hasSuffix("^") || excerpt.carets.utf8.count > width + 1 {
            faults.append("\(start)+\(length) in \(room): \(excerpt)")
          }
        }
      }
    }
    #expect(faults == [])
  }

  @Test(arguments: [
    ("a", 1), ("é", 1), ("ｗ", 2), ("ｶ", 1), ("—", 1), ("…", 1), ("한", 2), ("\u{1F600}", 2), ("☀", 1),
    ("☀️", 2),
    ("\u{301}", 0), ("क्षि", 3), ("\u{A0}", 1), ("\u{3000}", 2), ("\u{20000}", 2), ("🇲", 1), ("\u{E000}", 1),
  ])
  func charactersHaveTheirColumns(text: String, width: Int) {
    #expect(columns(text) == width)
  }
}
