import StetConfiguration
import StetDocument
import StetLint
import StetPatterns

/// The rules that a project brings along: folders of rule files, and configurations of Vale. They must be known
/// before the engine is made, since rules name words.
package struct UserRules: Sendable {
  /// Rule files, sorted by folder and name.
  package private(set) var files: [PatternSet.File] = []
  /// Absolute paths of configurations of Vale.
  package private(set) var valeFiles: [String] = []
  /// Folders that cannot be read, or hold no rule.
  package private(set) var problems: [Problem] = []

  package static let none = UserRules()

  private init() {}

  /// - Parameter folders: of rule files, as the user gave them.
  package init(folders: [String], vale: [String] = []) {
    var seen: Set<String> = []
    for folder in folders where seen.insert(FilePath.absolute(folder)).inserted {
      add(folder: FilePath.absolute(folder), namedBy: nil)
    }
    for path in vale where seen.insert(FilePath.absolute(path)).inserted {
      valeFiles.append(FilePath.absolute(path))
    }
  }

  /// What the configurations of some files bring along, and the command line.
  ///
  /// - Parameters:
  ///   - paths: files that will be read; they need not exist.
  ///   - options: what the command line names.
  package init(
    for paths: some Sequence<String>, source: ConfigurationTree.Source, options: Settings = Settings()
  ) {
    // Names of rules are not known yet, and faults are told when the settings are read in earnest.
    let tree = ConfigurationTree(source, names: RuleNames([]))
    var named = options.ruleFolders
    var vale = [options.vale].compactMap { $0 }
    var folders: Set<Substring> = []
    for path in paths where folders.insert(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]).inserted {
      let settings = tree.settings(for: path).settings
      named += settings.ruleFolders
      vale += [settings.vale].compactMap { $0 }
    }
    var seen: Set<String> = []
    for folder in named where seen.insert(folder.value).inserted {
      add(folder: folder.value, namedBy: folder.origin)
    }
    for file in vale where seen.insert(file.value).inserted { valeFiles.append(file.value) }
  }

  /// - Parameters:
  ///   - folder: an absolute path.
  ///   - origin: the setting that names it.
  private mutating func add(folder: String, namedBy origin: SettingOrigin?) {
    let place = origin?.text ?? FilePath.shown(folder)
    let shown = FilePath.shown(folder)
    let found: [DiscoveredFile]
    do {
      found = try FileDiscovery.files(below: folder, endings: ["yml", "yaml"])
    } catch {
      problems.append(
        Problem(
          place: place, what: "the folder of rules \(shown) cannot be read: \(error.what)",
          nextStep: "Name a folder with rule files; `stet explain` and Rules/README.md show their form."))
      return
    }
    if found.isEmpty {
      problems.append(
        Problem(
          place: place, what: "the folder of rules \(shown) holds no rule",
          nextStep: "A rule is a file that ends in .yml and is named after the rule's id."))
    }
    for file in found {
      do {
        files.append(
          PatternSet.File(name: FilePath.shown(file.path), bytes: try FileReading.read(file), origin: folder))
      } catch {
        problems.append(Problem(error))
      }
    }
  }
}
