/// How words are capitalised inside sentences.
package struct CaseModel: Sendable {
  private let table: CompactTable

  package struct Usage: Hashable, Sendable {
    /// Occurrences inside sentences, rounded down to a power of two.
    package var occurrences: Int
    /// Share of those that start with a capital, 0 to 1 in steps of 1/127.
    package var capitalShare: Double
  }

  /// The model that the program carries.
  package init() { self.init(StatisticsFile.embedded) }

  package init(_ file: ModelFile) {
    table = CompactTable(file.section(ModelSection.capitals), valueBits: StatisticsFile.capitalBits)
  }

  /// What the treebanks say of a word, in any case; nil when they have it less than three times inside
  /// sentences (first words, headlines and lines in capitals are not counted).
  package func usage(of word: UnsafeBufferPointer<UInt8>) -> Usage? {
    guard let value = table.value(FoldedWord(word).hash) else { return nil }
    return Usage(occurrences: 1 << Int(value >> 7), capitalShare: Double(value & 127) / 127)
  }

  package func usage(of word: some StringProtocol) -> Usage? {
    var word = String(word)
    return word.withUTF8 { usage(of: $0) }
  }

  /// The packed form of a count; nil when there are too few.
  package static func packed(capitals: Int, of total: Int) -> UInt32? {
    guard total >= 3 else { return nil }
    let exponent = UInt32(Int.bitWidth - 1 - total.leadingZeroBitCount)
    let share = UInt32((Double(capitals) / Double(total) * 127).rounded())
    return exponent << 7 | share
  }
}
