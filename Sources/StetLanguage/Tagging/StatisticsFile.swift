/// The second model file: counts taken from the treebanks, for rules that ask what is usual.
package enum StatisticsFile {
  package static let path = "Dictionaries/en/statistics.bin"
  package static let trigramBits: UInt32 = 14
  package static let lexicalBits: UInt32 = 14
  package static let capitalBits: UInt32 = 12
  package static let frequencyBits: UInt32 = 8

  static var embedded: ModelFile { ModelFile(embedded: path) ?? .empty }
}
