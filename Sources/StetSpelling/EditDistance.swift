/// The distance of Damerau (1964) in its restricted form, which counts a swap of neighbours as one edit and edits
/// no letter twice.
package enum EditDistance {
  /// Whether two strings of bytes are at most `bound` edits apart.
  ///
  /// Asked about each form that the search proposes: its automaton answers for a branch, and what is proposed to
  /// a reader must hold for the word itself.
  package static func isWithin(
    _ bound: Int, _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let width = right.count + 1
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * width) { cells in
      for index in 0..<3 * width { cells.initializeElement(at: index, to: index < width ? index : 0) }
      for at in 1..<left.count + 1 {
        let (row, above, higher) = (at % 3 * width, (at + 2) % 3 * width, (at + 1) % 3 * width)
        cells[row] = at
        var least = at
        for to in 1..<width {
          var edits = min(cells[above + to], cells[row + to - 1]) + 1
          edits = min(edits, cells[above + to - 1] + (left[at - 1] == right[to - 1] ? 0 : 1))
          if at > 1, to > 1, left[at - 1] == right[to - 2], left[at - 2] == right[to - 1] {
            edits = min(edits, cells[higher + to - 2] + 1)
          }
          cells[row + to] = edits
          least = min(least, edits)
        }
        if least > bound { return false }
      }
      return cells[left.count % 3 * width + right.count] <= bound
    }
  }
}
