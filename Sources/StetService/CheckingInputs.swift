import Glibc
import StetConfiguration
import StetDocument

/// The files and folders beside the texts that decide how these are checked, as they were when they were read:
/// tells a program that runs for long whether any of them changed.
package struct CheckingInputs: Sendable {
  /// What has to be read again.
  package enum Change: Sendable, Comparable {
    case none
    /// Configuration or a dictionary.
    case settings
    /// Rules: the engine has to be made anew.
    case rules
  }

  /// nil: there is nothing of that name.
  private var settings: [String: FileStamp?] = [:]
  private var rules: [String: FileStamp?] = [:]
  /// Folders whose configuration is among them already.
  private var folders: Set<[String]> = []
  private var ruleSources: Set<String> = []

  package init() {}

  /// Adds what was read for one text: its configurations, also where there is none yet, and what they name.
  package mutating func add(_ path: String, _ effective: EffectiveSettings) {
    var folder = Array(FilePath.components(path).dropLast())
    guard folders.insert(folder).inserted else { return }
    for file in effective.files + effective.dictionaries.map(\.path) { addSetting(FilePath.absolute(file)) }
    while true {
      for name in ConfigurationTree.names {
        addSetting("/" + (folder + [name]).joined(separator: "/"))
      }
      guard !folder.isEmpty else { break }
      folder.removeLast()
      guard folders.insert(folder).inserted else { break }
    }
  }

  /// Adds folders of rules and configurations of Vale. To be called before they are read, so that nobody changes them
  /// in between unseen.
  package mutating func add(rules paths: Set<String>) {
    for path in paths { if FilePath.isFolder(path) { addRules(below: path) } else { addRule(path) } }
  }

  /// Adds the styles that an engine was made with: where they lie is known only once it is made.
  package mutating func add(_ book: RuleBook) {
    for folder in book.styleFolders { addRules(below: folder) }
  }

  /// What changed since.
  package var change: Change {
    if Self.differs(rules) { return .rules }
    return Self.differs(settings) ? .settings : .none
  }

  /// Folders and files outside of others that a client should watch: absolute paths, sorted.
  package func watched(outside tops: [String]) -> [String] {
    let files = settings.compactMap { path, stamp in stamp == nil ? nil : path }
    return Set(files + ruleSources).filter { path in
      ruleSources.contains(path) || !tops.contains { path.hasPrefix($0 + "/") }
    }.sorted()
  }

  private mutating func addSetting(_ path: String) {
    if settings.index(forKey: path) == nil { settings[path] = .some(FileStamp(path)) }
  }

  private mutating func addRule(_ path: String) {
    ruleSources.insert(path)
    stampRule(path)
  }

  private mutating func stampRule(_ path: String) {
    if rules.index(forKey: path) == nil { rules[path] = .some(FileStamp(path)) }
  }

  /// A folder's own stamp changes with the names in it, so that a new file is seen, too.
  private mutating func addRules(below folder: String) {
    addRule(folder)
    for file in (try? FileDiscovery.files(below: folder, endings: Self.ruleEndings)) ?? [] {
      var parts = FilePath.components(file.path)
      stampRule(file.path)
      parts.removeLast()
      stampRule("/" + parts.joined(separator: "/"))
    }
  }

  /// Rule files, and what styles of Vale consist of.
  private static let ruleEndings: Set<String> = ["yml", "yaml", "txt", "dic", "aff", "ini", "tengo"]

  private static func differs(_ stamps: [String: FileStamp?]) -> Bool {
    stamps.contains { path, stamp in FileStamp(path) != stamp }
  }
}

/// What the system says of a file that changes with its content: its number, size and time of change.
package struct FileStamp: Sendable, Hashable {
  private let number: UInt
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// nil when there is nothing of that name.
  package init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    number = UInt(status.st_ino)
    size = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}
