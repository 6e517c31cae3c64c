import Testing

@testable import StetService

@Suite struct ConfigurationChangeTests {
  @Test(arguments: [
    ("", "rules:\n  calque: off\n"), ("pack: docs", "pack: docs\nrules:\n  calque: off\n"),
    (
      "rules:\n    since-duration: note\n# end\n",
      "rules:\n    calque: off\n    since-duration: note\n# end\n"
    ),
    (
      "rules: # ours\n\n  # why\n  calque: note\nkind: news\n",
      "rules: # ours\n\n  # why\n  calque: off\nkind: news\n"
    ),
    ("rules:\r\n  doubled-word: off\r\n", "rules:\r\n  calque: off\r\n  doubled-word: off\r\n"),
    ("rules: {doubled-word: off}\n", nil), ("rules:\n  calque:\n    severity: note\n", nil),
  ])
  func aRuleIsSwitchedOffByTheLine(_ text: String, _ expected: String?) {
    #expect(ConfigurationChange.turningOff("calque", in: text) == expected)
  }
}
