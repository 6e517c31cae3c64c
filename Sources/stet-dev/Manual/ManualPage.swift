/// The page in mdoc(7).
struct ManualPage {
  /// The day on which the text below last changed; a page must say one, and the same program must give the same page.
  private static let date = "November 26, 2026"

  private var lines: [String] = []
  private let program: ToolDescription.Command

  init(_ program: ToolDescription.Command, rules: [RuleLine]) {
    self.program = program
    head()
    for command in program.shownCommands { add(command, path: [command.commandName]) }
    formats()
    add(rules)
    foot()
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  private mutating func head() {
    lines += [
      ".Dd \(Self.date)", ".Dt STET 1", ".Os", ".Sh NAME", ".Nm stet",
      ".Nd copy desk for articles", ".Sh SYNOPSIS",
    ]
    for command in program.shownCommands {
      lines += [".Nm stet", ".Cm \(command.commandName)", ".Op Ar options"]
      lines += command.arguments(.positional).map(Self.synopsis)
      if !command.shownCommands.isEmpty { lines.append(".Ar command") }
    }
    lines.append(".Sh DESCRIPTION")
    add(
      """
      Stet reads articles as a copy desk does, above all English ones that a machine translated or a hurried desk \
      joined together, and marks what must not be published. It knows plain text and Markdown, never changes a \
      file unless it is told to fix it, and asks nothing of the network.
      """)
    lines.append(".Pp")
    add("The commands are told one by one below. Each takes")
    lines += [".Fl -help ,", "and"]
    lines += [".Nm stet", ".Fl -version", "prints the version.", ".Sh COMMANDS"]
  }

  private mutating func add(_ command: ToolDescription.Command, path: [String]) {
    lines.append(".Ss stet \(path.joined(separator: " "))")
    if let abstract = command.abstract { add(abstract) }
    if let discussion = command.discussion {
      lines.append(".Pp")
      add(discussion)
    }
    let positional = command.arguments(.positional)
    let options = command.arguments(.option, .flag)
    if !positional.isEmpty || !options.isEmpty {
      lines.append(".Bl -tag -width Ds")
      for argument in positional {
        lines.append(".It Ar \(argument.valueName ?? "argument")")
        addText(of: argument)
      }
      for option in options {
        let value = option.kind == .option ? " Ar \(Self.escaped(option.valueName ?? "value"))" : ""
        let names = (option.names ?? []).map { "Fl \($0.flag)\(value)" }
        lines.append(".It \(names.joined(separator: " , "))")
        addText(of: option)
      }
      lines.append(".El")
    }
    for child in command.shownCommands { add(child, path: path + [child.commandName]) }
  }

  private mutating func addText(of argument: ToolDescription.Argument) {
    add(argument.abstract ?? "")
    guard let value = argument.defaultValue, argument.kind == .option else { return }
    lines += ["The default is", ".Ql \(Self.escaped(value)) ."]
  }

  private mutating func formats() {
    lines += [".Sh FORMATS", ".Bl -tag -width checkstyle -compact"]
    let formats = [
      ("text", "each finding with its line, the places it speaks of and its fixes"),
      ("compact", "one line a finding, as compilers write it"),
      ("summary", "how often each rule found something"),
      ("json", "one object with everything"),
      ("ndjson", "one object a line, as soon as a file is done"),
      ("sarif", "SARIF 2.1.0, for code scanning"),
      ("github", "workflow commands of GitHub Actions"),
      ("gitlab", "GitLab's code quality report"),
      ("junit", "JUnit's XML, for build servers"),
      ("checkstyle", "Checkstyle's XML"),
      ("rdjson", "reviewdog's diagnostic format"),
      ("html", "one page that needs nothing else: the articles with their findings beside them"),
    ]
    for (name, text) in formats { lines += [".It Cm \(name)", text] }
    lines.append(".El")
  }

  private mutating func add(_ rules: [RuleLine]) {
    lines.append(".Sh RULES")
    lines.append(".Nm stet")
    lines += [".Cm explain Ar rule", "tells all about one of them."]
    let families = Set(rules.map(\.family)).sorted()
    for family in families {
      lines += [".Ss \(family)", ".Bl -tag -width Ds -compact"]
      for rule in rules.filter({ $0.family == family }).sorted(by: { $0.id < $1.id }) {
        lines.append(".It Cm \(rule.id)")
        let stage = rule.stage == "preview" ? ", off unless asked for" : ""
        add("(\(rule.severity)\(stage)) \(rule.summary)")
      }
      lines.append(".El")
    }
  }

  private mutating func foot() {
    lines += [
      ".Sh ENVIRONMENT", ".Bl -tag -width NO_COLOR",
      ".It Ev NO_COLOR", "When it is set and not empty, no output is coloured.",
      ".It Ev DICPATH", "Folders of spelling dictionaries, searched first, with colons between them.",
      ".El",
      ".Sh FILES", ".Bl -tag -width stet-baseline.txt",
      ".It Pa stet.yml", "The configuration of a folder and of those below it.",
      ".It Pa stet-baseline.txt", "Findings that were there before.",
      ".El",
      ".Sh EXIT STATUS", ".Bl -tag -width Ds -compact",
      ".It 0", "No finding at or above",
      ".Fl -fail-on .",
      ".It 1", "There are such findings.",
      ".It 2", "Something could not be done; standard error says what, where and the next step.",
      ".El", ".Pp",
      "A run that is interrupted ends by the signal, which shells report as 130.",
      "A report in a file is put in its place whole, at the end.",
      ".Sh EXAMPLES", "Check a folder:", ".Pp", ".Dl stet lint content", ".Pp",
      "On a build server, for people and for code scanning at once:", ".Pp",
      ".Dl stet lint --format text --format sarif=stet.sarif content", ".Pp",
      "As a page to read:", ".Pp", ".Dl stet lint --format html=findings.html content",
    ]
  }

  /// Running text, one line a sentence, as mdoc wants it.
  private mutating func add(_ text: String) {
    for line in text.split(separator: "\n") {
      var sentence: [Substring] = []
      for word in line.split(separator: " ") {
        sentence.append(word)
        guard let last = word.last, ".?!".contains(last), word.count > 2 else { continue }
        addSentence(sentence)
        sentence = []
      }
      addSentence(sentence)
    }
  }

  /// Broken before 80 columns of the page's source. A character beyond ASCII is written `\[u201C]` by preconv(1).
  private mutating func addSentence(_ words: [Substring]) {
    var current = ""
    var width = 0
    for word in words {
      let length = word.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 8) }
      if width > 0, width + 1 + length > 78 {
        lines.append(Self.escaped(current))
        current = ""
        width = 0
      }
      current += (width > 0 ? " " : "") + word
      width += length + (width > 0 ? 1 : 0)
    }
    if width > 0 { lines.append(Self.escaped(current)) }
  }

  private static func synopsis(_ argument: ToolDescription.Argument) -> String {
    let name = escaped(argument.valueName ?? "argument") + (argument.isRepeating ? " ..." : "")
    return argument.isOptional ? ".Op Ar \(name)" : ".Ar \(name)"
  }

  /// So that nothing is taken for a request or an escape (mandoc_char(7)).
  private static func escaped(_ text: String) -> String {
    let text = text.replacing("\\", with: "\\e")
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}
