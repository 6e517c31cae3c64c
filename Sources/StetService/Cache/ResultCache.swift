import StetConfiguration
import StetDocument
import StetLint
import StetText
import Synchronization

/// What was found in texts before, so that a text that has not changed costs its hash.
///
/// An entry's key is a digest of the text's bytes, its format, all settings that hold for it, and of the program, its
/// libraries, dictionaries and rule files: what could change a finding is in the key, so that nothing is ever stale.
/// Any number of processes may use one cache: its file is replaced whole, and what one writes is joined with what
/// another wrote meanwhile. A damaged file or entry is as good as none.
package final class ResultCache: Sendable {
  /// What a run took from the cache and put into it.
  private struct State {
    var added: [Digest: [UInt8]] = [:]
    /// By the record of the pack: whether it was used.
    var used: [Bool]
    var settings: [Settings: Digest?] = [:]
  }

  private let folder: CacheFolder
  private let identity: Digest
  private let pack: CachePack
  private let state: Mutex<State>
  /// Days since 1970.
  private let today: UInt32

  /// Entries unused for so many days are dropped.
  private static let daysKept: UInt32 = 30
  /// Bytes of the file; beyond it the entries go whose last use lies furthest back.
  private static let sizeLimit = 32 << 20

  /// Nil when the program cannot be told from another one, or checks by styles of Vale, whose files are many.
  package init?(_ folder: CacheFolder, for engine: Engine) {
    guard engine.book.styles.isEmpty else { return nil }
    self.folder = folder
    let pack = CachePack(folder.read())
    self.pack = pack
    today = CacheFolder.today
    var state = State(used: [Bool](repeating: false, count: pack.count))
    let identity = EngineIdentity.digest(
      dictionaries: engine.dictionaries.paths, rules: engine.book.filesDigest
    ) { Self.content(of: $0, $1, pack, &state) }
    guard let identity else { return nil }
    self.identity = identity
    self.state = Mutex(state)
  }

  /// The digest of a program file; it is kept, since these files are large.
  private static func content(
    of path: String, _ key: Digest, _ pack: CachePack, _ state: inout State
  ) -> Digest? {
    if let record = pack.record(key), let entry = pack.entry(record) {
      var reader = ByteReader(entry.bytes)
      if let first = try? reader.wide(), let second = try? reader.wide(), reader.isAtEnd {
        state.used[record] = true
        return Digest(first: first, second: second)
      }
    }
    guard let bytes = try? FileReading.read(path) else { return nil }
    let digest = Digest(bytes)
    var writer = ByteWriter()
    writer.put(digest.first)
    writer.put(digest.second)
    state.added[key] = writer.bytes
    return digest
  }

  /// What names the result of a text; nil when it must not be kept: settings that cannot be told apart by their
  /// values, or dictionaries that the run's identity does not tell of.
  package func key(
    _ bytes: [UInt8], path: String, settings: EffectiveSettings, isProject: Bool
  ) -> Digest? {
    guard settings.language.isEnglish, settings.dictionaryFolders.isEmpty else { return nil }
    let known = state.withLock { $0.settings[settings.settings] }
    guard let settingsDigest = known ?? digest(of: settings.settings) else { return nil }
    var writer = ByteWriter()
    for digest in [identity, settingsDigest, Digest(bytes)] {
      writer.put(digest.first)
      writer.put(digest.second)
    }
    writer.put(UInt64(bytes.count))
    writer.put(DocumentReader.format(ofPath: path).rawValue)
    writer.put(UInt8(path.lowercased().hasSuffix(".mdx") ? 1 : 0))
    writer.put(UInt8(isProject ? 1 : 0))
    return Digest(writer.bytes)
  }

  private func digest(of settings: Settings) -> Digest? {
    let digest = ValueDigest.digest(of: settings)
    state.withLock { $0.settings[settings] = .some(digest) }
    return digest
  }

  /// The result of a text of `length` bytes.
  func result(_ key: Digest, length: Int) -> (result: LintResult, summaries: [[UInt8]?])? {
    if let record = pack.record(key), let entry = pack.entry(record),
      let found = try? ResultCoding.result(entry.bytes, length: length)
    {
      state.withLock { $0.used[record] = true }
      return found
    }
    guard let bytes = state.withLock({ $0.added[key] }) else { return nil }
    return try? ResultCoding.result(bytes[...], length: length)
  }

  func add(_ result: LintResult, summaries: [[UInt8]?] = [], key: Digest) {
    let bytes = ResultCoding.bytes(result, summaries: summaries)
    state.withLock { $0.added[key] = bytes }
  }

  /// Writes what is new, when all files are done. Failing that, the next run works as this one did.
  package func save() {
    let (added, used) = state.withLock { ($0.added, $0.used) }
    // A week is near enough for knowing what is in use.
    let isAging = used.indices.contains { used[$0] && pack.day($0) + 7 < today }
    guard !added.isEmpty || isAging else { return }
    folder.update { current in
      var entries: [CachePack.Entry] = added.map {
        CachePack.Entry(key: $0.key, day: today, bytes: $0.value[...])
      }
      for record in 0..<pack.count where used[record] {
        guard var entry = pack.entry(record) else { continue }
        entry.day = today
        entries.append(entry)
      }
      let now = CachePack(current)
      let kept = Set(entries.map(\.key))
      var others: [CachePack.Entry] = []
      for record in 0..<now.count where now.day(record) + Self.daysKept >= today {
        if let entry = now.entry(record), !kept.contains(entry.key) { others.append(entry) }
      }
      others.sort { $0.day > $1.day }
      var size = entries.reduce(0) { $0 + $1.bytes.count + 48 }
      for entry in others {
        size += entry.bytes.count + 48
        if size > Self.sizeLimit { break }
        entries.append(entry)
      }
      return CachePack.file(entries)
    }
  }
}
