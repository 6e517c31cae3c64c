import ArgumentParser
import StetService

/// Measures names and antecedents on the coreference annotation of GUM.
struct EvaluateReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate-reference", abstract: "Measure names and pronouns' antecedents on GUM.",
    discussion: """
      Documents of the train and dev files are held out when the sum of the bytes of their names is even, those \
      of the test file always. Weights are set on the others.
      """)

  @Option(help: "Folder with the .conllu or .conllu.gz files.")
  var treebanks: String

  @Flag(help: "The documents for development in place of those held out.")
  var development = false

  @Option(help: "Print this many errors of each document.")
  var show = 0

  @Option(help: "Genres, separated by commas.")
  var genres = "news,bio,interview,voyage,academic,textbook,speech,vlog"

  func run() throws {
    let worker = Worker(try Engine())
    var sum = ReferenceScore()
    var byGenre: [Substring: ReferenceScore] = [:]
    for part in ["train", "dev", "test"] {
      for document in try CoreferenceDocument.read("en_gum-free-ud-\(part)", in: treebanks) {
        let isHeldOut = part == "test" || document.name.utf8.reduce(0) { $0 + Int($1) }.isMultiple(of: 2)
        guard isHeldOut != development, genres.split(separator: ",").contains(document.genre) else {
          continue
        }
        let score = ReferenceScore(document, worker)
        print(score.line(document.name))
        for error in score.errors.prefix(show) { print("    " + error) }
        sum += score
        byGenre[document.genre, default: ReferenceScore()] += score
      }
    }
    print("")
    for (genre, score) in byGenre.sorted(by: { $0.key < $1.key }) { print(score.line(String(genre))) }
    var news = byGenre["news"] ?? ReferenceScore()
    news += byGenre["bio"] ?? ReferenceScore()
    print(news.line("news and bio"))
    print(sum.line("all"))
  }
}
