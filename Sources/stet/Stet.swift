import ArgumentParser
import StetService

@main
struct Stet: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stet",
    abstract: "Reads articles as a copy desk does and marks what must not be published.",
    discussion: """
      Exit status: 0 no findings at or above the threshold, 1 findings, 2 something could not be done.
      """,
    version: Version.string,
    subcommands: [
      LintCommand.self, FixCommand.self, BaselineCommand.self, InitCommand.self, ConfigCommand.self,
      RulesCommand.self, TestCommand.self,
      ExplainCommand.self,
      DumpCommand.self, WordsCommand.self, CompletionsCommand.self, ServerCommand.self,
    ])

  /// Usage errors exit with 2, as every other “could not run” does; the parser's own code would be 64.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let code as ExitCode {
      exit(withCode: code.rawValue)
    } catch {
      let text = fullMessage(for: error)
      guard exitCode(for: error) != .success else {
        Terminal.print(text + "\n")
        return
      }
      Terminal.complain(text)
      exit(withCode: 2)
    }
  }

  private static func exit(withCode code: Int32) -> Never { Terminal.exit(code) }
}
