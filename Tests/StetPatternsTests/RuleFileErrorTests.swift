import StetLanguage
import Testing

@testable import StetPatterns

@Suite struct RuleFileErrorTests {
  /// A rule without fault, one key a line.
  static let sound: [(key: String, value: String)] = [
    ("id", "a-rule"), ("family", "grammar"), ("severity", "warning"), ("summary", "a rule"),
    ("rationale", "It is a test."), ("message", "“{match}” is found"), ("patterns", "[a b]"),
    ("flags", "[⟦a b⟧, a ⟦a b⟧]"), ("accepts", "[c, d]"),
  ]

  struct Case: Sendable, CustomTestStringConvertible {
    /// Lines that take the place of the sound ones, or come after them.
    var lines: [String: String]
    var line: Int
    var column: Int
    var message: String

    init(_ lines: [String: String], _ line: Int, _ column: Int, _ message: String) {
      self.lines = lines
      self.line = line
      self.column = column
      self.message = message
    }

    var testDescription: String { message }

    var yaml: String {
      var rest = lines
      var text = ""
      for (key, value) in RuleFileErrorTests.sound {
        let value = rest.removeValue(forKey: key) ?? value
        if value != "-" { text += "\(key): \(value)\n" }
      }
      for (key, value) in rest.sorted(by: { $0.key < $1.key }) { text += "\(key): \(value)\n" }
      return text
    }
  }

  @Test(arguments: [
    Case(["severty": "error"], 10, 1, "there is no key “severty”; did you mean “severity”?"),
    Case(["family": "gramar"], 2, 9, "“gramar” is not known here; did you mean “grammar”?"),
    Case(["severity": "fatal"], 3, 11, "“fatal” is not known here; one of: error, note, warning"),
    Case(["family": "-"], 1, 1, "“family” is missing; one of: calque, encoding"),
    Case(["summary": "-"], 1, 1, "“summary” is missing"),
    Case(["summary": "[a]"], 4, 10, "“summary” must be text, and not empty"),
    Case(["id": "A_Rule"], 1, 5, "an id is lower-case words joined by hyphens"),
    Case(["id": "other"], 1, 5, "the file of rule “other” must be named other.yml"),
    Case(["message": "“{mtach}”"], 6, 10, "a message knows no {mtach}; did you mean “match”?"),
    Case(["patterns": "-"], 1, 1, "a rule needs “patterns” or “replacements”"),
    Case(["patterns": "a b"], 7, 11, "“patterns” is a list: one entry a line"),
    Case(
      ["patterns": "[the <monht>]"], 7, 16,
      "in the pattern “the <monht>”: there is no class <monht>; did you mean “month”?"),
    Case(["patterns": "['a (b']"], 7, 15, "in the pattern “a (b”: `(` has no `)`"),
    Case(["patterns": "[*ed]"], 7, 12, "`*` at the head of a value means something else in YAML"),
    Case(["patterns": "\n  - !not a"], 8, 5, "`&` and `!` at the head of a value means something else"),
    Case(["where": "{block: [paragraph]}"], 10, 9, "“where” knows no “block”; did you mean “blocks”?"),
    Case(
      ["where": "{blocks: [paragraf]}"], 10, 17, "there is no block “paragraf”; did you mean “paragraph”?"),
    Case(
      ["where": "{kind: opinon}"], 10, 15, "there is no kind of document “opinon”; did you mean “opinion”?"),
    Case(["where": "{position: start}"], 10, 19, "“start” is not known here; one of: anywhere"),
    Case(["where": "{document: {frist: 1}}"], 10, 20, "“document” is {first: 2}, {last: 3} or both"),
    Case(["fix": "for"], 10, 6, "a fix is `{safe: \"…\"}` or `{review: \"…\"}`"),
    Case(["fix": "{review: for}"], 1, 1, "a rule with a fix shows it"),
    Case(["flags": "[⟦a b⟧]"], 8, 8, "a rule needs at least two examples under “flags”, and has 1"),
    Case(["accepts": "-"], 1, 1, "a rule needs at least two examples under “accepts”, and has 0"),
    Case(["flags": "[a b, ⟦a b⟧]"], 8, 9, "an example under “flags” marks what is found"),
    Case(["accepts": "[⟦a b⟧, c]"], 9, 11, "an example under “accepts” has no ⟦marks⟧"),
    Case(["flags": "[⟦a b, ⟦a b⟧]"], 8, 9, "a ⟦ has no ⟧"),
    Case(["flags": "[{txt: a}, ⟦a b⟧]"], 8, 10, "an example knows no “txt: a”"),
    Case(["define": "{unit: \"a (\"}"], 10, 19, "in the pattern “a (”: `(` has no `)`"),
    Case(["id": "a-rule\nid: a-rule"], 2, 1, "“id” is given twice"),
    Case(["id": "a-rule\n  x: y: z"], 2, 4, "the YAML is not well formed"),
  ])
  func saysWhatIsWrong(_ test: Case) {
    let harness = Harness([PatternSet.File(name: "a-rule.yml", bytes: Array(test.yaml.utf8))])
    let first = harness.errors.first
    #expect(harness.rules.isEmpty)
    #expect(
      first?.line == test.line && first?.column == test.column
        && first?.message.hasPrefix(test.message) == true,
      "\(first?.description ?? "no error")")
  }

  @Test(arguments: [
    ("", 0, "the pattern would match nothing"),
    ("a? b{0,2}", 0, "the pattern would match nothing"),
    ("a)", 1, "`)` closes nothing"),
    ("a | b", 2, "` | ` stands only between ( and )"),
    ("a| b", 1, "a blank after `|` but none before it"),
    ("(a |b)", 3, "a blank before `|` but none after it"),
    ("(a|b c)", 1, "`a|b c` could be read in two ways"),
    ("(a | )", 0, "a branch of this group is empty"),
    ("a{3,1}", 1, "how often is written"),
    ("a{0}", 1, "how often is written"),
    ("<word>{0,90} a", 0, "the pattern can grow longer than 64 words"),
    ("! a", 1, "a word, a <class> or a group is missing"),
    ("!(a b)", 0, "`!` stands before something that is a single word"),
    ("<wrod>", 0, "there is no class <wrod>; did you mean “word”?"),
    ("<year:2000>", 0, "there is no class <year:2000>"),
    ("a <word", 2, "`<` has no `>`"),
    ("\"a", 0, "a `\"` is missing"),
    ("* a", 0, "`*` is followed by the end of a word"),
    ("a ⟦b", 2, "⟦ has no ⟧"),
    ("a⟧", 1, "⟧ has no ⟦ before it"),
    ("a ⟦b?⟧", 5, "what stands between ⟦ and ⟧ may be missing"),
    ("(⟦a⟧ b)", 1, "one ⟦…⟧ a pattern, and not inside ( )"),
    ("a ^ b", 2, "`^` stands at the head"),
    ("a $ b", 2, "`$` stands at the end"),
    ("$5", 0, "`$` stands at the end of a pattern; for a dollar sign write `\\$`"),
    ("?", 0, "`?` stands after nothing"),
  ])
  func saysWhatIsWrongInAPattern(_ pattern: String, _ offset: Int, _ message: String) {
    let fault = #expect(throws: PatternFault.self) {
      try PatternParser.parse(pattern, lexicon: Lexicon())
    }
    #expect(
      fault?.offset == offset && fault?.message.hasPrefix(message) == true, "\(String(describing: fault))")
  }

  @Test func aBrokenRuleDoesNotStopTheOthers() {
    let good = Case([:], 0, 0, "").yaml
    let harness = Harness([
      PatternSet.File(name: "broken.yml", bytes: Array("id: broken".utf8)),
      PatternSet.File(name: "a-rule.yml", bytes: Array(good.utf8)),
      PatternSet.File(name: "again/a-rule.yml", bytes: Array(good.utf8)),
      PatternSet.File(name: "empty.yml", bytes: []),
    ])
    #expect(harness.rules.map(\.id) == ["a-rule"])
    #expect(Set(harness.errors.map(\.file)) == ["broken.yml", "again/a-rule.yml", "empty.yml"])
    #expect(harness.marked("a b") == "⟦a b⟧")
  }
}
