import ArgumentParser
import StetReports
import StetService

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "rules", abstract: "Lists all rules.")

  @Flag(help: "Write JSON.")
  var json = false

  @OptionGroup var configuration: RuleSourceOptions

  func run() throws {
    let book = configuration.book()
    let table = RuleTable(book.rules.map { DescribedRule($0, page: nil) })
    if json { Terminal.write(table.json()) } else { Terminal.print(table.plain()) }
  }
}

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tells what a rule marks, why, and how sure it is.")

  @Argument(help: "The rule's id, as it stands in brackets behind a finding.")
  var rule: String

  @OptionGroup var configuration: RuleSourceOptions

  func run() throws {
    let book = configuration.book()
    guard let metadata = book.rule(rule) else {
      let hint = book.nearest(rule).map { "Did you mean “\($0)”? " } ?? ""
      Terminal.complain("stet: there is no rule “\(rule)”. \(hint)`stet rules` lists all of them.")
      throw ExitCode(2)
    }
    Terminal.print(RuleText(DescribedRule(metadata, page: book.page(metadata))).plain())
  }
}
