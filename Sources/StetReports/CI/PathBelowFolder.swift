import StetDocument

/// A path as review tools want it: from the folder that the program runs in, which on a build server is the head of
/// the repository. A path outside that folder stays as it is.
func pathBelowFolder(_ path: String, folder: [String] = FilePath.current) -> String {
  guard path.hasPrefix("/") || path.hasPrefix("./") || path.hasPrefix("../") else { return path }
  let parts = FilePath.components(path, from: folder)
  guard parts.count > folder.count, parts.starts(with: folder) else { return path }
  return parts.dropFirst(folder.count).joined(separator: "/")
}
