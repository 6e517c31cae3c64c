import ArgumentParser
import Foundation
import StetSpelling

/// Writes `Dictionaries/en/frequency.bin` from treebanks.
struct FrequencyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frequency",
    abstract: "Write the table of word frequencies.",
    discussion: """
      Each line of the file: a word form, a tab, how many times it comes in a billion words of running text. Forms in
      small letters of one word, apostrophes in between, are kept if they come 25 times or more; prints how many.
      """)

  @Option(help: "Where to write the table.")
  var output = "Dictionaries/en/frequency.bin"

  /// Rarer forms say nothing: ten times the logarithm, see `FrequencyTable`.
  private static let least: UInt8 = 5

  @Argument(help: "The file of forms and counts.")
  var file: String

  func run() throws {
    var counts: [String: Double] = [:]
    for line in try Data(contentsOf: URL(filePath: file)).split(separator: 0x0A) {
      let fields = line.split(separator: 0x09)
      guard fields.count == 2, let count = Double(String(decoding: fields[1], as: UTF8.self)) else {
        throw ValidationError("\(file): “\(String(decoding: line, as: UTF8.self))” is no form with a count.")
      }
      let form = String(decoding: fields[0], as: UTF8.self)
      if form.utf8.count <= 40, form.allSatisfy({ $0.isLetter || $0 == "'" }), form.first != "'" {
        counts[form] = count * FrequencyTable.words / 1e9
      }
    }
    let table = FrequencyTable(counts: counts, least: Self.least)
    try Data(table.encoded).write(to: URL(filePath: output))
    print("\(table.forms) forms written to \(output)")
  }
}
