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
  package init(
    _ book: RuleBook, source: ConfigurationTree.Source = .folders, pack: Pack? = nil,
    kind: DocumentKind? = nil
  ) {
    tree = ConfigurationTree(source, names: RuleNames(book.rules))
    commandLine.pack = pack.map { Placed(value: $0, origin: SettingOrigin(option: "--pack")) }
    commandLine.kind = kind.map { Placed(value: $0, origin: SettingOrigin(option: "--kind")) }
  }

  package func settings(for path: String) -> EffectiveSettings {
    var settings = tree.settings(for: path)
    settings.apply(commandLine)
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

  /// Leaves out the files that configuration says not to read, and baselines, which are no texts.
  package func wanted(_ files: [DiscoveredFile]) -> [DiscoveredFile] {
    files.filter { file in
      let isBaseline = file.path == Baseline.name || file.path.hasSuffix("/" + Baseline.name)
      return !isBaseline && tree.ignoring(file.path) == nil
    }
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
