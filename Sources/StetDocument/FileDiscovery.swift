import Glibc

/// A file to be read: its path as the user gave it or as it was found below what the user gave, without a
/// leading `./`.
package struct DiscoveredFile: Hashable, Sendable {
  /// For output; bytes that are no UTF-8 are U+FFFD.
  package let path: String
  /// For the system.
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    self.path = String(decoding: bytes, as: UTF8.self)
  }
}

/// Why a path gave no files. The other paths are searched all the same.
package enum DiscoveryError: Error, Equatable, Sendable {
  case notFound(path: String)
  case noMatch(pattern: String)
  /// A folder could not be opened; `code` is `errno`.
  case unreadableFolder(path: String, code: Int32)

  package var path: String {
    switch self {
    case .notFound(let path), .noMatch(let path), .unreadableFolder(let path, _): return path
    }
  }

  package var what: String {
    switch self {
    case .notFound: return "there is no such file or folder"
    case .noMatch: return "no file matches this pattern"
    case .unreadableFolder(_, let code):
      return "the folder could not be read: \(String(cString: strerror(code)))"
    }
  }

  package var nextStep: String {
    switch self {
    case .notFound: return "Check the spelling of the path."
    case .noMatch: return "Check the pattern; files that git ignores are left out."
    case .unreadableFolder: return "Check its permissions, or have git ignore it."
    }
  }
}

/// Finds the files below paths that a user names.
package enum FileDiscovery {
  package struct Result: Sendable {
    /// In the byte order of their paths, each file once.
    package var files: [DiscoveredFile] = []
    package var errors: [DiscoveryError] = []
  }

  /// Paths may be files, folders or patterns (`content/**/*.md`). A file that is named is taken whatever
  /// its ending. Folders are walked: what git ignores, hidden folders and unknown endings are left out;
  /// links to folders are not followed. Of git's sources of patterns, the user's global file is not read.
  package static func files(in paths: [String]) -> Result {
    var walk = FolderWalk()
    for path in paths {
      let bytes = normalized(Array(path.utf8))
      switch Entry.kind(bytes) {
      case .folder: walk.walk(bytes, pattern: nil)
      case .file: walk.take(bytes)
      case nil:
        guard Glob.isPattern(path) else {
          walk.errors.append(.notFound(path: path))
          break
        }
        let before = walk.seen
        for pattern in Glob.alternatives(bytes) { expand(pattern, &walk) }
        if walk.seen == before { walk.errors.append(.noMatch(pattern: path)) }
      }
    }
    return walk.result()
  }

  /// Walks the folder that stands before the pattern's first sign.
  private static func expand(_ pattern: [UInt8], _ walk: inout FolderWalk) {
    let slash = UInt8(ascii: "/")
    var base: [UInt8] = pattern.first == slash ? [slash] : []
    let parts = pattern.split(separator: slash).map(Array.init)
    let first = parts.firstIndex { $0.contains { "*?[".utf8.contains($0) } } ?? parts.count
    if first == parts.count {
      if Entry.kind(pattern) == .file { walk.take(pattern) }
      if Entry.kind(pattern) == .folder { walk.walk(pattern, pattern: nil) }
      return
    }
    for part in parts[..<first] { base = Entry.join(base, part) }
    guard Entry.kind(base.isEmpty ? [UInt8(ascii: ".")] : base) == .folder else { return }
    let rest = Array(parts[first...])
    let namesEnding = rest.last.map { last in
      last.lastIndex(of: UInt8(ascii: ".")).map { !last[$0...].contains { "*?[".utf8.contains($0) } } ?? false
    }
    walk.walk(base, pattern: (Glob(components: rest), namesEnding ?? false))
  }

  /// Without `./` at the head, doubled slashes and a slash at the end.
  private static func normalized(_ path: [UInt8]) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    let parts = path.split(separator: slash).filter { $0 != [UInt8(ascii: ".")] }
    let joined = Array(parts.joined(separator: [slash]))
    if path.first == slash { return [slash] + joined }
    return joined.isEmpty && !path.isEmpty ? [UInt8(ascii: ".")] : joined
  }
}
