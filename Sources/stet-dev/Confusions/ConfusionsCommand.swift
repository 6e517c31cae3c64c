import ArgumentParser
import StetDocument
import StetLanguage
import StetRules
import StetService
import StetText

/// Measures the table of confusions: puts each wrong word into the places of the right one.
struct ConfusionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confusions", abstract: "Measure the words that are taken for one another.",
    discussion: """
      Each use of a word of the table is replaced, in its sentence, by each word that is written in its place, and \
      the sentence is read anew: a slip is caught when it is found at that place with the right word. Findings on \
      the untouched text are false alarms, except for the mistakes that the text has: read them (--alarms).
      """)

  @Argument(help: "Texts, or folders of texts.")
  var paths: [String] = []

  @Option(help: "Folder with the .conllu or .conllu.gz files of --sets.")
  var treebanks: String?

  @Option(parsing: .upToNextOption, help: "Names of treebanks, without ending.")
  var sets: [String] = []

  @Option(help: "A table to measure in place of the one that the program carries.")
  var table: String?

  @Option(help: "The most slips put in for each pair of words, spread evenly over its uses.")
  var limit = 200

  @Flag(help: "Print every finding on the untouched text.")
  var alarms = false

  @Option(help: "Print missed slips of this written word.")
  var missed: String?

  @Flag(help: "One line for each pair of words, too.")
  var pairs = false

  @Flag(help: "Print for each pair with word classes from which difference of fit it would raise no alarm.")
  var fits = false

  @Flag(help: "Print the table as Markdown, as it stands on the rule's page.")
  var markdown = false

  func run() throws {
    let engine = try Engine()
    let bytes = try table.map(readFile) ?? carriedTable()
    let confusions = try bytes.withUnsafeBufferPointer { (bytes) throws in
      try ConfusionTable(bytes, engine.language.lexicon)
    }
    var score = ConfusionScore(confusions, worker: Worker(engine), limit: limit, fits: fits)
    for file in FileDiscovery.files(in: paths).files { score.read(try readFile(file.path), path: file.path) }
    for name in sets {
      guard let treebanks else { throw ValidationError("--sets needs --treebanks FOLDER.") }
      let text = try SegmentedText(name, in: treebanks)
      let paragraphs = text.blocks.map { text.text[$0.prose.indices] }
      score.read(Array(paragraphs.joined(separator: [0x0A, 0x0A])), path: name + ".txt")
    }
    if alarms { score.alarms.forEach { print($0) } }
    score.putIn()
    if let missed { score.misses[missed, default: []].forEach { print($0) } }
    if fits { print(score.fits) }
    print(markdown ? score.markdown : score.report(pairs: pairs))
  }

  private func carriedTable() throws -> [UInt8] {
    guard let bytes = ConfusionTable.carried else {
      throw ValidationError("The program carries no table of confusions. Give one with --table.")
    }
    return Array(bytes)
  }
}
