import FoundationEssentials

/// Where the two files of a Hunspell dictionary lie.
package struct DictionaryLocation: Hashable, Sendable {
  /// The dictionary's name: language and country, for example `en_US`.
  package let name: String
  /// Path of the affix file.
  package let affixPath: String
  /// Path of the word list.
  package let wordsPath: String

  package init(name: String, folder: String) {
    self.name = name
    affixPath = "\(folder)/\(name).aff"
    wordsPath = "\(folder)/\(name).dic"
  }

  /// The folders searched, first wins: those of `DICPATH` (':' between them, as Hunspell's own programs read
  /// it), the one beside the program (`../share/hunspell` from its own folder, where an unpacked archive has
  /// it), then the system's.
  package static func searchFolders(
    environment: [String: String] = ProcessInfo.processInfo.environment,
    program: URL? = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
  ) -> [String] {
    let own = (environment["DICPATH"] ?? "").split(separator: ":").map(String.init)
    let prefix = program?.deletingLastPathComponent().deletingLastPathComponent().path ?? ""
    let beside = prefix == "/usr" ? [] : [(prefix == "/" ? "" : prefix) + "/share/hunspell"]
    return own + beside + systemFolders
  }

  /// Where distributions put Hunspell's dictionaries.
  package static let systemFolders = [
    "/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/share/myspell",
  ]

  /// The first folder that holds both files of the dictionary.
  ///
  /// Throws `SpellingError.missing` when none does.
  package static func find(
    _ name: String, in folders: [String] = searchFolders()
  ) throws(SpellingError) -> DictionaryLocation {
    for folder in folders {
      let location = DictionaryLocation(name: name, folder: folder)
      let files = FileManager.default
      if files.fileExists(atPath: location.affixPath), files.fileExists(atPath: location.wordsPath) {
        return location
      }
    }
    throw .missing(name: name, searched: folders, package: debianPackage(of: name))
  }

  /// `en_US` is in `hunspell-en-us`; nil for a name that no English package of Debian uses.
  private static func debianPackage(of name: String) -> String? {
    let packaged = ["en_US", "en_GB", "en_AU", "en_CA", "en_ZA"]
    guard packaged.contains(name) else { return nil }
    return "hunspell-" + name.lowercased().replacing("_", with: "-")
  }
}
