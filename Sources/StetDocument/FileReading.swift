import Glibc

/// Why a file could not be read.
package enum FileError: Error, Equatable, Sendable {
  case notFound(path: String)
  case noPermission(path: String)
  case isFolder(path: String)
  /// `size` in bytes.
  case tooLarge(path: String, size: Int)
  /// Anything else that the system reports, by its `errno`.
  case unreadable(path: String, code: Int32)

  package var path: String {
    switch self {
    case .notFound(let path), .noPermission(let path), .isFolder(let path), .tooLarge(let path, _),
      .unreadable(let path, _):
      return path
    }
  }

  /// What happened, without the path.
  package var what: String {
    switch self {
    case .notFound: return "there is no such file"
    case .noPermission: return "the file may not be read"
    case .isFolder: return "this is a folder, not a file"
    case .tooLarge(_, let size): return "the file is too large: \(size) bytes, the limit is 2 GiB"
    case .unreadable(_, let code): return "the file could not be read: \(String(cString: strerror(code)))"
    }
  }

  package var nextStep: String {
    switch self {
    case .notFound: return "Check the spelling of the path."
    case .noPermission: return "Check the permissions of the file and of the folders above it."
    case .isFolder: return "Name a file in it."
    case .tooLarge: return "Split the file."
    case .unreadable: return "Try again, and check the disk."
    }
  }
}

/// Reads whole files.
package enum FileReading {
  /// In bytes: every offset inside must fit in 32 bits with room to spare.
  package static let sizeLimit = 2 << 30

  /// The bytes of a file. The path may also name a pipe.
  package static func read(_ path: String) throws(FileError) -> [UInt8] {
    try read(Array(path.utf8), path: path)
  }

  package static func read(_ file: DiscoveredFile) throws(FileError) -> [UInt8] {
    try read(file.bytes, path: file.path)
  }

  /// All that comes in on standard input; in errors it is called `-`.
  package static func readStandardInput() throws(FileError) -> [UInt8] {
    try read(descriptor: STDIN_FILENO, expected: 0, path: "-")
  }

  private static func read(_ native: [UInt8], path: String) throws(FileError) -> [UInt8] {
    guard !native.contains(0) else { throw .notFound(path: path) }
    let descriptor = native.withCString { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw error(errno, path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw error(errno, path) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .isFolder(path: path) }
    let size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    guard size <= sizeLimit else { throw .tooLarge(path: path, size: size) }
    return try read(descriptor: descriptor, expected: size, path: path)
  }

  /// Reads to the end. The size is only a guess: files grow, and pipes have none.
  private static func read(descriptor: Int32, expected: Int, path: String) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: expected + 1)
    var count = 0
    while true {
      if count == bytes.count {
        guard count <= sizeLimit else { throw .tooLarge(path: path, size: count) }
        bytes.append(contentsOf: repeatElement(0, count: max(65_536, count)))
      }
      let result = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), min(buffer.count - count, 1 << 30))
      }
      if result == 0 { break }
      if result < 0 {
        if errno == EINTR { continue }
        throw error(errno, path)
      }
      count += result
    }
    guard count <= sizeLimit else { throw .tooLarge(path: path, size: count) }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// - Parameter code: `errno`.
  package static func error(_ code: Int32, _ path: String) -> FileError {
    switch code {
    case ENOENT, ENOTDIR: return .notFound(path: path)
    case EACCES, EPERM: return .noPermission(path: path)
    case EISDIR: return .isFolder(path: path)
    default: return .unreadable(path: path, code: code)
    }
  }
}

extension [UInt8] {
  /// Calls with the bytes and a NUL, as the system wants a path.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    var copy = self
    copy.append(0)
    return copy.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("a string with its NUL is never empty") }
      return body(base.assumingMemoryBound(to: CChar.self))
    }
  }
}
