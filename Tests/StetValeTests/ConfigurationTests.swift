import StetLint
import StetText
import Testing

@testable import StetVale

/// What `.vale.ini` says, and what is told when it cannot be followed.
@Suite struct ConfigurationTests {
  static let rule = "extends: existence\nmessage: \"No %s\"\nlevel: warning\ntokens: [gizmo]"

  private static func found(_ ini: String, _ path: String, _ text: String = "A gizmo.") throws -> [String] {
    let styles = try Desk.styles([
      ".vale.ini": ini, "styles/House/Rule.yml": rule, "styles/Other/Word.yml": rule,
      "styles/House/deep/Rule.yml": rule,
      "styles/config/vocabularies/Desk/accept.txt": "# a comment\nGizmo\n[Dd]oodad\n",
      "styles/config/vocabularies/Desk/reject.txt": "hickey\n",
    ])
    return Desk.shared.alerts(styles, text, path: path).map(\.rule)
  }

  struct Case: Sendable {
    var ini: String
    var path = "docs/a.md"
    var text = "A gizmo."
    var rules: [String]
  }

  @Test(arguments: [
    Case(ini: "StylesPath = styles\n[*.md]\nBasedOnStyles = Other", rules: ["Other.Word"]),
    Case(ini: "StylesPath=styles\n[*.txt]\nBasedOnStyles=Other", rules: []),
    Case(ini: "StylesPath = styles\n[*.{txt,md}]\nBasedOnStyles = Other", rules: ["Other.Word"]),
    Case(ini: "StylesPath = styles\n[*]\nBasedOnStyles = House", rules: ["House.Rule", "House.deep.Rule"]),
    Case(ini: "StylesPath = styles\n[*]\nBasedOnStyles = House\nHouse.deep.Rule = NO", rules: ["House.Rule"]),
    Case(
      ini: "StylesPath = styles\n[*]\nBasedOnStyles = House, Other\n[docs/*.md]\nBasedOnStyles = Other",
      rules: ["Other.Word"]),
    Case(ini: "StylesPath = styles\n[*]\nOther.Word = YES", rules: ["Other.Word"]),
    Case(ini: "StylesPath = styles\nMinAlertLevel = error\n[*]\nBasedOnStyles = Other", rules: []),
    Case(
      ini: "StylesPath = styles\nMinAlertLevel = error\n[*]\nBasedOnStyles = Other\nOther.Word = error",
      rules: ["Other.Word"]),
    Case(
      ini: "\u{FEFF}StylesPath = styles\r\n[*]\r\nBasedOnStyles = Other # why not\r\n", rules: ["Other.Word"]),
    Case(
      ini: "StylesPath = styles\n[*]\nBasedOnStyles = Other\nTokenIgnores = (\\$gizmo\\$)",
      text: "$gizmo$ gizmo", rules: ["Other.Word"]),
    Case(
      ini: "StylesPath = styles\n[*]\nBasedOnStyles = Other\nBlockIgnores = (?s) *(\\{%.*?%\\})",
      text: "a\n\n{% gizmo\ngizmo %}\n", rules: []),
    Case(
      ini: "StylesPath = styles\nIgnoredScopes = em\n[*]\nBasedOnStyles = Other", text: "*gizmo* `gizmo`",
      rules: ["Other.Word"]),
    Case(
      ini: "StylesPath = styles\nSkippedScopes = blockquote\n[*]\nBasedOnStyles = Other", text: "> gizmo",
      rules: []),
    Case(
      ini: "StylesPath = styles\nVocab = Desk\n[*]\nBasedOnStyles = Vale\nVale.Spelling = NO",
      text: "GIZMO, Gizmo, doodad, hickey, is is", rules: ["Vale.Terms", "Vale.Avoid", "Vale.Repetition"]),
    Case(
      ini: "StylesPath = styles\nVocab = Desk\n[*]\nBasedOnStyles = Vale", text: "A doodad and a wrod.",
      rules: ["Vale.Spelling"]),
    Case(
      ini: "StylesPath = styles\n[formats]\nmdx = md\n[*.mdx]\nBasedOnStyles = Other", path: "a.mdx",
      text: "`gizmo`", rules: []),
  ])
  func sections(_ item: Case) throws {
    #expect(try Self.found(item.ini, item.path, item.text) == item.rules)
  }

  struct Fault: Sendable {
    var files: [String: String]
    /// Parts of the messages, in order.
    var told: [String]
    var isLeftOut = false
  }

  static let ini = "StylesPath = styles\n[*]\nBasedOnStyles = House\n"

  @Test(arguments: [
    Fault(
      files: [".vale.ini": "StylesPath = nowhere\n[*]\nBasedOnStyles = House"],
      told: ["there is no folder", "“House” is not below StylesPath"]),
    Fault(
      files: [".vale.ini": "StylesPaths = styles\n[*]\nBasedOnStyle = House"],
      told: ["no setting “StylesPaths”", "no setting “BasedOnStyle”", "no section names a style"]),
    Fault(
      files: [".vale.ini": "MinAlertLevel = high\nnonsense\n[*]\nHouse.Rule = MAYBE\nStylesPath = x"],
      told: [
        "“nonsense” is neither", "suggestion, warning or error", "YES, NO", "above the first", "no section",
      ]),
    Fault(
      files: [".vale.ini": ConfigurationTests.ini, "styles/House/A.yml": "extends: existence\n  tokens: [a"],
      told: ["not well formed"]),
    Fault(
      files: [".vale.ini": ConfigurationTests.ini, "styles/House/A.yml": "extends: existance\nmessage: m"],
      told: ["did you mean “existence”"]),
    Fault(
      files: [".vale.ini": ConfigurationTests.ini, "styles/House/A.yml": "message: m"],
      told: ["“extends” is missing"]),
    Fault(
      files: [
        ".vale.ini": ini,
        "styles/House/A.yml": "extends: existence\nmessage: m\ntokens:\n  - fine\n  - 'a(b'",
      ], told: ["in “a(b”"]),
    Fault(
      files: [
        ".vale.ini": ini, "styles/House/A.yml": "extends: existence\nmessage: m\nlevel: high\ntokens: [a]",
      ], told: ["“level” is"]),
    Fault(
      files: [
        ".vale.ini": ini, "styles/House/A.yml": "extends: occurrence\nmessage: m\ntoken: a\nmax: many",
      ], told: ["must be a number", "needs “max”"]),
    Fault(
      files: [
        ".vale.ini": ini,
        "styles/House/A.yml": "extends: metric\nmessage: m\nformula: (words\ncondition: '> 1'",
      ], told: ["never closed"]),
    Fault(files: [".vale.ini": ConfigurationTests.ini, "styles/House/A.yml": ""], told: ["empty"]),
    Fault(
      files: [
        ".vale.ini": ConfigurationTests.ini, "styles/House/A.yml": "extends: script\nmessage: m\nscript: x",
      ],
      told: ["is a script"], isLeftOut: true),
    Fault(
      files: [".vale.ini": ConfigurationTests.ini, "styles/House/A.yml": "extends: Google.We\nmessage: m"],
      told: ["extends another rule"], isLeftOut: true),
    Fault(
      files: [
        ".vale.ini": ini,
        "styles/House/A.yml": "extends: existence\nmessage: m\ntokens: [a]\nshiny: true\nscope: hedding",
      ], told: ["did you mean “heading”", "“shiny” is not carried over"], isLeftOut: true),
    Fault(
      files: [
        ".vale.ini": "Packages = Google\n" + ConfigurationTests.ini,
        "styles/House/A.yml": ConfigurationTests.rule,
      ],
      told: ["Packages are not fetched"], isLeftOut: true),
  ])
  func faults(_ item: Fault) throws {
    let styles = try Desk.styles(item.files)
    #expect(styles.faults.count == item.told.count, "\(styles.faults.map(\.message))")
    for (fault, part) in zip(styles.faults, item.told) {
      #expect(fault.message.contains(part), "\(fault.message)")
      #expect(fault.isLeftOut == item.isLeftOut)
      #expect(fault.line > 0)
    }
  }

  @Test func aBrokenRuleDoesNotKeepOthersFromLoading() throws {
    let styles = try Desk.styles([
      ".vale.ini": Self.ini, "styles/House/Bad.yml": "extends: nothing", "styles/House/Rule.yml": Self.rule,
    ])
    #expect(styles.rules.map(\.id) == ["House.Rule"])
    #expect(styles.rules.map(\.severity) == [.warning])
    #expect(Desk.shared.found(styles, "gizmo") == ["gizmo"])
  }

  @Test func aPatternWithoutEndIsNamed() throws {
    let rule = "extends: existence\nmessage: m\nnonword: true\ntokens: ['(x+x+)+[yz]']"
    let styles = try Desk.styles(rule: rule)
    #expect(Desk.shared.found(styles, String(repeating: "x", count: 4000) + "\n\nxxy") == ["xxy"])
    #expect(styles.exhaustedRules == ["House.Rule"])
  }

  @Test func malformedBytesAreNoText() throws {
    let styles = try Desk.styles(rule: Self.rule)
    let source = SourceText([0x67, 0xFF, 0x20] + Array("gizmo".utf8) + [0xC3])
    #expect(Desk.shared.ranges(styles, source) == [3..<8])
  }
}
