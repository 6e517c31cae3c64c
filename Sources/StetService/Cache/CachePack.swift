import StetText

/// Results of many texts in one file: a head, an index sorted by key, and the entries.
///
/// The head is the magic, the version of the form, the number of entries and a digest of the index. A record of the
/// index is 48 bytes: key (16), the first half of the entry's digest (8), place (8), length (4), day of last use (4),
/// 8 of nothing. Everything is little-endian. What does not agree with its digest is not there.
struct CachePack: Sendable {
  struct Entry: Sendable {
    var key: Digest
    /// Days since 1970.
    var day: UInt32
    var bytes: ArraySlice<UInt8>
  }

  private static let magic = Array("STETPAK1".utf8)
  private static let headSize = 32
  private static let recordSize = 48

  private let bytes: [UInt8]
  let count: Int

  /// No entries.
  init() {
    bytes = []
    count = 0
  }

  /// A file that is none, or is damaged in its head, has no entries.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    count = Self.count(bytes) ?? 0
  }

  private static func count(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= headSize, bytes.starts(with: magic) else { return nil }
    let count = Int(load(bytes, 8) as UInt32)
    let end = headSize + count * recordSize
    guard end <= bytes.count else { return nil }
    let digest = bytes.withUnsafeBytes { Digest(UnsafeRawBufferPointer(rebasing: $0[headSize..<end])) }
    guard digest.first == load(bytes, 16), digest.second == load(bytes, 24) else { return nil }
    return count
  }

  private static func load<Number: FixedWidthInteger>(_ bytes: [UInt8], _ offset: Int) -> Number {
    bytes.withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: Number.self)) }
  }

  private func field<Number: FixedWidthInteger>(_ record: Int, _ offset: Int) -> Number {
    Self.load(bytes, Self.headSize + record * Self.recordSize + offset)
  }

  private func key(_ record: Int) -> Digest {
    Digest(first: field(record, 0), second: field(record, 8))
  }

  /// The day of last use of a record.
  func day(_ record: Int) -> UInt32 { field(record, 36) }

  /// The number of a key's record.
  func record(_ key: Digest) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self.key(middle) < key { low = middle + 1 } else { high = middle }
    }
    return low < count && self.key(low) == key ? low : nil
  }

  /// The bytes of an entry; nil when they are damaged.
  func entry(_ record: Int) -> Entry? {
    let place: UInt64 = field(record, 24)
    let length: UInt32 = field(record, 32)
    guard place <= UInt64(bytes.count), UInt64(length) <= UInt64(bytes.count) - place else { return nil }
    let range = Int(place)..<Int(place) + Int(length)
    let digest = bytes.withUnsafeBytes { Digest(UnsafeRawBufferPointer(rebasing: $0[range])) }
    guard digest.first == field(record, 16) as UInt64 else { return nil }
    return Entry(key: key(record), day: day(record), bytes: bytes[range])
  }

  /// The file of some entries. Of two with one key the first counts.
  static func file(_ entries: [Entry]) -> [UInt8] {
    var sorted: [Entry] = []
    sorted.reserveCapacity(entries.count)
    for (_, entry) in entries.enumerated().sorted(by: {
      $0.element.key != $1.element.key ? $0.element.key < $1.element.key : $0.offset < $1.offset
    }) where sorted.last?.key != entry.key {
      sorted.append(entry)
    }
    var index = ByteWriter()
    var place = headSize + sorted.count * recordSize
    for entry in sorted {
      index.put(entry.key.first)
      index.put(entry.key.second)
      let digest = entry.bytes.withUnsafeBytes { Digest($0) }
      index.put(digest.first)
      index.put(UInt64(place))
      index.put(count: entry.bytes.count)
      index.put(entry.day)
      index.put(UInt64(0))
      place += entry.bytes.count
    }
    var file = ByteWriter()
    file.put(verbatim: magic)
    file.put(count: sorted.count)
    file.put(UInt32(0))
    let digest = Digest(index.bytes)
    file.put(digest.first)
    file.put(digest.second)
    file.put(verbatim: index.bytes)
    var bytes = file.bytes
    bytes.reserveCapacity(place)
    for entry in sorted { bytes += entry.bytes }
    return bytes
  }
}
