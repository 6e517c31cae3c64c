import StetLanguage
import StetLint
import StetText

/// All full names of a site: for each the number of documents and one place.
///
/// Memory grows with the number of *different* names, not with that of documents: 29 bytes and the letters of the
/// name for each, and 4 to 8 for the hash table.
package struct SiteNameArchive: ProjectArchive {
  /// A name by its number.
  struct Name {
    var text: String
    var documents: Int
    var firstDocument: Int
    var firstRange: ByteRange
    var unknown: UInt8
  }

  /// The text of all names, one after the other.
  private var arena: [UInt8] = []
  /// Where each ends in the arena.
  private var ends: [UInt32] = []
  private var hashes: [UInt32] = []
  private var documents: [UInt32] = []
  private var firstDocuments: [UInt32] = []
  private var firstRanges: [ByteRange] = []
  private var unknown: [UInt8] = []
  /// Number + 1 of the name in each slot, 0 for none; open addressing.
  private var slots: [UInt32] = Array(repeating: 0, count: 1 << 10)

  package init() {}

  package var count: Int { ends.count }

  package var bytes: Int {
    arena.capacity + unknown.capacity + (ends.capacity + hashes.capacity + documents.capacity) * 4
      + (firstDocuments.capacity + slots.count) * 4 + firstRanges.capacity * 8
  }

  subscript(_ number: Int) -> Name {
    Name(
      text: String(decoding: text(number), as: UTF8.self), documents: Int(documents[number]),
      firstDocument: Int(firstDocuments[number]), firstRange: firstRanges[number], unknown: unknown[number])
  }

  func documents(_ number: Int) -> Int { Int(documents[number]) }

  func unknown(_ number: Int) -> UInt8 { unknown[number] }

  private func text(_ number: Int) -> ArraySlice<UInt8> {
    arena[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
  }

  /// The words of a name, folded.
  func words(_ number: Int) -> [ArraySlice<UInt8>] {
    var folded: [UInt8] = []
    text(number).withUnsafeBufferPointer { CaseFolding.append($0, to: &folded) }
    return folded.split(separator: 0x20)
  }

  package mutating func add(_ summary: SiteNameSummary, of document: Int) {
    for entry in summary.entries {
      var text = entry.text
      text.withUTF8 { add($0, entry, document) }
    }
  }

  private mutating func add(
    _ text: UnsafeBufferPointer<UInt8>, _ entry: SiteNameSummary.Entry, _ document: Int
  ) {
    var hash = FNV1a()
    hash.add(contentsOf: text)
    let short = UInt32(truncatingIfNeeded: hash.value ^ hash.value >> 32)
    var slot = Int(short) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == short, self.text(number).elementsEqual(text) {
        documents[number] += 1
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    // The arena is addressed with 32 bits: a site with more than 4 GB of different names keeps the first.
    guard arena.count + text.count <= Int(UInt32.max), count < Int(UInt32.max) - 1 else { return }
    arena.append(contentsOf: text)
    ends.append(UInt32(arena.count))
    hashes.append(short)
    documents.append(1)
    firstDocuments.append(UInt32(document))
    firstRanges.append(entry.range)
    unknown.append(entry.unknown)
    slots[slot] = UInt32(count)
    if count * 4 > slots.count * 3 { grow() }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for number in 0..<count {
      var slot = Int(hashes[number]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }
}
