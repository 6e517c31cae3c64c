import StetConfiguration
import StetDocument
import StetLint

/// Which settings hold for which file: what configuration files say, and what the command line says over them.
package struct RunSettings: Sendable {
  private let tree: ConfigurationTree
  private var commandLine = Settings()

  /// - Parameters:
  ///   - pack: chosen on the command line; nil: configuration decides.
  ///   - kind: the same for what the texts are.
  ///   - userRules: rules of the user's own that the command line names.
  package init(
    _ book: RuleBook, source: ConfigurationTree.Source = .folders, pack: Pack? = nil,
    kind: DocumentKind? = nil, userRules: Settings = Settings()
  ) {
    tree = ConfigurationTree(source, names: RuleNames(book.rules))
    commandLine = userRules
    commandLine.pack = pack.map { Placed(value: $0, origin: SettingOrigin(option: "--pack")) }
    commandLine.kind = kind.map { Placed(value: $0, origin: SettingOrigin(option: "--kind")) }
  }

  package func settings(for path: String) -> EffectiveSettings {
    var settings = tree.settings(for: path)
    settings.apply(commandLine)
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
      }
  }
}
