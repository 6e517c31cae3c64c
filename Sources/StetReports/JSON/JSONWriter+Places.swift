import StetText

/// Places as every JSON form of Stet has them.
extension JSONWriter {
  /// The members `range`, `start` and `end`.
  mutating func place(_ range: ByteRange, _ positions: PositionTable) {
    bytes(range)
    position("start", positions[range.lower])
    position("end", positions[range.upper])
  }

  mutating func bytes(_ range: ByteRange) {
    object("range") {
      $0.field("start", range.lower)
      $0.field("end", range.upper)
    }
  }

  private mutating func position(_ name: StaticString, _ position: ReportedPosition) {
    object(name) {
      $0.field("line", position.line)
      $0.object("column") {
        $0.field("utf8", position.utf8Column)
        $0.field("utf16", position.utf16Column)
      }
    }
  }
}
