import Foundation

/// The files of the checkout that these tests belong to.
enum Checkout {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// One Swift file: where it lies below `root`, and its lines.
  struct SwiftFile {
    var path: String
    var lines: [Substring]

    /// The folder below Sources or Tests: the target.
    var target: String { String(path.split(separator: "/")[1]) }
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// All Swift files below a folder, sorted.
  static func swiftFiles(_ folder: String) throws -> [SwiftFile] {
    let paths = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
    return try (paths?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }.sorted().map {
      let path = "\(folder)/\($0)"
      let lines = try text(path).split(separator: "\n", omittingEmptySubsequences: false)
      return SwiftFile(path: path, lines: lines.last == "" ? lines.dropLast() : lines)
    }
  }

  /// The folders directly below Sources.
  static func targets() throws -> Set<String> {
    let sources = root.appendingPathComponent("Sources")
    let names = try FileManager.default.contentsOfDirectory(
      at: sources, includingPropertiesForKeys: [.isDirectoryKey])
    return Set(names.filter(\.hasDirectoryPath).map(\.lastPathComponent))
  }
}
