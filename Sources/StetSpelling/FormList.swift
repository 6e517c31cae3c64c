/// The word forms of a dictionary written out, possessives aside, for questions that cannot be put to a hash
/// table: which words are near this one, by whatever edits?
///
/// Writing out the forms of `en_US` takes some 3 MB and five times as long as reading it, so this is made only when a misspelling
/// turns up that no single edit explains. Forms are grouped by length; a set of letters for each decides most
/// comparisons (the signature of Salton's and of agrep's kind: two edits change at most two letters each way).
struct FormList: Sendable {
  private var pool: [UInt8] = []
  private var starts: [UInt32] = []
  private var letters: [UInt32] = []
  /// Range of forms by length in bytes.
  private var byLength: [Range<Int>] = []

  /// Longest form kept, in bytes.
  static let longest = 28

  init(_ dictionaries: [AffixDictionary]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 << 20)
    var found: [(start: UInt32, length: UInt8)] = []
    found.reserveCapacity(200_000)
    for dictionary in dictionaries {
      dictionary.forEachForm { form in
        guard form.count > 2, form.count <= Self.longest else { return }
        found.append((UInt32(bytes.count), UInt8(form.count)))
        let start = bytes.count
        bytes.append(contentsOf: form)
        var previous: UInt8 = 0
        for (index, byte) in form.enumerated() {
          let lower = lowercased(byte, after: previous)
          if lower != byte { bytes[start + index] = lower }
          previous = byte
        }
      }
    }
    var counts = [Int](repeating: 0, count: Self.longest + 2)
    for form in found { counts[Int(form.length) + 1] += 1 }
    for length in 1..<counts.count { counts[length] += counts[length - 1] }
    byLength = (0...Self.longest).map { counts[$0]..<counts[$0 + 1] }
    starts = [UInt32](repeating: 0, count: found.count)
    letters = starts
    var next = counts
    for form in found {
      let place = next[Int(form.length)]
      next[Int(form.length)] += 1
      starts[place] = form.start
      let from = Int(form.start)
      letters[place] = bytes.withUnsafeBufferPointer {
        Self.letters(UnsafeBufferPointer(rebasing: $0[from..<(from + Int(form.length))]))
      }
    }
    pool = bytes
  }

  /// Calls `body` with the forms within `bound` edits of a word in lower case, and the number of edits.
  func near(
    _ word: UnsafeBufferPointer<UInt8>, within bound: Int, _ body: (UnsafeBufferPointer<UInt8>, Int) -> Void
  ) {
    guard word.count <= Self.longest else { return }
    let own = Self.letters(word)
    pool.withUnsafeBufferPointer { pool in
      letters.withUnsafeBufferPointer { letters in
        for length in max(1, word.count - bound)...min(Self.longest, word.count + bound) {
          for form in byLength[length] {
            let other = letters[form]
            if exceeds(own & ~other, bound) || exceeds(other & ~own, bound) { continue }
            let start = Int(starts[form])
            let bytes = UnsafeBufferPointer(rebasing: pool[start..<(start + length)])
            if let edits = editDistance(word, bytes, bound) { body(bytes, edits) }
          }
        }
      }
    }
  }

  private static func letters(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var set: UInt32 = 0
    for byte in word { set |= 1 << UInt32(TrigramSet.code(byte)) }
    return set
  }
}

/// The number of edits (swap of neighbours, replace, insert, delete; optimal string alignment) between two
/// words, nil when above `bound`. Words are at most 28 bytes long.
private func editDistance(
  _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, _ bound: Int
) -> Int? {
  var first = 0
  var aEnd = a.count
  var bEnd = b.count
  while first < aEnd, first < bEnd, a[first] == b[first] { first += 1 }
  while aEnd > first, bEnd > first, a[aEnd - 1] == b[bEnd - 1] {
    aEnd -= 1
    bEnd -= 1
  }
  let rows = aEnd - first
  let columns = bEnd - first
  if rows == 0 || columns == 0 { return max(rows, columns) <= bound ? max(rows, columns) : nil }
  // Ukkonen (1985): a path of at most `bound` edits stays within `bound` of the diagonal.
  return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3 * (columns + 1)) { cells in
    let width = columns + 1
    let far = Int32(bound + 1)
    cells.initialize(repeating: far)
    for column in 0...min(columns, bound) { cells[column] = Int32(column) }
    var (before, last, now) = (2 * width, 0, width)
    for row in 1...rows {
      let letter = a[first + row - 1]
      let low = max(1, row - bound)
      let high = min(columns, row + bound)
      guard low <= high else { return nil }
      cells[now + low - 1] = low == 1 ? Int32(row) : far
      var least = cells[now + low - 1]
      for column in low...high {
        let other = b[first + column - 1]
        var cost = cells[last + column - 1] + (letter == other ? 0 : 1)
        cost = min(cost, cells[now + column - 1] + 1)
        if column < row + bound { cost = min(cost, cells[last + column] + 1) }
        if row > 1, column > 1, letter == b[first + column - 2], other == a[first + row - 2] {
          cost = min(cost, cells[before + column - 2] + 1)
        }
        cells[now + column] = cost
        least = min(least, cost)
      }
      if least > Int32(bound) { return nil }
      (before, last, now) = (last, now, before)
    }
    guard abs(rows - columns) <= bound else { return nil }
    let edits = Int(cells[last + columns])
    return edits <= bound ? edits : nil
  }
}

/// Whether more than `bound` bits are set; without a popcount instruction, which the baseline of x86-64 lacks.
@inline(__always)
private func exceeds(_ bits: UInt32, _ bound: Int) -> Bool {
  var bits = bits
  for _ in 0..<bound {
    if bits == 0 { return false }
    bits &= bits &- 1
  }
  return bits != 0
}
