import ArgumentParser
import StetLanguage
import StetText

/// Measures the trained models on held-out treebanks.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Measure the word-class layer on held-out treebanks.")

  @Option(help: "Folder with the .conllu or .conllu.gz files.")
  var treebanks: String

  @Option(help: "A tagger.bin to measure in place of the one inside the program.")
  var model: String?

  @Flag(help: "Also print the most frequent confusions of each set.")
  var confusions = false

  static let heldOut = [
    "en_ewt-ud-dev", "en_gum-free-ud-dev", "en_ewt-ud-test", "en_gum-free-ud-test", "en_pud-ud-test",
  ]

  @Option(help: "Passes over the EWT test set to time; the best counts.")
  var passes: Int = 20

  @Flag(help: "Time only.")
  var speedOnly = false

  func run() throws {
    let bytes = try model.map { try readFile($0) } ?? []
    try bytes.withUnsafeBytes { bytes in
      var tagger = Tagger()
      var lemmatizer = Lemmatizer()
      if model != nil, let file = ModelFile(bytes) {
        tagger = Tagger(file)
        lemmatizer = Lemmatizer(file)
      }
      try report(tagger, lemmatizer)
    }
  }

  private func report(_ tagger: Tagger, _ lemmatizer: Lemmatizer) throws {
    print("set                        words    UPOS    XPOS   lemma  unknown UPOS")
    for name in speedOnly ? [] : Self.heldOut {
      let treebank = try Treebank(name, in: treebanks)
      var score = TaggingScore(treebank.sentences, tagger, lemmatizer)
      print(score.line(name))
      if confusions {
        print(score.topConfusions(12))
        print(score.topLemmas(12))
      }
      guard name.hasSuffix("dev") else { continue }
      for alteration in Alteration.allCases {
        score = TaggingScore(treebank.sentences.map(alteration.apply), tagger, lemmatizer)
        print(score.line("  " + alteration.rawValue))
      }
    }
    let sentences = try Treebank("en_ewt-ud-test", in: treebanks).sentences
    let load = ContinuousClock().measure {
      _ = (Tagger(), Lemmatizer(), TransitionModel(), CaseModel(), WordFrequency())
    }
    print("all models ready in \(Int(load / .microseconds(1))) µs")
    print("speed: \(Int(TaggingScore.speed(sentences, tagger, passes: passes))) tokens/s")
  }
}

/// A share as a percentage with two decimals.
func percent(_ share: Double) -> String {
  let hundredths = Int((share * 10_000).rounded())
  let rest = hundredths % 100
  return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
}
