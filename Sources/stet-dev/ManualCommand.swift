import ArgumentParser
import Foundation

/// Writes the manual page from what the program says of itself.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page of stet.",
    discussion: """
      Takes the output of `stet --experimental-dump-help` and of `stet rules --json`, each in a file.
      """)

  @Argument(help: "The description of the commands, as JSON.")
  var help: String

  @Argument(help: "The rules, as JSON.")
  var rules: String

  func run() throws {
    let decoder = JSONDecoder()
    let tool = try decoder.decode(ToolDescription.self, from: Data(contentsOf: URL(fileURLWithPath: help)))
    let rules = try decoder.decode([RuleLine].self, from: Data(contentsOf: URL(fileURLWithPath: rules)))
    print(ManualPage(tool.command, rules: rules).text, terminator: "")
  }
}
