import ArgumentParser
import StetConfiguration
import StetDocument
import StetLint
import StetService

/// The options that say how files find their settings, and what is set for all of them.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Read this configuration for all files, and no other.", valueName: "file"))
  var config: String?

  @Flag(help: "Read no configuration.")
  var noConfig = false

  @Option(
    help: ArgumentHelp(
      "The rules to check by: "
        + Pack.allCases.map { "\($0.rawValue) (\($0.summary))" }.joined(separator: ", ")
        + ".", valueName: "pack"))
  var pack: Pack?

  @Option(
    help: ArgumentHelp(
      "What the texts are: \(DocumentKind.allCases.map(\.rawValue).joined(separator: ", ")). Without it each is "
        + "looked at.", valueName: "kind"))
  var kind: DocumentKind?

  @OptionGroup var language: LanguageOptions
  @OptionGroup var userRules: UserRuleOptions

  mutating func validate() throws {
    if config != nil, noConfig { throw ValidationError("--config and --no-config exclude each other.") }
  }

  func settings(_ book: RuleBook) -> RunSettings {
    RunSettings(
      book, source: source, pack: pack, kind: kind, language: language.language, userRules: userRules.settings
    )
  }

  private var source: ConfigurationTree.Source {
    noConfig ? .none : config.map { .file($0) } ?? .folders
  }

  /// The rules that the user brings along for some files.
  func rulesOfTheUser(for paths: some Sequence<String>) -> UserRules {
    UserRules(for: paths, source: source, options: userRules.settings)
  }

  /// The engine for some files: with the rules that their configuration brings along.
  func engine(for paths: some Sequence<String>) throws -> Engine {
    do {
      return try Engine(userRules: rulesOfTheUser(for: paths))
    } catch {
      Terminal.complain("stet: \(error.line)")
      throw ExitCode(2)
    }
  }
}

extension Pack: ExpressibleByArgument {}
extension DocumentKind: ExpressibleByArgument {}
