import Glibc
import StetLanguage

/// One syntactic word of a treebank.
struct TreebankWord {
  var form: [UInt8]
  var lemma: [UInt8]
  var tag: TagPair
  /// 0-based place of the head in the sentence; -1 for the root.
  var head: Int
  /// Whether a space follows in the text.
  var spaceAfter: Bool
}

/// A sentence of a treebank, with its words in order.
struct TreebankSentence {
  var words: [TreebankWord]
}

/// Why a treebank could not be read.
enum TreebankError: Error, CustomStringConvertible {
  case cannotRead(path: String)
  case cannotUnpack(path: String)
  case malformed(path: String, line: Int)

  var description: String {
    switch self {
    case .cannotRead(let path): "\(path): cannot be read. Give the folder that holds the .conllu files."
    case .cannotUnpack(let path): "\(path): gzip failed. Unpack the file by hand and try again."
    case .malformed(let path, let line): "\(path):\(line): not a line of CoNLL-U: ten fields are wanted."
    }
  }
}

/// A CoNLL-U file, plain or packed with gzip.
struct Treebank {
  let name: String
  let sentences: [TreebankSentence]

  /// Reads `folder/name.conllu`, or `folder/name.conllu.gz` through the gzip program.
  init(_ name: String, in folder: String) throws {
    self.name = name
    sentences = try Self.parse(
      try readTreebankFile(name, in: folder), path: "\(folder)/\(name).conllu")
  }

  var wordCount: Int { sentences.reduce(0) { $0 + $1.words.count } }

  private static func parse(_ bytes: [UInt8], path: String) throws -> [TreebankSentence] {
    var sentences: [TreebankSentence] = []
    var words: [TreebankWord] = []
    // Last word of the multiword token being read, and whether a space follows it.
    var token = (last: 0, spaceAfter: true)
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard let first = line.first else {
        if !words.isEmpty { sentences.append(TreebankSentence(words: words)) }
        words.removeAll()
        token = (0, true)
        continue
      }
      if first == 0x23 { continue }
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard fields.count == 10 else { throw TreebankError.malformed(path: path, line: number) }
      let spaceAfter = !String(decoding: fields[9], as: UTF8.self).contains("SpaceAfter=No")
      if let dash = fields[0].firstIndex(of: 0x2D) {
        token = (integer(fields[0][(dash + 1)...]), spaceAfter)
        continue
      }
      if fields[0].contains(0x2E) { continue }
      guard let universal = UniversalTag(code: String(decoding: fields[3], as: UTF8.self)),
        let penn = PennTag(code: String(decoding: fields[4], as: UTF8.self))
      else { throw TreebankError.malformed(path: path, line: number) }
      let place = words.count + 1
      words.append(
        TreebankWord(
          form: Array(fields[1]), lemma: Array(fields[2]), tag: TagPair(universal, penn),
          head: integer(fields[6]) - 1,
          spaceAfter: place < token.last ? false : place == token.last ? token.spaceAfter : spaceAfter))
    }
    if !words.isEmpty { sentences.append(TreebankSentence(words: words)) }
    return sentences
  }

  private static func integer(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }
}

/// The bytes of `folder/name.conllu`, or of `folder/name.conllu.gz` through the gzip program.
func readTreebankFile(_ name: String, in folder: String) throws -> [UInt8] {
  let plain = "\(folder)/\(name).conllu"
  if access(plain, R_OK) == 0 { return try readFile(plain) }
  let packed = plain + ".gz"
  guard access(packed, R_OK) == 0 else { throw TreebankError.cannotRead(path: plain) }
  return try unpackGzip(packed)
}

/// All bytes of a file.
func readFile(_ path: String) throws -> [UInt8] {
  let descriptor = open(path, O_RDONLY)
  guard descriptor >= 0 else { throw TreebankError.cannotRead(path: path) }
  defer { close(descriptor) }
  return readAll(descriptor)
}

private func readAll(_ descriptor: Int32) -> [UInt8] {
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &buffer, buffer.count)
    guard count > 0 else { return bytes }
    bytes.append(contentsOf: buffer[..<count])
  }
}

/// What `gzip -dc` writes for a file.
func unpackGzip(_ path: String) throws -> [UInt8] {
  var ends: [Int32] = [0, 0]
  guard pipe(&ends) == 0 else { throw TreebankError.cannotUnpack(path: path) }
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
  posix_spawn_file_actions_addclose(&actions, ends[0])
  let words: [String] = ["gzip", "-dc", "--", path]
  var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
  defer { arguments.forEach { free($0) } }
  arguments.append(nil)
  var process = pid_t()
  let failure = posix_spawnp(&process, "gzip", &actions, nil, arguments, environ)
  close(ends[1])
  defer { close(ends[0]) }
  guard failure == 0 else { throw TreebankError.cannotUnpack(path: path) }
  let bytes = readAll(ends[0])
  var status: Int32 = 0
  waitpid(process, &status, 0)
  guard status == 0 else { throw TreebankError.cannotUnpack(path: path) }
  return bytes
}
