import StetConfiguration
import StetLint
import Testing

@Suite("Configuration files")
struct ConfigurationReaderTests {
  static let names = RuleNames([
    RuleMetadata(
      id: "doubled-word", family: .stray, severity: .error, summary: "", aliases: ["twice-the-word"]),
    RuleMetadata(id: "since-duration", family: .calque, severity: .warning, summary: ""),
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
}
