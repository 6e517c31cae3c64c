import StetConfiguration
import StetDocument
import StetLint
import StetSpelling

/// Which settings hold for which file: what configuration files say, and what the command line says over them.
package struct RunSettings: Sendable {
  private let tree: ConfigurationTree
  private var commandLine = Settings()
  private let languages = LanguageCheck()

  /// - Parameters:
  ///   - pack: chosen on the command line; nil: configuration decides.
  ///   - kind: the same for what the texts are.
  ///   - language: the same for what they are written in.
  package init(
    _ book: RuleBook, source: ConfigurationTree.Source = .folders, pack: Pack? = nil,
    kind: DocumentKind? = nil, language: LanguageTag? = nil
  ) {
    tree = ConfigurationTree(source, names: RuleNames(book.rules))
    commandLine.pack = pack.map { Placed(value: $0, origin: SettingOrigin(option: "--pack")) }
    commandLine.kind = kind.map { Placed(value: $0, origin: SettingOrigin(option: "--kind")) }
    commandLine.language = language.map { Placed(value: $0, origin: SettingOrigin(option: "--language")) }
  }

  package func settings(for path: String) -> EffectiveSettings {
    var settings = tree.settings(for: path)
    settings.apply(commandLine)
    languages.check(settings)
    return settings
  }

  /// Whether configuration says to compare the files of a run with one another: that of the first path decides.
  package func isProject(_ paths: [String]) -> Bool {
    paths.first.map { settings(for: $0).comparesFiles } ?? false
  }

  /// Leaves out the files that configuration says not to read.
  package func wanted(_ files: [DiscoveredFile]) -> [DiscoveredFile] {
    files.filter { tree.ignoring($0.path) == nil }
  }

  /// The configuration file that says that a file is not to be read.
  package func ignoring(_ path: String) -> String? { tree.ignoring(path) }

  /// What was wrong with the configuration files met so far. What is right in them counts all the same.
  package var problems: [Problem] {
    tree.errors.map(Problem.init)
      + tree.faults.map { fault in
        Problem(
          place: "\(fault.file):\(fault.line):\(fault.column)", what: fault.message,
          nextStep: "Mend the file; the rest of it counts.")
      } + languages.problems
  }
}
