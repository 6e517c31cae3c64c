/// The hash table of a `WordTable`: open addressing, each slot with the first eight folded bytes of its word,
/// so that most words are found with one load and one comparison of 64 bits.
struct WordStorage {
  private struct Slot {
    /// Up to eight bytes the folded word itself, little endian; beyond that a hash of all of it.
    var head: UInt64
    /// Bytes of the folded word.
    var length: UInt32
    /// Number + 1; 0 is empty.
    var number: UInt32
  }

  private var arena: [UInt8] = []
  private var starts: [UInt32] = [0]
  private var slots: UnsafeMutablePointer<Slot>
  /// The word last seen of each hash: a few kilobytes near the processor, where most look-ups end.
  private let recent: UnsafeMutablePointer<Slot>
  private var shift: UInt64
  private var scratch: [UInt8] = []
  private(set) var count = 0

  init() {
    slots = Self.empty(1 << 12)
    recent = Self.empty(1 << Self.recentBits)
    shift = 64 - 12
  }

  init(copying other: WordStorage) {
    arena = other.arena
    starts = other.starts
    shift = other.shift
    count = other.count
    recent = Self.empty(1 << Self.recentBits)
    slots = .allocate(capacity: other.size)
    slots.initialize(from: other.slots, count: other.size)
  }

  private static let recentBits: UInt64 = 12

  /// Frees the slots; the storage must not be used afterwards.
  func deallocate() {
    slots.deallocate()
    recent.deallocate()
  }

  func bytes(_ index: Int) -> ArraySlice<UInt8> { arena[Int(starts[index])..<Int(starts[index + 1])] }

  /// The key of a word, numbered now if it is new.
  ///
  /// - Parameter readable: bytes that may be read from `start` on, at least `count`.
  @inline(__always)
  mutating func intern(_ start: UnsafePointer<UInt8>, count length: Int, readable: Int) -> WordKey {
    guard length <= 8, readable >= 8 else {
      return findLong(start, count: length, readable: readable) ?? internSlowly(start, count: length)
    }
    let raw = UnsafeRawPointer(start).loadUnaligned(as: UInt64.self).littleEndian & Self.mask(length)
    guard raw & Self.highBits == 0 else { return internSlowly(start, count: length) }
    let head = Self.fold(raw)
    let hash = Self.hash(head, length)
    let seen = recent + Int(truncatingIfNeeded: hash >> (64 - Self.recentBits))
    if seen.pointee.head == head, seen.pointee.length == UInt32(truncatingIfNeeded: length),
      seen.pointee.number != 0
    {
      return WordKey(seen.pointee.number &- 1)
    }
    let slot = slot(head, length, hash)
    if slots[slot].number == 0 { return internSlowly(start, count: length) }
    seen.pointee = slots[slot]
    return WordKey(slots[slot].number &- 1)
  }

  /// The slot of a short word, or the empty one that it may take.
  private func slot(_ head: UInt64, _ length: Int, _ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash >> shift)
    while slots[slot].number != 0 {
      if slots[slot].head == head, slots[slot].length == UInt32(truncatingIfNeeded: length) { return slot }
      slot = (slot &+ 1) & (size &- 1)
    }
    return slot
  }

  /// The key of a word of more than eight ASCII bytes that is known.
  @inline(never)
  private func findLong(_ start: UnsafePointer<UInt8>, count length: Int, readable: Int) -> WordKey? {
    guard length > 8, readable >= (length + 7) & ~7 else { return nil }
    let raw = UnsafeRawPointer(start)
    var head: UInt64 = 0
    var at = 0
    var all: UInt64 = 0
    while at < length {
      let chunk =
        raw.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian & Self.mask(min(8, length - at))
      all |= chunk
      head = Self.mix(head, Self.fold(chunk))
      at += 8
    }
    guard all & Self.highBits == 0 else { return nil }
    let hash = Self.hash(head, length)
    let seen = recent + Int(truncatingIfNeeded: hash >> (64 - Self.recentBits))
    if seen.pointee.head == head, seen.pointee.length == UInt32(truncatingIfNeeded: length),
      isStored(Int(seen.pointee.number) - 1, raw, length)
    {
      return WordKey(seen.pointee.number - 1)
    }
    var slot = Int(truncatingIfNeeded: hash >> shift)
    while slots[slot].number != 0 {
      if slots[slot].head == head, slots[slot].length == UInt32(truncatingIfNeeded: length),
        isStored(Int(slots[slot].number) - 1, raw, length)
      {
        seen.pointee = slots[slot]
        return WordKey(slots[slot].number - 1)
      }
      slot = (slot + 1) & (size - 1)
    }
    return nil
  }

  /// Whether a stored word is these bytes, folded.
  private func isStored(_ number: Int, _ raw: UnsafeRawPointer, _ length: Int) -> Bool {
    arena.withUnsafeBytes { arena in
      let first = Int(starts[number])
      var at = 0
      while at < length {
        // The last chunk overlaps the one before it: the word has more than eight bytes.
        let from = min(at, length - 8)
        let stored = arena.loadUnaligned(fromByteOffset: first + from, as: UInt64.self)
        guard stored == Self.fold(raw.loadUnaligned(fromByteOffset: from, as: UInt64.self)) else {
          return false
        }
        at += 8
      }
      return true
    }
  }

  @inline(never)
  private mutating func internSlowly(_ start: UnsafePointer<UInt8>, count length: Int) -> WordKey {
    if let head = Self.shortHead(UnsafeBufferPointer(start: start, count: length)) {
      let slot = slot(head, length, Self.hash(head, length))
      if slots[slot].number != 0 { return WordKey(slots[slot].number - 1) }
      for index in 0..<length { arena.append(UInt8(truncatingIfNeeded: head >> UInt64(8 * index))) }
      return add(head, length, at: slot)
    }
    scratch.removeAll(keepingCapacity: true)
    CaseFolding.append(UnsafeBufferPointer(start: start, count: length), to: &scratch)
    let head = Self.head(scratch)
    let slot = slot(of: scratch, head)
    if slots[slot].number != 0 { return WordKey(slots[slot].number - 1) }
    arena.append(contentsOf: scratch)
    return add(head, scratch.count, at: slot)
  }

  /// Numbers a word whose bytes are the last of the arena.
  private mutating func add(_ head: UInt64, _ length: Int, at slot: Int) -> WordKey {
    let number = UInt32(count)
    slots[slot] = Slot(head: head, length: UInt32(length), number: number + 1)
    starts.append(UInt32(arena.count))
    count += 1
    if count * 2 > size { grow() }
    return WordKey(number)
  }

  /// Changes nothing, so that many tasks may ask one storage that no longer grows.
  func find(_ word: UnsafeBufferPointer<UInt8>) -> WordKey? {
    if let head = Self.shortHead(word) {
      let slot = slot(head, word.count, Self.hash(head, word.count))
      return slots[slot].number == 0 ? nil : WordKey(slots[slot].number - 1)
    }
    var folded: [UInt8] = []
    folded.reserveCapacity(word.count)
    CaseFolding.append(word, to: &folded)
    let slot = slot(of: folded, Self.head(folded))
    return slots[slot].number == 0 ? nil : WordKey(slots[slot].number - 1)
  }

  /// The folded bytes of a word of at most eight ASCII characters; nil for others.
  private static func shortHead(_ word: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard word.count <= 8 else { return nil }
    var raw: UInt64 = 0
    for index in word.indices { raw |= UInt64(word[index]) << UInt64(8 * index) }
    return raw & highBits == 0 ? fold(raw) : nil
  }

  // MARK: Slots

  private var size: Int { 1 << Int(64 - shift) }

  private static func empty(_ size: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: size)
    slots.initialize(repeating: Slot(head: 0, length: 0, number: 0), count: size)
    return slots
  }

  /// The slot of a folded word, or the empty one that it may take.
  private func slot(of folded: [UInt8], _ head: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: Self.hash(head, folded.count) >> shift)
    while slots[slot].number != 0 {
      if slots[slot].head == head, slots[slot].length == UInt32(folded.count),
        folded.count <= 8 || bytes(Int(slots[slot].number) - 1).elementsEqual(folded)
      {
        return slot
      }
      slot = (slot + 1) & (size - 1)
    }
    return slot
  }

  private mutating func grow() {
    let old = slots
    let oldSize = size
    shift -= 1
    slots = Self.empty(size)
    for index in 0..<oldSize where old[index].number != 0 {
      var slot = Int(truncatingIfNeeded: Self.hash(old[index].head, Int(old[index].length)) >> shift)
      while slots[slot].number != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = old[index]
    }
    old.deallocate()
  }

  // MARK: Bytes

  private static func head(_ folded: [UInt8]) -> UInt64 {
    folded.withUnsafeBufferPointer { bytes in
      var head: UInt64 = 0
      guard bytes.count > 8 else {
        for index in bytes.indices { head |= UInt64(bytes[index]) << UInt64(8 * index) }
        return head
      }
      for first in stride(from: 0, to: bytes.count, by: 8) {
        var chunk: UInt64 = 0
        for index in first..<min(first + 8, bytes.count) {
          chunk |= UInt64(bytes[index]) << UInt64(8 * (index - first))
        }
        head = mix(head, chunk)
      }
      return head
    }
  }

  @inline(__always)
  private static func mix(_ head: UInt64, _ chunk: UInt64) -> UInt64 {
    let mixed = (head ^ chunk) &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ (mixed >> 32)
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  private static func mask(_ length: Int) -> UInt64 {
    length == 0 ? 0 : ~0 >> UInt64(truncatingIfNeeded: 64 - 8 * length)
  }

  /// Eight ASCII bytes in lower case at once.
  @inline(__always)
  private static func fold(_ bytes: UInt64) -> UInt64 {
    let fromA = bytes &+ 0x3F3F_3F3F_3F3F_3F3F  // high bit set from “A” on
    let aboveZ = bytes &+ 0x2525_2525_2525_2525  // high bit set above “Z”
    return bytes | ((fromA & ~aboveZ & highBits) >> 2)
  }

  /// The high bits choose the slot (Fibonacci hashing).
  @inline(__always)
  private static func hash(_ head: UInt64, _ length: Int) -> UInt64 {
    let mixed = head ^ (head >> 32) ^ UInt64(truncatingIfNeeded: length)
    return mixed &* 0x9E37_79B9_7F4A_7C15
  }
}
