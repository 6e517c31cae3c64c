import Glibc
import StetDocument
import StetText

/// The file of a cache, and how it is read and replaced.
package struct CacheFolder: Sendable {
  /// The folder, as the system wants it.
  package let path: String
  private let file: String
  /// Whether the user named it, so that a failure is worth a word.
  package let isNamed: Bool

  /// A folder for one project: it holds one file, and git leaves it alone.
  package init(named path: String) {
    self.path = path
    file = path + "/results.pack"
    isNamed = true
  }

  /// The user's folder for all projects, `$XDG_CACHE_HOME/stet` or `~/.cache/stet` (XDG Base Directory Specification
  /// 0.8): a file for each repository, or for each folder that Stet runs in outside of one. Nil without a home.
  package init?(environment: (String) -> String?) {
    // The specification says to ignore a path that is not absolute.
    if let base = environment("XDG_CACHE_HOME"), base.hasPrefix("/") {
      path = base + "/stet"
    } else if let home = environment("HOME"), home.hasPrefix("/"), FilePath.isFolder(home) {
      path = home + "/.cache/stet"
    } else {
      return nil
    }
    var root = FilePath.current
    while !root.isEmpty, !FilePath.exists(root + [".git"]) { root.removeLast() }
    let owner = root.isEmpty ? FilePath.current : root
    file = path + "/" + Digest(Array(owner.joined(separator: "/").utf8)).hexadecimal + ".pack"
    isNamed = false
  }

  static var today: UInt32 { UInt32(clamping: time(nil) / 86_400) }

  /// The file's bytes; none when it is not there or cannot be read.
  func read() -> [UInt8] { (try? FileReading.read(file)) ?? [] }

  /// Makes the folder. nil, or why it cannot be written to.
  package func prepare() -> Problem? {
    var made = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      made += (made.isEmpty && !path.hasPrefix("/") ? "" : made == "/" ? "" : "/") + part
      if !made.isEmpty, made != "/" { mkdir(made, 0o700) }
    }
    guard access(path, W_OK | X_OK) == 0 else {
      return Problem(
        place: path, what: "the cache cannot be kept here: \(String(cString: strerror(errno)))",
        nextStep: "All files are checked anew; name another folder with --cache, or say --no-cache.")
    }
    mark()
    return nil
  }

  /// Tells git and backups that what is in the folder can be made again (https://bford.info/cachedir/).
  private func mark() {
    let tag = path + "/CACHEDIR.TAG"
    guard access(tag, F_OK) != 0 else { return }
    try? FileWriting.create(
      tag, with: Array("Signature: 8a477f597d28d172789f06886806bc55\n# Made by stet; may be removed.\n".utf8))
    if isNamed { try? FileWriting.create(path + "/.gitignore", with: Array("*\n".utf8)) }
  }

  /// Replaces the file by what `body` makes of its bytes, one process at a time. When another process is at it for
  /// long, nothing happens.
  func update(_ body: ([UInt8]) -> [UInt8]) {
    guard prepare() == nil else { return }
    let lock = open(path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0 else { return }
    defer { close(lock) }
    var tries = 0
    while flock(lock, LOCK_EX | LOCK_NB) != 0 {
      tries += 1
      guard tries < 100, errno == EWOULDBLOCK || errno == EINTR else { return }
      usleep(10_000)
    }
    replace(with: body(read()))
    if !isNamed { makeRoom() }
  }

  /// Nothing waits for the disk: after a loss of power a torn file is known by its digests.
  private func replace(with bytes: [UInt8]) {
    let temporary = "\(file).\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(descriptor, $0.baseAddress?.advanced(by: sent), bytes.count - sent)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      sent += count
    }
    close(descriptor)
    if sent < bytes.count || rename(temporary, file) != 0 { unlink(temporary) }
  }

  /// Bytes of all files in the user's folder.
  private static let sizeLimit = 256 << 20

  /// Removes the files that were written longest ago until the rest is small enough, and what processes that were
  /// killed left behind.
  private func makeRoom() {
    guard let handle = opendir(path) else { return }
    defer { closedir(handle) }
    var packs: [(path: String, time: Int, size: Int)] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name.contains(".pack") else { continue }
      var status = stat()
      guard lstat("\(path)/\(name)", &status) == 0 else { continue }
      if !name.hasSuffix(".pack") {
        if status.st_mtim.tv_sec + 3_600 < time(nil) { unlink("\(path)/\(name)") }
        continue
      }
      packs.append(("\(path)/\(name)", status.st_mtim.tv_sec, Int(status.st_size)))
    }
    packs.sort { $0.time > $1.time }
    var size = 0
    for pack in packs {
      size += pack.size
      if size > Self.sizeLimit, pack.path != file { unlink(pack.path) }
    }
  }
}
