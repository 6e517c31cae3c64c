import ArgumentParser
import StetSpelling

/// What the texts are written in, over what configuration says.
struct LanguageOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The language of the texts: a code such as fr or de-AT. Rules for English alone are off in other languages; "
        + "words are looked up in the system's Hunspell dictionary.", valueName: "code"))
  var language: LanguageTag?
}

extension LanguageTag: ExpressibleByArgument {
  /// A code as it stands behind the option.
  public init?(argument: String) { self.init(argument) }
}
