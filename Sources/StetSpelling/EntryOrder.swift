/// The entries of a dictionary in the order of its file, which is nearly alphabetical, and how many letters
/// each shares with the one before: a trie without nodes, made when the first unknown word is judged (about
/// 5 ms for the main dictionary, 7 for the British one, measured on a busy machine). `FormSearch` walks it.
/// An order that is not alphabetical costs time and no answers.
///
/// Nothing changes after `init`.
final class EntryOrder: Sendable {
  /// An entry, and how to pass over those that begin like it. Eight bytes, since the walk reads them in rows.
  struct Entry: Sendable {
    private let startAndLetter: UInt32
    private var nextAndLengths: UInt32

    /// `start` is an offset in the dictionary's bytes; `rest` the number of bytes behind the shared ones.
    init(start: Int, shared: Int, letter: UInt8, rest: Int) {
      startAndLetter = UInt32(truncatingIfNeeded: start) << 8 | UInt32(letter)
      nextAndLengths = UInt32(truncatingIfNeeded: shared | min(rest, 3) << 6)
    }

    @inline(__always)
    var start: Int { Int(startAndLetter >> 8) }
    /// Bytes in common with the entry before, case aside.
    @inline(__always)
    var shared: Int { Int(nextAndLengths & 0x3F) }
    /// Bytes behind the shared ones; 3 for three or more.
    @inline(__always)
    var rest: Int { Int(nextAndLengths >> 6 & 3) }
    /// The byte behind the shared ones; one that ends words when there is none.
    @inline(__always)
    var letter: UInt8 { UInt8(truncatingIfNeeded: startAndLetter) }
    /// Index of the next entry that does not have the shared bytes and `letter` in common with this one.
    @inline(__always)
    var next: Int {
      get { Int(nextAndLengths >> 8) }
      set { nextAndLengths = nextAndLengths & 0xFF | UInt32(truncatingIfNeeded: newValue) << 8 }
    }
  }

  /// An affix line as a flag leads to it.
  struct Use: Sendable {
    /// Index in `AffixRules.suffixes` and in `AffixRules.options`.
    var group: Int
    var option: Int
    /// Bytes that it takes off.
    var removed: Int
    /// The first letter it puts on, 0 for none.
    var first: UInt8
  }

  let dictionary: AffixDictionary
  let all: [Entry]
  /// The entries that take a prefix.
  let prefixed: [Entry]
  /// The suffix lines of all flags, and each flag's part of them.
  let suffixes: [Use]
  let suffixesOfFlag: [Range<Int>]
  /// The most bytes that a suffix takes off.
  let longestRemoved: Int

  /// Suffixes that take off more bytes are left out: the British list has two.
  private static let mostRemoved = 2
  /// Longest entry that is walked, in bytes.
  static let longest = 60

  init(_ dictionary: AffixDictionary) {
    self.dictionary = dictionary
    let rules = dictionary.rules
    var uses: [Use] = []
    var ranges: [Range<Int>] = []
    for flag in 0..<256 {
      let first = uses.count
      for (number, group) in rules.suffixes.enumerated() where group.removed.count <= Self.mostRemoved {
        for option in group.options where Int(rules.options[option].flag) == flag {
          uses.append(
            Use(
              group: number, option: option, removed: group.removed.count,
              first: group.added.isEmpty ? 0 : rules.letters[group.added.lowerBound]))
        }
      }
      ranges.append(first..<uses.count)
    }
    suffixes = uses
    suffixesOfFlag = ranges
    longestRemoved = uses.map(\.removed).max() ?? 0
    var takesPrefix = [Bool](repeating: false, count: 256)
    for group in rules.prefixes {
      for option in group.options { takesPrefix[Int(rules.options[option].flag)] = true }
    }
    (all, prefixed) = takesPrefix.withUnsafeBufferPointer { Self.lists(dictionary, takesPrefix: $0) }
  }

  private static func lists(
    _ dictionary: AffixDictionary, takesPrefix: UnsafeBufferPointer<Bool>
  ) -> (all: [Entry], prefixed: [Entry]) {
    let bytes = dictionary.bytes
    var prefixed: [Entry] = []
    let all = [Entry](unsafeUninitializedCapacity: dictionary.lineCount) { entries, count in
      var all = ListBuilder(bytes, entries)
      prefixed = [Entry](unsafeUninitializedCapacity: dictionary.lineCount) { entries, count in
        var prefixed = ListBuilder(bytes, entries)
        var at = skipLine(bytes, from: 0)
        while at < bytes.count {
          let start = at
          while at < bytes.count, !endsWord(bytes[at]) { at += 1 }
          let word = start..<at
          let isWalked = at > start && word.count <= longest
          if isWalked { all.append(word) }
          var isPrefixed = false
          while at < bytes.count, bytes[at] > 0x20 {
            isPrefixed = takesPrefix[Int(bytes[at])] || isPrefixed
            at += 1
          }
          if isPrefixed, isWalked { prefixed.append(word) }
          at = at < bytes.count && bytes[at] == 0x0A ? at + 1 : skipLine(bytes, from: at)
        }
        count = prefixed.finish()
      }
      count = all.finish()
    }
    return (all, prefixed)
  }
}

/// Fills a list with entries.
private struct ListBuilder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let entries: UnsafeMutableBufferPointer<EntryOrder.Entry>
  private var count = 0
  private var last = 0..<0
  /// The entries whose `next` is not known yet, by their numbers of shared bytes: one each, rising.
  private var open: InlineArray<64, Int> = .init(repeating: 0)
  private var openCount = 0

  /// `entries` has room for all that will come.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ entries: UnsafeMutableBufferPointer<EntryOrder.Entry>) {
    self.bytes = bytes
    self.entries = entries
  }

  @inline(__always)
  mutating func append(_ word: Range<Int>) {
    let most = min(last.count, word.count)
    var same = 0
    if last.lowerBound + 8 <= bytes.count, word.lowerBound + 8 <= bytes.count, let base = bytes.baseAddress {
      // Eight bytes at once; the loop goes on where only case differs.
      let bits =
        (UnsafeRawPointer(base + last.lowerBound).loadUnaligned(as: UInt64.self)
        ^ UnsafeRawPointer(base + word.lowerBound).loadUnaligned(as: UInt64.self)).littleEndian
      same = min(bits.trailingZeroBitCount >> 3, most)
    }
    while same < most, folded(bytes[last.lowerBound + same]) == folded(bytes[word.lowerBound + same]) {
      same += 1
    }
    close(sharing: same)
    open[openCount] = count
    openCount += 1
    let letter = word.lowerBound + same < bytes.count ? bytes[word.lowerBound + same] : 0
    entries.initializeElement(
      at: count,
      to: EntryOrder.Entry(start: word.lowerBound, shared: same, letter: letter, rest: word.count - same))
    count += 1
    last = word
  }

  /// The entries that the coming one ends: those that share as much with their predecessors, or more.
  @inline(__always)
  private mutating func close(sharing same: Int) {
    while openCount > 0, entries[open[openCount - 1]].shared >= same {
      entries[open[openCount - 1]].next = count
      openCount -= 1
    }
  }

  /// Gives the number of entries.
  mutating func finish() -> Int {
    close(sharing: 0)
    return count
  }

  @inline(__always)
  private func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
