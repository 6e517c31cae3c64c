import ArgumentParser
import StetDocument
import StetLanguage
import StetService

struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Puts the examples of your own rules to them.",
    discussion: """
      What a rule finds in its examples must be exactly what stands in ⟦marks⟧, nothing in those under “accepts”, \
      and its fixes must give the text under “fixed”. Without a folder, the rule folders of the configuration are \
      tested. The exit status is 1 when an example does not hold.
      """)

  @Argument(help: "Folders of rule files.")
  var folders: [String] = []

  @OptionGroup var sources: RuleSourceOptions

  func run() throws {
    let rules = folders.isEmpty ? sources.rules : UserRules(folders: folders)
    if rules.files.isEmpty, rules.problems.isEmpty {
      Terminal.complain(
        "stet: there are no rules to test. Name their folder, or put it into \(Self.file): "
          + "`rule-folders: [rules]`.")
      throw ExitCode(2)
    }
    do {
      let engine = try Engine(userRules: rules)
      let run = ExampleRun(engine, files: rules)
      for failure in run.failures { Terminal.print(failure.text + "\n") }
      if run.rules > 0 { Terminal.print(summary(run)) }
      for problem in engine.book.problems { Terminal.complain("stet: \(problem.line)") }
      if !engine.book.problems.isEmpty { throw ExitCode(2) }
      if !run.failures.isEmpty { throw ExitCode(1) }
    } catch let problem as Problem {
      Terminal.complain("stet: \(problem.line)")
      throw ExitCode(2)
    }
  }

  private static let file = "stet.yml"

  private func summary(_ run: ExampleRun) -> String {
    let failed = run.failures.count
    return "\(run.rules) rule\(run.rules == 1 ? "" : "s"), \(run.examples) examples: "
      + (failed == 0 ? "all hold" : "\(failed) do\(failed == 1 ? "es" : "") not hold") + "\n"
  }
}

/// Where the rules come from for commands that read no text.
struct RuleSourceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Take the rules that this configuration brings along.", valueName: "file"))
  var config: String?

  @Flag(help: "Read no configuration.")
  var noConfig = false

  @OptionGroup var userRules: UserRuleOptions

  /// What holds for a file in the current folder.
  var rules: UserRules {
    UserRules(
      for: ["text.md"], source: noConfig ? .none : config.map { .file($0) } ?? .folders,
      options: userRules.settings)
  }

  /// All rules; those of the user that do not load are told on standard error.
  func book() -> RuleBook {
    let book = RuleBook(Lexicon(), userRules: rules)
    for problem in book.problems { Terminal.complain("stet: \(problem.line)") }
    for notice in book.notices { Terminal.complain("stet: \(notice)") }
    return book
  }
}
