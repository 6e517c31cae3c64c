/// How frequent word forms are in the treebanks' text: for ranking spelling suggestions.
package struct WordFrequency: Sendable {
  private let table: CompactTable

  /// The frequencies that the program carries.
  package init() { self.init(StatisticsFile.embedded) }

  package init(_ file: ModelFile) {
    table = CompactTable(
      file.section(ModelSection.frequencies), valueBits: StatisticsFile.frequencyBits)
  }

  /// 0 for a word seen less than twice, else 1 to 255: 15 times the binary logarithm of the count in about
  /// 260,000 words. Capitals count as small letters; words with digits are not in the table.
  package func frequency(of word: UnsafeBufferPointer<UInt8>) -> UInt8 {
    UInt8(truncatingIfNeeded: table.value(FoldedWord(word).hash) ?? 0)
  }

  package func frequency(of word: some StringProtocol) -> UInt8 {
    var word = String(word)
    return word.withUTF8 { frequency(of: $0) }
  }

  package static func step(count: Int) -> UInt8 {
    guard count >= 2 else { return 0 }
    // Binary logarithm in sixteenths without a mathematics library: squaring doubles the logarithm.
    var value = Double(count)
    var whole = 0
    while value >= 2 {
      value /= 2
      whole += 1
    }
    var fraction = 0.0
    var bit = 0.5
    for _ in 0..<8 {
      value *= value
      if value >= 2 {
        value /= 2
        fraction += bit
      }
      bit /= 2
    }
    return UInt8(min(255, max(1, ((Double(whole) + fraction) * 15).rounded())))
  }
}
