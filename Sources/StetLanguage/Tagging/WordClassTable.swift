/// What the lexicon knows of one word form: the tags it was seen with and hints from word formation.
package struct TagDictionaryEntry: Hashable, Sendable {
  /// Bit n set: seen with tag n of the model. 0 for a word that the treebanks do not have.
  package var tags: UInt64
  /// The tag seen most often; 255 when there is none.
  package var best: UInt8
  package var flags: UInt8
  /// How a dictionary of affixes derives the word, as an opaque number; 0 when it does not know the word.
  package var hint: UInt16

  package init(tags: UInt64, best: UInt8, flags: UInt8, hint: UInt16) {
    self.tags = tags
    self.best = best
    self.flags = flags
    self.hint = hint
  }

  package static let unknown = TagDictionaryEntry(tags: 0, best: 255, flags: 0, hint: 0)
  /// Frequent enough that its tags can be taken as all there are.
  package static let closed: UInt8 = 1
  /// Practically always `best`.
  package static let certain: UInt8 = 2
  /// Bytes of one record in the model file.
  package static let stride = 12

  @inline(__always) package var isClosed: Bool { flags & Self.closed != 0 }
  @inline(__always) package var isCertain: Bool { flags & Self.certain != 0 }
}

/// From the hash of a folded word to its class: open addressing, 4 bytes a slot (16 bits fingerprint, 16 bits
/// class number + 1), linear probing. About 1 in 50,000 unknown words gets another word's class.
package struct WordClassTable: @unchecked Sendable {
  private let slots: UnsafeRawBufferPointer
  private let classes: UnsafeRawBufferPointer
  private let mask: Int

  package init(_ file: ModelFile) {
    slots = file.section(ModelSection.wordSlots)
    classes = file.section(ModelSection.wordClasses)
    mask = slots.count / 4 - 1
  }

  /// Slot where the search for a hash starts, and its fingerprint, in a table of `mask + 1` slots.
  @inline(__always)
  package static func place(of hash: UInt64, mask: Int) -> (slot: Int, fingerprint: UInt32) {
    (Int(truncatingIfNeeded: hash >> 32) & mask, UInt32(truncatingIfNeeded: hash >> 8) & 0xFFFF)
  }

  @inline(__always)
  package func find(_ hash: UInt64) -> TagDictionaryEntry {
    guard mask >= 0 else { return .unknown }
    var (slot, fingerprint) = Self.place(of: hash, mask: mask)
    while true {
      let value = slots.loadUnaligned(fromByteOffset: slot * 4, as: UInt32.self)
      if value == 0 { return .unknown }
      if value >> 16 == fingerprint {
        let at = (Int(value & 0xFFFF) - 1) * TagDictionaryEntry.stride
        return TagDictionaryEntry(
          tags: classes.loadUnaligned(fromByteOffset: at, as: UInt64.self),
          best: classes[at + 8], flags: classes[at + 9],
          hint: classes.loadUnaligned(fromByteOffset: at + 10, as: UInt16.self))
      }
      slot = (slot + 1) & mask
    }
  }
}
