/// A 64-bit hash of a word that is the same for all its capitalisations: FNV-1a over folded bytes, finished
/// with the mixer of MurmurHash3 so that both ends of the value are usable.
struct WordHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325
  private var previous: UInt8 = 0

  @inline(__always)
  mutating func fold(_ byte: UInt8) {
    state = (state ^ UInt64(lowercased(byte, after: previous))) &* 0x100_0000_01B3
    previous = byte
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  var value: UInt64 {
    var mixed = state
    mixed = (mixed ^ mixed >> 33) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ mixed >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ mixed >> 33
  }
}
