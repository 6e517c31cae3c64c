import ArgumentParser
import Foundation
import StetDocument
import StetService
import StetSpelling
import StetText

/// Measures the speller beside Hunspell: what is found, what is proposed, how long it takes, where the two differ.
struct SpellingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spelling", abstract: "Measure the speller beside Hunspell.",
    discussion: """
      --pairs takes lines “wrong<TAB>right” (several right words between commas). --texts compares both on every
      word of texts: known or not by the dictionary alone. --tests takes the folder of Hunspell's own tests, with
      .aff, .dic, .good and .wrong files of one name each.
      """)

  @Option(parsing: .upToNextOption, help: "Lists of misspellings, each with what was meant.")
  var pairs: [String] = []

  @Option(help: "Take every n-th pair only.")
  var every = 1

  @Option(help: "Ask Hunspell of every n-th of these: it takes 25 ms a word.")
  var hunspellEvery = 10

  @Option(parsing: .upToNextOption, help: "Texts, to compare the two on each word.")
  var texts: [String] = []

  @Option(help: "Folder with Hunspell's own tests.")
  var tests: String?

  @Option(help: "How many words to name where the two differ.")
  var show = 20

  @Flag(help: "Print the evidence for each wrong word of the pairs, to fit likelihoods, and nothing else.")
  var evidence = false

  func run() throws {
    let dictionaries = try SpellingDictionaries()
    let speller = Speller(dictionaries)
    let list = try pairs.flatMap(read).enumerated().filter { $0.offset % max(1, every) == 0 }.map(\.element)
    if evidence { return printEvidence(list, speller) }
    let base = String(dictionaries.primary.wordsPath.dropLast(4))
    guard let oracle = HunspellOracle(base) else { throw ValidationError("Hunspell cannot read \(base).") }
    if !list.isEmpty { measure(list, speller, oracle) }
    if !texts.isEmpty { try compare(dictionaries, oracle) }
    if let tests { print(try HunspellTests(tests).lines(show)) }
  }

  private func read(_ path: String) throws -> [MisspelledPair] {
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    return text.split(separator: "\n").compactMap { MisspelledPair($0) }
  }

  private func measure(_ list: [MisspelledPair], _ speller: Speller, _ oracle: HunspellOracle) {
    var (all, ours, theirs) = (SuggestionScore(), SuggestionScore(), SuggestionScore())
    _ = speller.suggestions(for: "warmedupp")
    for (number, pair) in list.enumerated() {
      let isKnown = speller.isKnown(pair.wrong)
      all.add(pair, isKnown: isKnown) { speller.suggestions(for: pair.wrong) }
      guard number % max(1, hunspellEvery) == 0 else { continue }
      ours.add(pair, isKnown: isKnown) { speller.suggestions(for: pair.wrong) }
      theirs.add(pair, isKnown: oracle.accepts(pair.wrong)) { oracle.suggestions(pair.wrong) }
    }
    print(all.line("Stet, all"))
    print(ours.line("Stet, as asked of Hunspell"))
    print(theirs.line("Hunspell"))
  }

  private func printEvidence(_ list: [MisspelledPair], _ speller: Speller) {
    print("wrong\tright\tfirst\tcost\tweight\tlength\tlead\ttwo\town\tderived")
    for pair in list where !speller.isKnown(pair.wrong) {
      let first = speller.suggestions(for: pair.wrong).first ?? ""
      let row = speller.evidence(for: pair.wrong)?.row ?? ""
      print([pair.wrong, pair.right.joined(separator: ","), first, row].joined(separator: "\t"))
    }
  }

  private func compare(_ dictionaries: SpellingDictionaries, _ oracle: HunspellOracle) throws {
    let engine = try Engine()
    let worker = Worker(engine)
    let speller = Speller(dictionaries)
    var agreement = Agreement()
    for path in texts {
      let source = SourceText(Array(try Data(contentsOf: URL(filePath: path))))
      let analysis = worker.analysis(DocumentReader.read(source, path: path, format: nil))
      for token in analysis.tokens where token.isWord {
        let word = analysis.string(token)
        agreement.add(word, ours: speller.isInMainDictionary(word), theirs: oracle.accepts(word))
      }
    }
    print(agreement.lines(show), terminator: "")
  }
}
