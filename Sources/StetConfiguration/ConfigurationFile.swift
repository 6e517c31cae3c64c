import StetDocument
import StetSpelling

/// One `stet.yml`, read.
package struct ConfigurationFile: Sendable {
  /// As shown to people.
  package var path: String
  /// The folder that its patterns start from, as components from the root of the file system.
  package var folder: [String]
  /// Whether files above it are not read.
  package var isRoot = false
  package var settings = Settings()
  /// Settings for the files that a pattern matches; later ones count more.
  package var overrides: [(pattern: PathPattern, settings: Settings)] = []
  /// Files that are not read.
  package var ignore: [PathPattern] = []
  /// The house dictionaries that it names, each once.
  package var dictionaries: [HouseDictionary] = []

  package init(path: String, folder: [String]) {
    self.path = path
    self.folder = folder
  }

  /// - Parameter file: components from the root of the file system, below `folder`.
  func settings(for file: [String]) -> Settings {
    let inside = Array(file.dropFirst(folder.count))
    var settings = settings
    for override in overrides where override.pattern.matches(inside) { settings.apply(override.settings) }
    return settings
  }

  func ignores(_ file: [String]) -> Bool {
    let inside = Array(file.dropFirst(folder.count))
    return ignore.contains { $0.matches(inside) }
  }
}

/// A pattern of a configuration file, as `gitignore(5)` reads one: without a slash inside it names a file or
/// folder at any depth, otherwise it starts at the configuration's folder; a folder stands for all below it.
package struct PathPattern: Sendable, Hashable {
  package let text: String
  private let globs: [Glob]

  package init(_ text: String) {
    self.text = text
    let trimmed = text.hasPrefix("./") ? String(text.dropFirst(2)) : text
    let parts = trimmed.split(separator: "/")
    let head = parts.count == 1 && !trimmed.hasPrefix("/") ? "**/" : ""
    let body = head + parts.joined(separator: "/")
    globs = [Glob(body), Glob(body + "/**")]
  }

  func matches(_ path: [String]) -> Bool {
    let joined = path.joined(separator: "/")
    return globs.contains { $0.matches(joined) }
  }

  package static func == (a: PathPattern, b: PathPattern) -> Bool { a.text == b.text }
  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
