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
  ///   - userRules: rules of the user's own that the command line names.
  package init(
    _ book: RuleBook, source: ConfigurationTree.Source = .folders, pack: Pack? = nil,
    kind: DocumentKind? = nil, language: LanguageTag? = nil, userRules: Settings = Settings()
  ) {
    tree = ConfigurationTree(source, names: RuleNames(book.rules))
    commandLine = userRules
    commandLine.pack = pack.map { Placed(value: $0, origin: SettingOrigin(option: "--pack")) }
    commandLine.kind = kind.map { Placed(value: $0, origin: SettingOrigin(option: "--kind")) }
    commandLine.language = language.map { Placed(value: $0, origin: SettingOrigin(option: "--language")) }
  }

  /// - Parameter own: what is said of this text alone; counts most.
  package func settings(for path: String, adding own: Settings = Settings()) -> EffectiveSettings {
    var settings = tree.settings(for: path)
    settings.apply(commandLine)
    settings.apply(own)
    languages.check(settings)
    return settings
  }

  /// Whether the configuration of any file says to compare the files of a run with one another. It is the same for
  /// all files of a folder.
  package func compares(_ files: [DiscoveredFile]) -> Bool {
    var folders: Set<Substring> = []
    return files.contains { file in
      let end = file.path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? file.path.startIndex
      return folders.insert(file.path[..<end]).inserted && settings(for: file.path).comparesFiles
    }
  }

  /// Where configuration says to keep results: that of the first path decides.
  package func cache(_ paths: [String]) -> CacheSetting { first(of: paths)?.cache ?? .user }

  /// What holds for a file at the first path, or in it when it is a folder.
  private func first(of paths: [String]) -> EffectiveSettings? {
    paths.first.map { settings(for: FilePath.isFolder($0) ? "\($0)/\(ConfigurationTree.names[0])" : $0) }
  }

  /// Leaves out the files that configuration says not to read, and baselines, which are no articles.
  /// - Parameter baseline: of the run, when it may have another name than the usual one.
  package func wanted(_ files: [DiscoveredFile], baseline: String? = nil) -> [DiscoveredFile] {
    let own = baseline.map { FilePath.components($0) }
    return files.filter { file in
      if tree.ignoring(file.path) != nil { return false }
      guard file.path.hasSuffix(".txt") || own != nil else { return true }
      let parts = FilePath.components(file.path)
      return parts.last != Baseline.name && parts != own
    }
  }

  /// The configuration file that says that a file is not to be read.
  package func ignoring(_ path: String) -> String? { tree.ignoring(path) }

  /// Places in the configuration files met so far that say nothing that can be followed.
  package var faults: [ConfigurationFault] { tree.faults }

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
