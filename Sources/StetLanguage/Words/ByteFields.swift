/// Cutting the lines of data files. `split(separator:)` of the standard library walks characters, whose boundaries it looks
/// up; with it the word lists were a fifth of a start.
extension Substring {
  /// What stands between the places of an ASCII mark.
  ///
  /// - Parameter most: cuts at the most.
  package func fields(
    _ mark: Unicode.Scalar, most: Int = .max, keepingEmpty: Bool = false
  ) -> [Substring] {
    utf8.split(separator: UInt8(ascii: mark), maxSplits: most, omittingEmptySubsequences: !keepingEmpty).map {
      Substring($0)
    }
  }
}

extension String {
  /// See `Substring.fields`.
  package func fields(
    _ mark: Unicode.Scalar, most: Int = .max, keepingEmpty: Bool = false
  ) -> [Substring] {
    self[...].fields(mark, most: most, keepingEmpty: keepingEmpty)
  }
}
