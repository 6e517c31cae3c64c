import Glibc
import StetDocument
import StetText

/// A digest of what findings depend on besides a text and its settings: the program with all it carries, the libraries
/// that it runs with, the dictionaries, and the users' rule files. A new version, a rebuilt program, an upgraded
/// library or an edited word list each have another one.
struct EngineIdentity {
  private var writer = ByteWriter()

  /// - Parameters:
  ///   - dictionaries: paths whose bytes count.
  ///   - rules: digest of rule files that the program does not carry.
  ///   - content: the digest of a program file, by its path and a digest of what the system says of it: size, times,
  ///     number. Nil when it cannot be read.
  /// - Returns: nil when the program cannot be told from another one.
  static func digest(
    dictionaries: [String], rules: Digest, content: (String, Digest) -> Digest?
  ) -> Digest? {
    var identity = EngineIdentity()
    identity.writer.put(Version.string)
    guard let programs = programs(), !programs.isEmpty else { return nil }
    for program in programs {
      guard let digest = content(program.path, program.state) else { return nil }
      identity.add(digest)
    }
    for path in dictionaries {
      guard let bytes = try? FileReading.read(path) else { return nil }
      identity.writer.put(path)
      identity.add(Digest(bytes))
    }
    identity.add(rules)
    return Digest(identity.writer.bytes)
  }

  private mutating func add(_ digest: Digest) {
    writer.put(digest.first)
    writer.put(digest.second)
  }

  /// Everything that is mapped to be run, the program and its libraries, and what the system says of each.
  private static func programs() -> [(path: String, state: Digest)]? {
    guard let maps = try? FileReading.read("/proc/self/maps") else { return nil }
    var paths: Set<String> = []
    for line in maps.split(separator: 0x0A) {
      // address perms offset device inode path
      let parts = line.split(separator: 0x20, maxSplits: 5, omittingEmptySubsequences: true)
      guard parts.count == 6, parts[1].contains(UInt8(ascii: "x")) else { continue }
      let path = String(decoding: parts[5].drop { $0 == 0x20 }, as: UTF8.self)
      if path.hasPrefix("/") { paths.insert(path) }
    }
    var programs: [(path: String, state: Digest)] = []
    for path in paths.sorted() {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      var state = ByteWriter()
      state.put(path)
      for number in [
        Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec,
        status.st_ctim.tv_nsec,
      ] {
        state.put(UInt64(bitPattern: Int64(number)))
      }
      state.put(UInt64(status.st_ino))
      state.put(UInt64(status.st_dev))
      programs.append((path, Digest(state.bytes)))
    }
    return programs
  }
}
