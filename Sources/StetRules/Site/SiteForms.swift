import StetLanguage
import StetText

/// Different texts (names, terms) of all documents, each once: in how many documents it stands, and where in the
/// first and in the last of them.
///
/// Memory grows with the number of *different* texts, not with that of documents: 41 bytes and the letters for each,
/// and 4 to 8 for the hash table.
struct SiteForms: Sendable {
  struct Place: Sendable {
    var document: Int
    var range: ByteRange
  }

  /// All texts, one after the other.
  private var arena: [UInt8] = []
  /// Where each ends in the arena.
  private var ends: [UInt32] = []
  private var hashes: [UInt32] = []
  private var counts: [UInt32] = []
  private var firstDocuments: [UInt32] = []
  private var firstRanges: [ByteRange] = []
  private var lastDocuments: [UInt32] = []
  private var lastRanges: [ByteRange] = []
  private var marks: [UInt8] = []
  /// Number + 1 of the text in each slot, 0 for none; open addressing.
  private var slots: [UInt32] = Array(repeating: 0, count: 1 << 10)

  var count: Int { ends.count }

  /// On the heap.
  var bytes: Int {
    arena.capacity + marks.capacity + (ends.capacity + hashes.capacity + counts.capacity) * 4
      + (firstDocuments.capacity + lastDocuments.capacity + slots.count) * 4
      + (firstRanges.capacity + lastRanges.capacity) * 8
  }

  func documents(_ number: Int) -> Int { Int(counts[number]) }

  /// What was said of the text when it came first.
  func mark(_ number: Int) -> UInt8 { marks[number] }

  func string(_ number: Int) -> String { String(decoding: text(number), as: UTF8.self) }

  func text(_ number: Int) -> ArraySlice<UInt8> {
    arena[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
  }

  /// One place, or two when more than one document has it: all places of a text in one or two documents.
  func places(_ number: Int) -> [Place] {
    let first = Place(document: Int(firstDocuments[number]), range: firstRanges[number])
    guard counts[number] > 1 else { return [first] }
    return [first, Place(document: Int(lastDocuments[number]), range: lastRanges[number])]
  }

  /// Documents come in order, and each text once for a document.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>, mark: UInt8, _ range: ByteRange, of document: Int) {
    var hash = FNV1a()
    hash.add(contentsOf: text)
    let short = UInt32(truncatingIfNeeded: hash.value ^ hash.value >> 32)
    var slot = Int(short) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == short, self.text(number).elementsEqual(text) {
        counts[number] += 1
        lastDocuments[number] = UInt32(document)
        lastRanges[number] = range
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    // The arena is addressed with 32 bits: a site with more than 4 GB of different texts keeps the first.
    guard arena.count + text.count <= Int(UInt32.max), count < Int(UInt32.max) - 1 else { return }
    arena.append(contentsOf: text)
    ends.append(UInt32(arena.count))
    hashes.append(short)
    counts.append(1)
    firstDocuments.append(UInt32(document))
    firstRanges.append(range)
    lastDocuments.append(UInt32(document))
    lastRanges.append(range)
    marks.append(mark)
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
