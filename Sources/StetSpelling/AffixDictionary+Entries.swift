/// Reading the lines of the word list.
extension AffixDictionary {
  /// Compares a stem with the entry at an offset; nil when they differ, else whether the entry is lower case.
  func agrees(_ stem: UnsafeBufferPointer<UInt8>, _ entry: Int, _ rule: CaseRule) -> Bool? {
    let end = entry + stem.count
    guard end <= bytes.count, end == bytes.count || endsWord(bytes[end]) else { return nil }
    var isLowercase = true
    var previous: UInt8 = 0
    for index in 0..<stem.count {
      let byte = bytes[entry + index]
      if byte != stem[index] {
        let lower = lowercased(byte, after: previous)
        guard lower == stem[index] else { return nil }
        switch rule {
        case .exact: return nil
        case .initial: if index > (previous == 0xC3 ? 1 : 0) { return nil }
        case .any: break
        }
        isLowercase = false
      }
      previous = byte
    }
    return isLowercase
  }

  /// Positions of an entry's flags, given where its word ends.
  func flags(after end: Int) -> Range<Int> {
    guard end < bytes.count, bytes[end] == 0x2F else { return end..<end }
    var at = end + 1
    while at < bytes.count, bytes[at] > 0x20 { at += 1 }
    return (end + 1)..<at
  }

  func isInitial(_ rule: CaseRule) -> Bool {
    if case .initial = rule { return true }
    return false
  }

  /// Keeps the better of two matches; true when it cannot be bettered.
  func better(_ best: inout Match?, _ match: Match?) -> Bool {
    guard let match else { return false }
    if best == nil || match.isLowercase { best = match }
    return match.isLowercase
  }
}
