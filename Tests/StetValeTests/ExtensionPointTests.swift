import Testing

@testable import StetVale

/// Every extension point finds what it should, and lets the rest stand.
@Suite struct ExtensionPointTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var rule: String
    var text: String
    /// The source behind each finding.
    var found: [String]
    /// The first message, when it matters.
    var message: String?
    var fix: String?
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(
      name: "existence",
      rule:
        "extends: existence\nmessage: \"No '%s'.\"\nignorecase: true\ntokens: [gizmo, 'doo(?:dad|hickey)']",
      text: "A Gizmo, a doodad and gizmos.", found: ["Gizmo", "doodad"], message: "No 'Gizmo'."),
    Case(
      name: "existence, raw before tokens",
      rule: "extends: existence\nmessage: m\nraw: ['\\bvery\\s+']\ntokens: [good, bad]",
      text: "very good, very old, bad", found: ["very good"]),
    Case(
      name: "existence, nonword",
      rule: "extends: existence\nmessage: m\nnonword: true\ntokens: ['\\.{3}', '!!']",
      text: "Well... no!!", found: ["...", "!!"]),
    Case(
      name: "existence, exceptions",
      rule: "extends: existence\nmessage: m\ntokens: ['[A-Z]{3}']\nexceptions: [NHS]",
      text: "The NHS and the FBI.", found: ["FBI"]),
    Case(
      name: "existence, remove",
      rule: "extends: existence\nmessage: m\naction: {name: remove}\ntokens: [basically]",
      text: "It is basically done.", found: ["basically"], fix: ""),
    Case(
      name: "existence, edit",
      rule:
        "extends: existence\nmessage: m\nnonword: true\naction: {name: edit, params: [regex, '-', ' ']}\ntokens: ['\\w+ly-\\w+']",
      text: "a newly-made thing", found: ["newly-made"], fix: "newly made"),
    Case(
      name: "substitution",
      rule:
        "extends: substitution\nmessage: \"Use '%s', not '%s'.\"\nignorecase: true\nswap:\n  utili[sz]e: use\n  in order to: to",
      text: "Utilise it in order to win.", found: ["Utilise", "in order to"],
      message: "Use 'use', not 'Utilise'."),
    Case(
      name: "substitution, replace",
      rule:
        "extends: substitution\nmessage: \"Use '%s', not '%s'.\"\naction: {name: replace}\nswap:\n  colour: color|hue",
      text: "One colour.", found: ["colour"], message: "Use 'color' or 'hue', not 'colour'.", fix: "color"),
    Case(
      name: "substitution, groups",
      rule: "extends: substitution\nmessage: \"%s %s\"\nswap:\n  '(\\d+) percent': $1 per cent",
      text: "It rose 12 percent.", found: ["12 percent"], message: "12 per cent 12 percent."),
    Case(
      name: "substitution, already right",
      rule: "extends: substitution\nmessage: m\nignorecase: true\nswap:\n  javascript: JavaScript",
      text: "JavaScript, javascript", found: ["javascript"]),
    Case(
      name: "occurrence, max",
      rule: "extends: occurrence\nmessage: \"%d commas\"\nscope: paragraph\nmax: 2\ntoken: ','",
      text: "a, b, c, d\n\na, b", found: [","], message: "3 commas."),
    Case(
      name: "occurrence, min",
      rule: "extends: occurrence\nmessage: no link\nscope: summary\nmin: 1\ntoken: 'https?:'",
      text: "Nothing here.", found: [""]),
    Case(
      name: "repetition",
      rule:
        "extends: repetition\nmessage: \"'%s' twice\"\nalpha: true\nignorecase: true\ntokens: ['[^\\s]+']",
      text: "The the cat sat on on 5 5 mats.", found: ["The the", "on on"], message: "'the' twice."),
    Case(
      name: "consistency",
      rule: "extends: consistency\nmessage: \"'%s' is not consistent\"\neither:\n  adviser: advisor",
      text: "The adviser left.\n\nAnother advisor came.", found: ["advisor"]),
    Case(
      name: "conditional",
      rule:
        "extends: conditional\nmessage: \"What is %s?\"\nfirst: '\\b([A-Z]{3})\\b'\nsecond: '(?:[A-Z][a-z]+ )+\\(([A-Z]{3})\\)'",
      text: "The Big Blue Box (BBB) and the QQQ and the BBB.", found: ["QQQ"], message: "What is QQQ?"),
    Case(
      name: "capitalization, sentence",
      rule: "extends: capitalization\nmessage: m\nscope: heading\nmatch: $sentence\nexceptions: [Paris]",
      text: "# Going to Paris\n\n# Going To The Moon\n\nNot A Heading", found: ["Going To The Moon"]),
    Case(
      name: "capitalization, title",
      rule: "extends: capitalization\nmessage: m\nscope: heading\nmatch: $title",
      text: "# The Man in the Moon\n\n# the man in the moon", found: ["the man in the moon"]),
    Case(
      name: "capitalization, pattern",
      rule: "extends: capitalization\nmessage: m\nscope: list\nmatch: '^[a-z]'",
      text: "- first\n- Second", found: ["Second"]),
    Case(
      name: "metric",
      rule: "extends: metric\nmessage: \"%s words a sentence\"\nformula: words / sentences\ncondition: '> 4'",
      text: "One two three. Four five six seven eight nine.", found: [""], message: "4.50 words a sentence."),
    Case(
      name: "metric that holds",
      rule: "extends: metric\nmessage: m\nformula: math.sqrt(words) + heading.h1\ncondition: '> 4'",
      text: "# One\n\nTwo three four.", found: []),
    Case(
      name: "readability",
      rule: "extends: readability\nmessage: grade %s\ngrade: 2\nmetrics: [Flesch-Kincaid]",
      text:
        "Considerable institutional responsibilities necessitate comprehensive administrative coordination.",
      found: [""]),
    Case(
      name: "sequence", rule: "extends: sequence\nmessage: m\ntokens:\n  - pattern: very\n  - tag: JJ\n",
      text: "A very tall tree grew very slowly.", found: ["very tall"]),
    Case(
      name: "sequence, target and skip",
      rule:
        "extends: sequence\nmessage: m\nignorecase: true\ntokens:\n  - pattern: both\n  - pattern: or\n    skip: 3\n    target: true\n",
      text: "Take both red or blue.", found: ["or"]),
    Case(
      name: "spelling", rule: "extends: spelling\nmessage: \"'%s'?\"",
      text: "The hosue is bigg. `coode` NASA GitHubber 5th",
      found: ["hosue", "bigg"], message: "'hosue'?"),
  ])
  func finds(_ item: Case) throws {
    let styles = try Desk.styles(rule: item.rule)
    #expect(styles.faults == [])
    let alerts = Desk.shared.alerts(styles, item.text)
    #expect(Desk.shared.found(styles, item.text) == item.found)
    if let message = item.message { #expect(alerts.first?.message == message) }
    if let fix = item.fix { #expect(alerts.first?.replacements.first == fix) }
  }
}
