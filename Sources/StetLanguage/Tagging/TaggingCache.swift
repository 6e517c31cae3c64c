#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What one worker's tagger remembers of the words that it met: each as the features see it, and the sum of all
/// weights that depend on the word alone. Running text repeats its words, so most are found here.
///
/// A word is found by its very bytes, so what was read before never changes a result. Two words of one slot push
/// each other out.
package final class TaggingCache {
  struct Entry {
    /// The word's bytes, little endian, filled up with zeros.
    var low: UInt64
    var high: UInt64
    /// Their number; 0 in an empty entry.
    var count: UInt32
    /// Grows with every word that takes the place of another: tells whether an entry is still the same.
    var stamp: UInt32
    /// What `scores` were summed for: 1 + the features' form of the word; 0 when they were not.
    var form: UInt64
    var word: TaggedWord
  }

  /// Bytes of the longest word that is remembered.
  static let longest = 16
  private static let bits = 12

  private let entries: UnsafeMutablePointer<Entry>
  /// A row of `FeatureTable.lanes` for each entry.
  private let scores: UnsafeMutablePointer<Int16>
  private var stamp: UInt32 = 0

  package init() {
    // calloc takes untouched pages from the system: a worker pays for the words that it meets.
    let size = 1 << Self.bits
    guard let entries = calloc(size, MemoryLayout<Entry>.stride),
      let scores = calloc(size, FeatureTable.lanes * MemoryLayout<Int16>.stride)
    else { fatalError("no memory left for the tagger's \(size) remembered words") }
    self.entries = entries.bindMemory(to: Entry.self, capacity: size)
    self.scores = scores.bindMemory(to: Int16.self, capacity: size * FeatureTable.lanes)
  }

  deinit {
    free(entries)
    free(scores)
  }

  /// The number of the entry that holds a word, made now if there is none; nil for a word that is not kept.
  ///
  /// - Parameter readable: bytes that may be read from `start` on, at least `count`.
  @inline(__always)
  func entry(
    _ start: UnsafePointer<UInt8>, count: Int, readable: Int, _ lexicon: WordClassTable
  ) -> Int? {
    guard count <= Self.longest, count > 0, readable >= Self.longest else { return nil }
    let raw = UnsafeRawPointer(start)
    var low = raw.loadUnaligned(as: UInt64.self).littleEndian
    var high: UInt64 = 0
    if count <= 8 {
      low &= ~0 >> UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    } else {
      high = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian
      high &= ~0 >> UInt64(truncatingIfNeeded: 128 &- 8 &* count)
    }
    let mixed = (low ^ (high &* 0xD6E8_FEB8_6659_FD93) ^ (low >> 29)) &* 0x9E37_79B9_7F4A_7C15
    let number = Int(truncatingIfNeeded: mixed >> UInt64(64 - Self.bits))
    let entry = entries + number
    if entry.pointee.low == low, entry.pointee.high == high, entry.pointee.count == UInt32(count) {
      return number
    }
    read(UnsafeBufferPointer(start: start, count: count), low, high, lexicon, into: entry)
    return number
  }

  @inline(never)
  private func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ low: UInt64, _ high: UInt64, _ lexicon: WordClassTable,
    into entry: UnsafeMutablePointer<Entry>
  ) {
    stamp &+= 1
    let word = FoldedWord(bytes)
    entry.pointee = Entry(
      low: low, high: high, count: UInt32(bytes.count), stamp: stamp, form: 0,
      word: TaggedWord(word: word, lexical: lexicon.find(word.hash)))
  }

  @inline(__always)
  func pointer(_ number: Int) -> UnsafeMutablePointer<Entry> { entries + number }

  @inline(__always)
  func scores(_ number: Int) -> UnsafeMutablePointer<Int16> { scores + number &* FeatureTable.lanes }
}
