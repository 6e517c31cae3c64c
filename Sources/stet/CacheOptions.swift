import ArgumentParser
import StetService

/// The options that say where results of unchanged files are kept.
struct CacheOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Keep the results of unchanged files in this folder, not in the user's own cache.", valueName: "folder")
  )
  var cache: String?

  @Flag(help: "Check all files anew, and keep no results.")
  var noCache = false

  mutating func validate() throws {
    if cache != nil, noCache { throw ValidationError("--cache and --no-cache exclude each other.") }
    if cache == "" { throw ValidationError("--cache takes the name of a folder.") }
  }

  /// - Parameter paths: what is checked; the configuration of the first may name a folder, too.
  func results(_ engine: Engine, _ settings: RunSettings, paths: [String]) -> ResultCache? {
    guard !noCache else { return nil }
    let folder: CacheFolder
    if let cache {
      folder = CacheFolder(named: cache)
    } else {
      switch settings.cache(paths) {
      case .off: return nil
      case .folder(let path): folder = CacheFolder(named: path)
      case .user:
        guard let own = CacheFolder(environment: Terminal.environment) else { return nil }
        folder = own
      }
    }
    if folder.isNamed, let problem = folder.prepare() {
      Terminal.complain("stet: \(problem.line)")
      return nil
    }
    return ResultCache(folder, for: engine)
  }
}
