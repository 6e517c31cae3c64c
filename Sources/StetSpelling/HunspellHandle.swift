import CHunspell
import Glibc

/// One Hunspell handle. Not Sendable: helgrind finds data races in `spell` and `suggest` when a handle is
/// shared between threads.
///
/// Asked only for slow suggestions, and for dictionaries that `AffixDictionary` cannot read. Making one costs
/// 27 to 40 ms and 9 MB. Words are UTF-8 here, whatever the dictionary's encoding is.
final class HunspellHandle {
  private let handle: OpaquePointer
  /// Nil when the dictionary is UTF-8.
  private let transcoder: Transcoder?

  /// Nil when the library cannot make a handle. The files must have been found readable before: Hunspell
  /// itself only prints a complaint.
  init?(_ location: DictionaryLocation) {
    guard let handle = Hunspell_create(location.affixPath, location.wordsPath) else { return nil }
    self.handle = handle
    let encoding = Hunspell_get_dic_encoding(handle).map { String(cString: $0) } ?? "UTF-8"
    transcoder = Transcoder.isUTF8(encoding) ? nil : Transcoder(encoding)
  }

  deinit { Hunspell_destroy(handle) }

  /// Whether Hunspell accepts the word.
  func accepts(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    withNative(word) { Hunspell_spell(handle, $0) != 0 } ?? false
  }

  /// Hunspell's own proposals, best first; 25 ms in the median.
  func suggestions(_ word: String) -> [String] {
    var word = word
    return word.withUTF8 { word in
      withNative(word) { word in
        var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        let count = Hunspell_suggest(handle, &list, word)
        defer { Hunspell_free_list(handle, &list, count) }
        guard let list else { return [] }
        return (0..<Int(count)).compactMap { list[$0].flatMap(string) }
      } ?? []
    }
  }

  /// Adds a user's words to what the dictionary holds.
  func add(_ words: [UserWords.Addition]) {
    var flagged: [UserWords.Addition] = []
    for addition in words {
      if addition.flags != nil {
        flagged.append(addition)
        continue
      }
      var (word, example) = (addition.word, addition.example)
      word.withUTF8 { word in
        _ = withNative(word) { word in
          guard example != nil else { return Hunspell_add(handle, word) }
          return example?.withUTF8 { example in
            withNative(example) { Hunspell_add_with_affix(handle, word, $0) }
          } ?? 0
        }
      }
    }
    if !flagged.isEmpty { addFlagged(flagged) }
  }

  /// The library takes words with flags from a file alone.
  private func addFlagged(_ words: [UserWords.Addition]) {
    var bytes = Array("\(words.count)\n".utf8)
    for addition in words {
      var line = "\(addition.word)/\(addition.flags ?? "")"
      let native = line.withUTF8 { line in transcoder.map { $0.encoded(line) } ?? Array(line) }
      if let native { bytes += native + [0x0A] }
    }
    var path = Array("/tmp/stet-words-XXXXXX".utf8CString)
    let descriptor = path.withUnsafeMutableBufferPointer { $0.baseAddress.map { mkstemp($0) } ?? -1 }
    guard descriptor >= 0 else { return }
    defer { path.withUnsafeBufferPointer { _ = $0.baseAddress.map { unlink($0) } } }
    let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
    guard written == bytes.count else { return }
    path.withUnsafeBufferPointer { _ = $0.baseAddress.map { Hunspell_add_dic(handle, $0) } }
  }

  // MARK: Encodings

  /// Calls with the word in the dictionary's encoding and a NUL; nil when it cannot be written in it.
  private func withNative<Result>(
    _ word: UnsafeBufferPointer<UInt8>, _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result? {
    if let transcoder {
      return transcoder.encoded(word)?.withUnsafeBufferPointer { withNUL($0, body) }
    }
    return withNUL(word, body)
  }

  private func withNUL<Result>(
    _ word: UnsafeBufferPointer<UInt8>, _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count + 1) { copy in
      _ = copy.initialize(from: word)
      copy.initializeElement(at: word.count, to: 0)
      return copy.baseAddress.map { start in
        start.withMemoryRebound(to: CChar.self, capacity: word.count + 1) { body($0) }
      }
    }
  }

  private func string(_ native: UnsafeMutablePointer<CChar>) -> String? {
    guard let transcoder else { return String(cString: native) }
    let count = strlen(native)
    return native.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
      transcoder.decoded(UnsafeBufferPointer(start: bytes, count: count)).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }
}
