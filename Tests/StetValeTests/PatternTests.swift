import Testing

@testable import StetVale

@Suite struct PatternTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var pattern: String
    var text: String
    var found: [String]
    var testDescription: String { pattern }
  }

  @Test(arguments: [
    Case(pattern: #"\bred\b"#, text: "red, bored, red", found: ["red", "red"]),
    Case(
      pattern: #"(?<!note:[^.]*)\bnever\b"#, text: "never. note: it may never be. never",
      found: ["never", "never"]),
    Case(pattern: #"(?<=\d+ )kg"#, text: "12 kg and kg", found: ["kg"]),
    Case(pattern: #"[a-z-[aeiou]]+"#, text: "bread", found: ["br", "d"]),
    Case(pattern: #"\u2019s"#, text: "Ann’s", found: ["’s"]),
    Case(pattern: #"(?P<word>\w+) \k<word>"#, text: "the the end", found: ["the the"]),
    Case(pattern: #"\s—\s"#, text: "so\u{A0}— no", found: ["\u{A0}— "]),
    Case(pattern: #"^So"#, text: "So it is.\nSo it goes.", found: ["So", "So"]),
    Case(pattern: #"(?i)straße"#, text: "STRAßE", found: ["STRAßE"]),
    Case(pattern: #"(?:ha){2,}"#, text: "ha haha hahaha", found: ["haha", "hahaha"]),
    Case(pattern: #"{x}"#, text: "a {x} b", found: ["{x}"]),
    Case(pattern: #"[]x]+"#, text: "a]x", found: ["]x"]),
  ])
  func finds(_ item: Case) throws {
    let pattern = try Pattern(authored: item.pattern)
    let bytes = Array(item.text.utf8)
    let found = bytes.withUnsafeBufferPointer { text in
      Matcher().all(pattern, in: text).map { String(decoding: text[$0], as: UTF8.self) }
    }
    #expect(found == item.found)
  }

  @Test(arguments: [
    "(", "a)", "[a", "*a", "a**", #"\"#, "(?<a-b>x)", "(?(1)a|b)", #"\y"#, "[z-a]", #"\u12"#, "(?<n>",
    "(?x)a",
    String(repeating: "(", count: 500),
  ])
  func refuses(_ pattern: String) {
    #expect(throws: PatternFault.self) { try Pattern(authored: pattern) }
  }

  @Test func worstCasesAreGivenUp() throws {
    let pattern = try Pattern(authored: "(a+)+$")
    let matcher = Matcher()
    let text = Array(String(repeating: "a", count: 5000).utf8) + [UInt8(ascii: "!")]
    let time = ContinuousClock().measure {
      #expect(text.withUnsafeBufferPointer { matcher.find(pattern, in: $0) } == nil)
    }
    #expect(matcher.gaveUp)
    #expect(time < .seconds(3))
  }

  @Test(arguments: [
    ("in order to", ["in order to"]), (#"\b(?:utili[sz]e|leverage)\b"#, ["utili", "leverage"]),
    (#"[\w]+ed"#, ["ed"]), ("colou?r", ["colo"]), ("[Ww]ell", ["well"]), ("a|b?", []), (#"\d+"#, []),
  ])
  func wordsThatAreNeeded(_ pattern: String, _ words: [String]) throws {
    let found = RequiredLiterals.of(try PatternParser.parse(pattern)) ?? []
    #expect(found.map { String(decoding: $0, as: UTF8.self) } == words)
  }
}
