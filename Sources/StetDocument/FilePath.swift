import Glibc

/// Paths as components from the root of the file system, without `.` and `..`; links are taken as they are named.
package enum FilePath {
  package static func components(_ path: String) -> [String] { components(path, from: current) }

  /// - Parameter folder: where a relative path starts.
  package static func components(_ path: String, from folder: [String]) -> [String] {
    var parts = path.hasPrefix("/") ? [] : folder
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": if !parts.isEmpty { parts.removeLast() }
      default: parts.append(String(part))
      }
    }
    return parts
  }

  /// The path from the root of the file system.
  package static func absolute(_ path: String, from folder: [String] = current) -> String {
    "/" + components(path, from: folder).joined(separator: "/")
  }

  /// For people: below the current folder without its name, otherwise from the root of the file system.
  package static func shown(_ path: String) -> String { shown(components(path)) }

  /// The folder that the program runs in, asked once.
  package static let current: [String] = {
    guard let path = getcwd(nil, 0) else { return [] }
    defer { free(path) }
    return components(String(cString: path), from: [])
  }()

  /// The absolute path without links; nil with `errno` set.
  package static func resolved(_ path: [UInt8]) -> [UInt8]? {
    path.withCString { path in
      guard let resolved = realpath(path, nil) else { return nil }
      defer { free(resolved) }
      return UnsafeBufferPointer(start: resolved, count: strlen(resolved)).map { UInt8(bitPattern: $0) }
    }
  }

  package static func isFolder(_ path: String) -> Bool { Entry.kind(Array(path.utf8)) == .folder }

  /// For people: below the current folder without its name, otherwise from the root of the file system.
  package static func shown(_ components: [String]) -> String {
    components.starts(with: current) && components.count > current.count
      ? components.dropFirst(current.count).joined(separator: "/") : "/" + components.joined(separator: "/")
  }

  package static func exists(_ components: [String]) -> Bool {
    access("/" + components.joined(separator: "/"), F_OK) == 0
  }
}
