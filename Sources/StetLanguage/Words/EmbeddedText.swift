import CStetData

/// The data files that are carried inside the program; see `Sources/CStetData`.
package enum EmbeddedText {
  /// The bytes of a file, or nil when there is none of that name. They live as long as the program.
  package static func bytes(_ name: String) -> UnsafeBufferPointer<UInt8>? {
    var count = 0
    let files = UnsafeBufferPointer(start: stet_data_files(&count), count: count)
    for file in files where String(cString: file.name) == name {
      return UnsafeBufferPointer(start: file.bytes, count: file.count)
    }
    return nil
  }

  /// The names of all files, sorted.
  package static var names: [String] {
    var count = 0
    let files = UnsafeBufferPointer(start: stet_data_files(&count), count: count)
    return files.map { String(cString: $0.name) }
  }

  /// The lines of a file that are neither empty nor comments.
  package static func lines(_ name: String) -> [Substring] {
    guard let bytes = bytes(name) else {
      preconditionFailure("the program was built without \(name): run `make data` and build again")
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
  }
}
