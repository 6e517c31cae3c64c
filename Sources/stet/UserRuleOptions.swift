import ArgumentParser
import StetConfiguration

/// Rules of the user's own that the command line names, beside those of the configuration.
struct UserRuleOptions: ParsableArguments {
  @Option(
    name: .customLong("rule-folder"),
    help: ArgumentHelp("Also check by the rule files in this folder; see `stet test`.", valueName: "folder"))
  var ruleFolders: [String] = []

  @Option(
    help: ArgumentHelp(
      "Also check by the styles of this configuration of Vale (.vale.ini).", valueName: "file"))
  var vale: String?

  var settings: Settings { Settings(ruleFolders: ruleFolders, vale: vale) }
}
