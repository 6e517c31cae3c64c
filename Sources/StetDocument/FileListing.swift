import Glibc

extension FileDiscovery {
  /// All files below a folder that have one of these endings, in the byte order of their paths. Unlike `files(in:)`
  /// it takes what git ignores too, since rules and styles are often fetched and not kept in the repository.
  ///
  /// Hidden folders and those whose names begin with `_` are left out.
  package static func files(
    below folder: String, endings: Set<String>
  ) throws(DiscoveryError) -> [DiscoveredFile] {
    var found: [DiscoveredFile] = []
    let top = Array(folder.utf8)
    guard Entry.kind(top) == .folder else {
      if Entry.kind(top) == .file { throw .unreadableFolder(path: folder, code: ENOTDIR) }
      throw .notFound(path: folder)
    }
    guard list(top, endings, depth: 0, &found) else {
      throw .unreadableFolder(path: folder, code: errno)
    }
    return found.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  /// Deeper folders are not read: a link may lead in a circle.
  private static let depthLimit = 12

  /// False with `errno` set when the folder cannot be opened.
  private static func list(
    _ folder: [UInt8], _ endings: Set<String>, depth: Int, _ found: inout [DiscoveredFile]
  ) -> Bool {
    guard depth < depthLimit else { return true }
    guard let handle = folder.withCString({ opendir($0) }) else { return false }
    defer { closedir(handle) }
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) {
          UnsafeBufferPointer(start: $0, count: strlen($0)).map { UInt8(bitPattern: $0) }
        }
      }
      guard let first = name.first, first != UInt8(ascii: ".") else { continue }
      let path = Entry.join(folder, name)
      switch Entry.kind(path) {
      case .folder:
        if first != UInt8(ascii: "_") { _ = list(path, endings, depth: depth + 1, &found) }
      case .file:
        let dot = name.lastIndex(of: UInt8(ascii: ".")).map { name[($0 + 1)...] } ?? []
        if endings.contains(String(decoding: dot, as: UTF8.self)) { found.append(DiscoveredFile(path)) }
      case nil: continue
      }
    }
    return true
  }
}
