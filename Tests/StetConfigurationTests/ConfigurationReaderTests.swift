import StetConfiguration
import StetLint
import Testing

@Suite("Configuration files")
struct ConfigurationReaderTests {
  static let names = RuleNames([
    RuleMetadata(
      id: "doubled-word", family: .stray, severity: .error, summary: "", aliases: ["twice-the-word"]),
    RuleMetadata(id: "since-duration", family: .calque, severity: .warning, summary: ""),
    optional,
  ])

  enum Form: String, CaseIterable, OptionRepresentable { case consistent, sign, word }
  static let longest = OptionKey<Int>("longest", 5...200, standard: 40, in: [.strict: 30], "How many.")
  static let form = OptionKey<Form>("form", standard: .consistent, "Which.")
  static let quoted = OptionKey<Bool>("quoted", standard: true, "Whether.")
  static let prefer = OptionKey<[String: String]>("prefer", "What for what.")
  static let except = OptionKey<[String]>("except", "What not.")
  static let optional = RuleMetadata(
    id: "house-style", family: .terms, severity: .warning, summary: "", stage: .preview,
    aliases: ["style-of-house"],
    options: [
      longest.declaration, form.declaration, quoted.declaration, prefer.declaration, except.declaration,
    ])

  static func read(_ text: String) -> (file: ConfigurationFile, faults: [ConfigurationFault]) {
    ConfigurationReader.read(Array(text.utf8), path: "stet.yml", folder: ["site"], names: names)
  }

  @Test func everySettingIsRead() throws {
    let (file, faults) = Self.read(
      """
      root: true
      pack: docs
      kind: opinion
      project: true
      rules:
        doubled-word: off
        calque: note
      words: [Tchiani, Niamey]
      ignore: drafts
      paths:
        "news/**":
          kind: news
      """)
    #expect(faults.isEmpty)
    #expect(file.isRoot)
    #expect(file.settings.pack?.value == .docs)
    #expect(file.settings.kind?.value == .opinion)
    #expect(file.settings.project?.value == true)
    #expect(file.settings.rules.mapValues(\.value) == ["doubled-word": .off, "calque": .severity(.note)])
    #expect(file.settings.rules["calque"]?.origin.text == "stet.yml:7")
    #expect(file.settings.words.map(\.value) == ["Tchiani", "Niamey"])
    #expect(file.ignore.map(\.text) == ["drafts"])
    #expect(file.overrides.map(\.pattern.text) == ["news/**"])
  }

  @Test(arguments: [
    ("pakc: docs", 1, 1, "there is no setting “pakc”; did you mean “pack”?"),
    ("pack: dosc", 1, 7, "“dosc” is not known here; did you mean “docs”?"),
    (
      "rules:\n  doubled-wrod: off", 2, 3,
      "there is no rule or family “doubled-wrod”; did you mean “doubled-word”?"
    ),
    (
      "rules:\n  doubled-word: eror", 2, 17,
      "a rule is off, note, warning, error, on; did you mean “error”?"
    ),
    ("- pack", 1, 1, "a configuration is a mapping such as “pack: docs”, not a list"),
    ("project: maybe", 1, 10, "this is “true” or “false”"),
    ("paths:\n  a:\n    root: true", 3, 5, "“root” stands at the top of the file"),
    ("pack: docs\npack: news", 2, 1, "“pack” is given twice"),
    (
      "rules:\n  house-style: {longst: 3}", 2, 17,
      "“house-style” has no option “longst”; did you mean “longest”?"
    ),
    (
      "rules:\n  house-style:\n    longest: 3", 3, 14,
      "“longest” is a whole number from 5 to 200, not “3”"
    ),
    (
      "rules: {house-style: {form: sing}}", 1, 29,
      "“form” is one of: consistent, sign, word, not “sing”; did you mean “sign”?"
    ),
    ("rules: {house-style: {quoted: maybe}}", 1, 31, "“quoted” is true or false, not “maybe”"),
    ("rules: {house-style: {quoted: [yes]}}", 1, 31, "“quoted” is true or false, not a list"),
    (
      "rules: {house-style: {prefer: Kyiv}}", 1, 31, "“prefer” is a mapping from text to text, not text"
    ),
    ("rules: {house-style: {prefer: {Kiev: }}}", 1, 38, "“Kiev” needs the text that it stands for"),
    (
      "rules: {terms: {longest: 9}}", 1, 17,
      "“terms” is a family: “severity” is all that is set for its rules together, not “longest”"
    ),
    (
      "rules: {doubled-word: {longest: 9}}", 1, 24,
      "“doubled-word” has no option “longest”; one of: severity"
    ),
    (
      "rules: {doubled-word: [off]}", 1, 23,
      "a rule is off, note, warning, error, on, or a mapping of its options, not a list"
    ),
  ])
  func aFaultNamesItsPlaceAndTheNearestName(_ text: String, line: Int, column: Int, message: String) throws {
    let fault = try #require(Self.read(text).faults.first)
    #expect(fault.line == line && fault.column == column)
    #expect(fault.message == message)
  }

  @Test(arguments: ["", "# only a comment\n\n  # and another\r\n", "rules:\nwords:\n"])
  func nothingIsNoFault(_ text: String) {
    #expect(Self.read(text).faults.isEmpty)
  }

  @Test func whatIsRightCountsBesideWhatIsWrong() {
    let (file, faults) = Self.read("pack: docs\nkin: news\nrules:\n  doubled-word: off\n")
    #expect(faults.count == 1)
    #expect(file.settings.pack?.value == .docs)
    #expect(file.settings.rules.count == 1)
  }

  @Test func optionsStandBesideTheWeight() {
    let (file, faults) = Self.read(
      """
      rules:
        style-of-house:
          severity: error
          longest: 25
          form: sign
          quoted: no
          prefer: {Kiev: Kyiv, Burma: Myanmar}
          except: [one, two]
        doubled-word: {severity: note}
      """)
    #expect(faults.isEmpty)
    let settings = EffectiveSettings(file.settings)
    #expect(settings.severity(of: Self.optional) == .error)
    let options = settings.options(of: Self.optional)
    #expect(options[Self.longest] == 25)
    #expect(options[Self.form] == .sign)
    #expect(options[Self.quoted] == false)
    #expect(options[Self.prefer] == ["Kiev": "Kyiv", "Burma": "Myanmar"])
    #expect(options[Self.except] == ["one", "two"])
    let rows = settings.optionRows(of: Self.optional).map {
      "\($0.option.name) \($0.entry ?? "-") \($0.value) \($0.origin?.text ?? "-")"
    }
    #expect(
      rows == [
        "longest - 25 stet.yml:4", "form - sign stet.yml:5", "quoted - false stet.yml:6",
        "prefer Burma Myanmar stet.yml:7", "prefer Kiev Kyiv stet.yml:7", "except - one stet.yml:8",
        "except - two stet.yml:8",
      ])
  }
}
