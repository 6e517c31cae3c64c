import FoundationEssentials
import StetDocument
import StetText

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

  /// `FNV1a` over the files that `stet lint` reads in a folder, path and bytes.
  static func digest(of folder: String) throws -> String {
    var hash = FNV1a()
    for file in FileDiscovery.files(in: [folder]).files {
      hash.add(contentsOf: file.path.dropFirst(folder.count).utf8)
      hash.add(UInt8(0))
      hash.add(contentsOf: try FileReading.read(file))
      hash.add(UInt8(0))
    }
    return hash.hexadecimal
  }
}
