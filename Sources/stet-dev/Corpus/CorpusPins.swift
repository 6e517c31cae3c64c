import FoundationEssentials
import StetDocument

/// Which texts the figures of commits were measured on: a name and a digest for each corpus, so that two people
/// who compare figures know that they read the same.
struct CorpusPins {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private var digests: [String: String] = [:]

  /// Reads lines of a digest and a name; `#` begins a comment. A file that is not there has no pins.
  init(file: String) throws {
    guard let text = try? String(contentsOf: URL(filePath: file), encoding: .utf8) else { return }
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = line.prefix { $0 != "#" }.split(separator: " ")
      if words.isEmpty { continue }
      guard words.count == 2 else {
        throw Failure(description: "\(file):\(number + 1): a pin is a digest and the name of a folder.")
      }
      digests[String(words[1])] = String(words[0])
    }
  }

  enum Verdict: Equatable {
    case same
    case unpinned(digest: String)
    case other(digest: String)
  }

  func verdict(_ name: String, digest: String) -> Verdict {
    guard let known = digests[name] else { return .unpinned(digest: digest) }
    return known == digest ? .same : .other(digest: digest)
  }

  /// 64-bit FNV-1a (Fowler, Noll, Vo) over the files that `stet lint` reads in a folder, path and bytes.
  static func digest(of folder: String) throws -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    for file in FileDiscovery.files(in: [folder]).files {
      mix(file.path.dropFirst(folder.count).utf8)
      mix([0])
      mix(try FileReading.read(file))
      mix([0])
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
