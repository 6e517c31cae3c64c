import ArgumentParser
import StetConfiguration
import StetLanguage
import StetReports
import StetService

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Shows what the configuration says.",
    subcommands: [ConfigShowCommand.self, ConfigSchemaCommand.self])
}

struct ConfigShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Prints what holds for a file, and where each value comes from.")

  @Argument(help: "The file; it need not exist.")
  var file: String

  @OptionGroup var configuration: ConfigurationOptions

  @Flag(help: "Also the rules that are as heavy as their pages say.")
  var all = false

  func run() throws {
    let book = RuleBook(Lexicon(), userRules: configuration.rulesOfTheUser(for: [file]))
    let settings = configuration.settings(book)
    let effective = settings.settings(for: file)
    let table = SettingsTable(effective, rules: book.rules, ignoredBy: settings.ignoring(file))
    Terminal.print(table.plain(all: all))
    for problem in settings.problems { Terminal.complain("stet: \(problem.line)") }
    if !settings.problems.isEmpty { throw ExitCode(2) }
  }
}

struct ConfigSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the JSON Schema of stet.yml, for the completion of editors.")

  func run() throws {
    Terminal.write(ConfigurationSchema.json(RuleBook(Lexicon()).rules))
  }
}

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Writes a commented stet.yml to start from.")

  @Argument(help: "The folder that it is for.")
  var folder = "."

  func run() throws {
    let path = folder == "." ? ConfigurationTree.names[0] : "\(folder)/\(ConfigurationTree.names[0])"
    do {
      try StarterConfiguration.write(to: path)
    } catch {
      Terminal.complain("stet: \(error.line)")
      throw ExitCode(2)
    }
    Terminal.print(
      "Wrote \(path). Every line in it is a comment: take away the # where you want a setting.\n")
  }
}
