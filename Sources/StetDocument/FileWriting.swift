import Glibc

/// Replaces files whole: at every moment, also after a crash, there is the old file or the new one.
package enum FileWriting {
  /// Why a file was not replaced. It is as it was.
  package enum Failure: Error, Equatable, Sendable {
    /// Somebody wrote to it since it was read.
    case changed
    /// Its mode or its owner lets nobody write to it, or not this user. Replacing it would get round that.
    case readOnly
    /// What the system reports, by its `errno`.
    case system(Int32)
  }

  /// Puts new bytes in the place of a file, with the mode it had. A link stays one: what it leads to is replaced.
  ///
  /// The bytes go to a new file in the same folder, to the disk, and then under the old name (rename(2) is atomic).
  /// - Parameter expected: what the file held when it was read; it is compared just before the change.
  package static func replace(
    _ file: DiscoveredFile, with bytes: [UInt8], expecting expected: [UInt8]
  ) throws(Failure) {
    guard let path = FilePath.resolved(file.bytes) else { throw .system(errno) }
    let current: [UInt8]
    do { current = try FileReading.read(DiscoveredFile(path)) } catch { throw .changed }
    guard current == expected else { throw .changed }
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { throw .system(errno) }
    // Root may write to anything, but a file without the right to write is meant to stay as it is.
    guard status.st_mode & 0o222 != 0, path.withCString({ access($0, W_OK) }) == 0 else { throw .readOnly }
    try put(bytes, at: path, like: status)
  }

  /// Makes a file, or replaces it whatever it holds.
  package static func create(_ path: String, with bytes: [UInt8]) throws(Failure) {
    let path = FilePath.resolved(Array(path.utf8)) ?? Array(path.utf8)
    var status = stat()
    if path.withCString({ stat($0, &status) }) != 0 {
      guard errno == ENOENT else { throw .system(errno) }
      let mask = umask(0)
      umask(mask)
      status.st_mode = 0o666 & ~mask
      status.st_uid = geteuid()
      status.st_gid = getegid()
    }
    try put(bytes, at: path, like: status)
  }

  private static func put(_ bytes: [UInt8], at path: [UInt8], like status: stat) throws(Failure) {
    let (temporary, descriptor) = open(beside: path)
    guard descriptor >= 0 else { throw .system(errno) }
    let code = write(bytes, to: descriptor, like: status)
    guard code == 0, temporary.withCString({ from in path.withCString { rename(from, $0) } }) == 0 else {
      let code = code == 0 ? errno : code
      _ = temporary.withCString { unlink($0) }
      throw .system(code)
    }
    synchronizeFolder(of: path)
  }

  /// A new file in the folder of another one. A process that was killed may have left one of the same number.
  private static func open(beside path: [UInt8]) -> (path: [UInt8], descriptor: Int32) {
    var tries = 0
    while true {
      let suffix = tries == 0 ? "" : "-\(tries)"
      let temporary = path + Array(".stet-\(getpid())\(suffix)".utf8)
      let descriptor = temporary.withCString {
        Glibc.open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      }
      tries += 1
      if descriptor >= 0 || errno != EEXIST || tries == 100 { return (temporary, descriptor) }
    }
  }

  /// Writes and closes. 0, or `errno`.
  private static func write(_ bytes: [UInt8], to descriptor: Int32, like status: stat) -> Int32 {
    defer { close(descriptor) }
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: sent), bytes.count - sent)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count == 0 ? EIO : errno }
      sent += count
    }
    // Only root may give a file away; the mode comes after it, since chown(2) takes bits from the mode.
    _ = fchown(descriptor, status.st_uid, status.st_gid)
    guard fchmod(descriptor, status.st_mode & 0o7777) == 0, fsync(descriptor) == 0 else { return errno }
    return 0
  }

  /// So that the new name outlives a loss of power; failing that, the old file does.
  private static func synchronizeFolder(of path: [UInt8]) {
    let folder = path.lastIndex(of: UInt8(ascii: "/")).map { Array(path[...$0]) } ?? [UInt8(ascii: ".")]
    let descriptor = folder.withCString { Glibc.open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
