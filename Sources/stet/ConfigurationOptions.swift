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

  mutating func validate() throws {
    if config != nil, noConfig { throw ValidationError("--config and --no-config exclude each other.") }
  }

  func settings(_ book: RuleBook) -> RunSettings {
    let source: ConfigurationTree.Source = noConfig ? .none : config.map { .file($0) } ?? .folders
    return RunSettings(book, source: source, pack: pack, kind: kind, language: language.language)
  }
}

extension Pack: ExpressibleByArgument {}
extension DocumentKind: ExpressibleByArgument {}
