import ArgumentParser
import Foundation
import StetSpelling

/// Writes `Dictionaries/en/frequency.bin` from treebanks.
struct FrequencyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frequency",
    abstract: "Write the table of word frequencies from CoNLL-U files.",
    discussion: """
      Counts the word forms of the given files, or of the standard input, in lower case; keeps those that the
      dictionaries know, so that the misspellings of web text stay out; prints how many there are.
      """)

  @Option(help: "Where to write the table.")
  var output = "Dictionaries/en/frequency.bin"

  @Argument(help: "CoNLL-U files, not compressed; without any, the standard input is read.")
  var files: [String] = []

  func run() throws {
    var counts: [String: Int] = [:]
    if files.isEmpty {
      count(FileHandle.standardInput.readDataToEndOfFile(), into: &counts)
    } else {
      for file in files { count(try Data(contentsOf: URL(filePath: file)), into: &counts) }
    }
    let speller = try Speller()
    // A name is seen in lower case here, so its capitals are asked for as well.
    let known = counts.filter { form, _ in speller.isKnown(form) || speller.isKnown(form.uppercased()) }
    try Data(FrequencyTable(counts: known).encoded).write(to: URL(filePath: output))
    print("\(known.count) of \(counts.count) forms written to \(output)")
  }

  /// Adds the forms (second column) of the words (first column a plain number) of a file.
  private func count(_ data: Data, into counts: inout [String: Int]) {
    for line in data.split(separator: 0x0A) {
      let fields = line.split(separator: 0x09, maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count == 3, fields[0].allSatisfy({ (0x30...0x39).contains($0) }) else { continue }
      let form = String(decoding: fields[1], as: UTF8.self).lowercased()
      if form.contains(where: \.isLetter) { counts[form, default: 0] += 1 }
    }
  }
}
