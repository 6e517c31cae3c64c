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
  var epochs: Int = 12

  @Option(help: "Learning rate.")
  var rate: Float = 0.3

  @Option(help: "L1 penalty a step.")
  var penalty: Float = 2e-7

  static let trainingSets = ["en_ewt-ud-train", "en_gum-free-ud-train"]

  func run() throws {
    let sentences = try Self.trainingSets.flatMap { try Treebank($0, in: treebanks).sentences }
    let tagSet = TagSet(sentences)
    let lexicon = LexiconBuilder(sentences, tagSet: tagSet, hints: [:])
    var options = TaggerTrainer.Options()
    options.epochs = epochs
    options.rate = rate
    options.penalty = penalty
    var trainer = TaggerTrainer(sentences, tagSet: tagSet, lexicon: lexicon, options: options)
    let (hashes, weights) = trainer.train { epoch, accuracy, features in
      print("epoch \(epoch): \(percent(accuracy)) of decisions right, \(features) features")
    }
    var file = ModelWriter()
    file.add(ModelSection.tags, tagSet.bytes)
    lexicon.write(to: &file)
    let size = FeatureTableWriter().write(hashes, weights, to: &file)
    let bytes = file.bytes()
    try writeFile(bytes, to: "\(output)/tagger.bin")
    print("\(output)/tagger.bin: \(bytes.count) bytes, \(size.rows) features, \(size.pairs) weights")
  }
}
