/// How far a string is from a word, letter by letter: the bit-parallel automaton of Wu and Manber (1992),
/// with swaps of neighbours as Hyyrö (2003) adds them.
///
/// A *state* is one row a number of edits: bit `i` of row `k` says that what was read so far is at most `k` edits
/// from the first `i` letters of the word. Letters are bytes, and case does not count.
struct EditAutomaton {
  typealias State = (UInt64, UInt64, UInt64, UInt64)

  /// The most edits, 1 to 3.
  let bound: Int
  private let word: UnsafeBufferPointer<UInt8>
  /// Letters of the word.
  let count: Int
  /// The bits of a row that mean something.
  private let valid: UInt64
  /// For each byte: bit `i + 1` where the word's letter `i` is that byte.
  private let places: UnsafePointer<UInt64>

  /// Longest word, so that its ends fit a row.
  static let longest = 60
  static let bytes = 256

  /// `places` is room for `bytes` rows and must outlive the automaton.
  init(_ word: UnsafeBufferPointer<UInt8>, within bound: Int, places: UnsafeMutableBufferPointer<UInt64>) {
    places.initialize(repeating: 0)
    for (index, byte) in word.enumerated() { places[Int(byte)] |= 2 << UInt64(index) }
    for byte in 0x41...0x5A { places[byte] = places[byte | 0x20] }
    // The second bytes of À to Þ.
    for byte in 0x80..<0x9F where places[byte] == 0 { places[byte] = places[byte + 0x20] }
    self.bound = bound
    self.word = word
    count = word.count
    valid = 2 << UInt64(word.count) &- 1
    self.places = UnsafePointer(places.baseAddress.unsafelyUnwrapped)
  }

  /// Nothing read yet.
  var start: State { (1, 3, 7, 15) }

  /// Everything read, from behind; see `stepBack`.
  var end: State {
    let last: UInt64 = 1 << UInt64(count)
    let one = last | last >> 1
    let two = one | one >> 1
    return (last, one, two, two | two >> 1)
  }

  /// The state after one more letter. `before` is the state before `previous`, the letter before it.
  @inline(__always)
  func step(_ state: State, _ byte: UInt8, before: State, _ previous: UInt8) -> State {
    let here = places[Int(byte)]
    let there = places[Int(previous)]
    let row0 = state.0 << 1 & here
    let row1 = state.1 << 1 & here | state.0 | (state.0 | row0) << 1 | (before.0 << 1 & here) << 1 & there
    if bound == 1 { return (row0, row1, 0, 0) }
    let row2 = state.2 << 1 & here | state.1 | (state.1 | row1) << 1 | (before.1 << 1 & here) << 1 & there
    if bound == 2 { return (row0, row1, row2, 0) }
    let row3 = state.3 << 1 & here | state.2 | (state.2 | row2) << 1 | (before.2 << 1 & here) << 1 & there
    return (row0, row1, row2, row3)
  }

  /// As `step`, from behind: bit `i` says how far the letters read are from the word's letters from `i` on.
  @inline(__always)
  func stepBack(_ state: State, _ byte: UInt8, before: State, _ next: UInt8) -> State {
    let here = places[Int(byte)]
    let there = places[Int(next)]
    func row(_ same: UInt64, _ less: UInt64, _ new: UInt64, _ swapped: UInt64) -> UInt64 {
      (same & here) >> 1 | less | (less | new) >> 1 | ((swapped & here) >> 1 & there) >> 1
    }
    let row0 = (state.0 & here) >> 1
    let row1 = row(state.1, state.0, row0, before.0)
    if bound == 1 { return (row0, row1, 0, 0) }
    let row2 = row(state.2, state.1, row1, before.1)
    return (row0, row1, row2, bound == 2 ? 0 : row(state.3, state.2, row2, before.2))
  }

  /// Whether some continuation can still end within the bound. Of several edits, one at the most is looked for in
  /// the first `early` letters: few misspellings have two there, and most of a dictionary is out of reach by then.
  @inline(__always)
  func isAlive(_ state: State, at depth: Int) -> Bool {
    (depth <= Self.early && bound > 1 ? state.1 : widest(state)) & valid != 0
  }

  /// See `isAlive`.
  static let early = 3

  /// The row for the bound, which holds those for fewer edits.
  @inline(__always)
  func widest(_ state: State) -> UInt64 { bound == 1 ? state.1 : bound == 2 ? state.2 : state.3 }

  /// The row for one edit less than the bound.
  @inline(__always)
  func nextToWidest(_ state: State) -> UInt64 { bound == 1 ? state.0 : bound == 2 ? state.1 : state.2 }

  /// The letters that may come next: one bit each, see `bit(of:)`. A letter that is left out puts what follows out of
  /// reach, others may do so too.
  @inline(__always)
  func following(_ state: State, before: State, _ previous: UInt8) -> UInt32 {
    // With an edit to spare, any letter will do.
    if nextToWidest(state) & valid != 0 { return .max }
    var letters: UInt32 = 1
    var row = widest(state) & valid >> 1 | nextToWidest(before) & places[Int(previous)] >> 2
    while row != 0 {
      letters |= Self.bit(of: word[row.trailingZeroBitCount])
      row &= row &- 1
    }
    return letters
  }

  /// The bit of a letter in `following`; bit 0, which is always set, for what is none.
  @inline(__always)
  static func bit(of byte: UInt8) -> UInt32 { byte < 0x40 ? 1 : 1 << UInt32(byte & 31) }

  /// The least sum of edits with which a state from the front and one from behind meet; nil above the bound.
  @inline(__always)
  func meeting(_ front: State, _ back: State) -> Int? {
    if front.0 & back.0 != 0 { return 0 }
    if front.1 & back.0 | front.0 & back.1 != 0 { return 1 }
    if bound == 1 { return nil }
    if front.2 & back.0 | front.1 & back.1 | front.0 & back.2 != 0 { return 2 }
    if bound == 2 { return nil }
    return front.3 & back.0 | front.2 & back.1 | front.1 & back.2 | front.0 & back.3 != 0 ? 3 : nil
  }

  /// As `meeting`, where the front's last letter and the back's first were swapped: the states are those before
  /// and behind the two letters.
  @inline(__always)
  func meeting(_ front: State, swapping last: UInt8, _ first: UInt8, _ back: State) -> Int? {
    let here = places[Int(first)]
    let there = places[Int(last)]
    if here == 0 || there == 0 { return nil }
    func over(_ row: UInt64) -> UInt64 { (row << 1 & here) << 1 & there }
    let moved = (over(front.0), over(front.1), over(front.2), UInt64(0))
    guard let edits = meeting(moved, back), edits < bound else { return nil }
    return edits + 1
  }
}
