import ArgumentParser
import StetLanguage

/// Trains the tagger and the tables beside it from treebanks.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Train the word-class layer from Universal Dependencies treebanks.",
    discussion: "The same treebanks give the same bytes. Afterwards run Sources/CStetData/list-files.sh.")

  @Option(help: "Folder with the .conllu or .conllu.gz files.")
  var treebanks: String

  @Option(help: "Folder for the model files.")
  var output: String = "Dictionaries/en"

  @Option(help: "Passes over the training sentences.")
  var epochs = TaggerTrainer.Options().epochs

  @Option(help: "Learning rate.")
  var rate = TaggerTrainer.Options().rate

  @Option(help: "L1 penalty a step.")
  var penalty = TaggerTrainer.Options().penalty

  @Option(help: "A Hunspell dictionary without its ending: its suffixes tell word classes and lemmas.")
  var dictionary: String = "/usr/share/hunspell/en_US"

  static let trainingSets = ["en_ewt-ud-train", "en_gum-free-ud-train"]

  func run() throws {
    let sentences = try Self.trainingSets.flatMap { try Treebank($0, in: treebanks).sentences }
    let words = try AffixDictionary(dictionary)
    var file = ModelWriter()
    trainTagger(sentences, words, &file)
    var lemmas = LemmaTrainer()
    lemmas.add(sentences)
    lemmas.add(words)
    lemmas.add(irregular: try readFile("\(output)/irregular.tsv"))
    let size = lemmas.write(to: &file)
    print("lemmas: \(size.rules) endings, \(size.exceptions) exceptions")
    try save(file.bytes(), "tagger.bin")
    try save(StatisticsBuilder(sentences).bytes(), "statistics.bin")
  }

  private func trainTagger(
    _ sentences: [TreebankSentence], _ words: AffixDictionary, _ file: inout ModelWriter
  ) {
    let tagSet = TagSet(sentences)
    let lexicon = LexiconBuilder(sentences, tagSet: tagSet, hints: words.hints())
    var options = TaggerTrainer.Options()
    options.epochs = epochs
    options.rate = rate
    options.penalty = penalty
    var trainer = TaggerTrainer(sentences, tagSet: tagSet, lexicon: lexicon, options: options)
    let (hashes, weights) = trainer.train { epoch, accuracy, features in
      print("epoch \(epoch): \(percent(accuracy)) of decisions right, \(features) features")
    }
    file.add(ModelSection.tags, tagSet.bytes)
    lexicon.write(to: &file)
    let size = FeatureTableWriter().write(hashes, weights, to: &file)
    print("tagger: \(size.features) features, \(size.weights) weights, \(size.dropped) features without room")
  }

  private func save(_ bytes: [UInt8], _ name: String) throws {
    try writeFile(bytes, to: "\(output)/\(name)")
    print("\(output)/\(name): \(bytes.count) bytes")
  }
}
