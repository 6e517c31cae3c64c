import Glibc

/// What the system says about a path.
enum Entry {
  enum Kind {
    case file, folder
  }

  /// Follows links; nil when there is nothing. Pipes and devices count as files.
  static func kind(_ path: [UInt8]) -> Kind? {
    guard !path.isEmpty, !path.contains(0) else { return nil }
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  static func join(_ folder: [UInt8], _ name: [UInt8]) -> [UInt8] {
    if folder.isEmpty || folder == [UInt8(ascii: ".")] { return name }
    return folder.last == UInt8(ascii: "/") ? folder + name : folder + [UInt8(ascii: "/")] + name
  }
}

/// Walks folders and keeps what was found.
struct FolderWalk {
  private struct Identity: Hashable {
    var device: UInt
    var number: UInt
  }

  private var found: [Identity: [UInt8]] = [:]
  var errors: [DiscoveryError] = []
  /// Number of files met, those met before included.
  private(set) var seen = 0

  /// One file under two names (a link, or a path given twice) is kept once, under the name that sorts first.
  mutating func take(_ path: [UInt8]) {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { return }
    seen += 1
    let identity = Identity(device: UInt(status.st_dev), number: UInt(status.st_ino))
    if let known = found[identity], known.lexicographicallyPrecedes(path) { return }
    found[identity] = path
  }

  func result() -> FileDiscovery.Result {
    let paths = found.values.sorted { $0.lexicographicallyPrecedes($1) }
    return FileDiscovery.Result(files: paths.map(DiscoveredFile.init), errors: errors)
  }

  typealias Filter = (glob: Glob, namesEnding: Bool)

  mutating func walk(_ base: [UInt8], pattern: Filter?) {
    let base = base.isEmpty ? [UInt8(ascii: ".")] : base
    guard let absolute = FilePath.resolved(base) else {
      errors.append(.unreadableFolder(path: String(decoding: base, as: UTF8.self), code: errno))
      return
    }
    let top = absolute.split(separator: UInt8(ascii: "/")).map(Array.init)
    var stack = IgnoreStack()
    let root = Self.repository(above: top) ?? top.count
    if root < top.count {
      Self.pushExclude(root: top[..<root], into: &stack)
      for depth in root..<top.count {
        stack.push(Self.ignoreFile(in: Self.path(top[..<depth])), depth: depth)
      }
    }
    visit(base, from: top, inside: [], stack, pattern)
  }

  /// `top` is the walk's base from the root of the file system, `inside` the way from there.
  private mutating func visit(
    _ folder: [UInt8], from top: [[UInt8]], inside: [[UInt8]], _ stack: IgnoreStack, _ pattern: Filter?
  ) {
    guard let entries = Self.entries(folder) else {
      errors.append(.unreadableFolder(path: String(decoding: folder, as: UTF8.self), code: errno))
      return
    }
    var stack = stack
    let depth = top.count + inside.count
    if entries.contains(where: { $0.name.elementsEqual(".git".utf8) }) {
      // A repository inside another does not hear the outer one's patterns.
      stack = IgnoreStack()
      Self.pushExclude(root: (top + inside)[...], into: &stack)
    }
    stack.push(Self.ignoreFile(in: folder), depth: depth)
    for entry in entries {
      let path = Entry.join(folder, entry.name)
      let way = inside + [entry.name]
      if stack.isIgnored(top + way, isFolder: entry.isFolder) { continue }
      if entry.isFolder {
        if entry.name.first != UInt8(ascii: ".") { visit(path, from: top, inside: way, stack, pattern) }
      } else if isWanted(way, pattern), Self.isRegular(path) {
        take(path)
      }
    }
  }

  private func isWanted(_ way: [[UInt8]], _ pattern: Filter?) -> Bool {
    if let pattern {
      guard pattern.glob.matches(way[...]) else { return false }
      if pattern.namesEnding { return true }
    }
    guard let name = way.last, let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let ending = String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
    return DocumentReader.extensions.contains(ending)
  }

  // MARK: Repositories

  /// The number of components of the innermost repository that holds the folder, itself included.
  private static func repository(above top: [[UInt8]]) -> Int? {
    (0...top.count).last { Entry.kind(Entry.join(path(top[..<$0]), Array(".git".utf8))) != nil }
  }

  private static func path(_ parts: ArraySlice<[UInt8]>) -> [UInt8] {
    [UInt8(ascii: "/")] + parts.joined(separator: [UInt8(ascii: "/")])
  }

  private static func ignoreFile(in folder: [UInt8]) -> GitIgnore {
    patterns(Entry.join(folder, Array(".gitignore".utf8)))
  }

  private static func patterns(_ path: [UInt8]) -> GitIgnore {
    GitIgnore((try? FileReading.read(DiscoveredFile(path))) ?? [])
  }

  /// `.git` is a folder, or in a worktree a file that names one, whose `commondir` names the shared one.
  private static func pushExclude(root: ArraySlice<[UInt8]>, into stack: inout IgnoreStack) {
    var git = Entry.join(path(root), Array(".git".utf8))
    if Entry.kind(git) == .file {
      guard let text = firstLine(git), text.starts(with: "gitdir: ".utf8) else { return }
      git = resolve(Array(text.dropFirst(8)), in: path(root))
      if let common = firstLine(Entry.join(git, Array("commondir".utf8))) { git = resolve(common, in: git) }
    }
    stack.push(patterns(Entry.join(git, Array("info/exclude".utf8))), depth: root.count)
  }

  private static func resolve(_ path: [UInt8], in folder: [UInt8]) -> [UInt8] {
    path.first == UInt8(ascii: "/") ? path : Entry.join(folder, path)
  }

  private static func firstLine(_ path: [UInt8]) -> [UInt8]? {
    (try? FileReading.read(DiscoveredFile(path)))?.split(separator: 0x0A).first.map(Array.init)
  }

  // MARK: System calls

  private static func isRegular(_ path: [UInt8]) -> Bool {
    var status = stat()
    return path.withCString { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The folder's entries in the order of their names; links are no folders here. nil with `errno` set.
  private static func entries(_ folder: [UInt8]) -> [(name: [UInt8], isFolder: Bool)]? {
    guard let handle = folder.withCString({ opendir($0) }) else { return nil }
    defer { closedir(handle) }
    var entries: [(name: [UInt8], isFolder: Bool)] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: UInt8.self, capacity: 1) { bytes in
          Array(
            UnsafeBufferPointer(
              start: bytes, count: strlen(UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self))))
        }
      }
      if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { continue }
      var isFolder = entry.pointee.d_type == UInt8(DT_DIR)
      if entry.pointee.d_type == UInt8(DT_UNKNOWN) {
        var status = stat()
        let path = Entry.join(folder, name)
        isFolder = path.withCString { lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
      }
      entries.append((name, isFolder))
    }
    return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }
}
