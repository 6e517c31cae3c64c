import ArgumentParser

/// Chores of those who work on Stet: training, evaluation, recordings.
@main
struct StetDev: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stet-dev", abstract: "Chores for the developers of Stet.",
    subcommands: [
      TrainCommand.self, FrequencyCommand.self, EvaluateCommand.self, EvaluateTokensCommand.self,
      EvaluateReferenceCommand.self, ConfusionsCommand.self, CorpusCommand.self, BenchCommand.self,
      EditsCommand.self,
      ProjectMemoryCommand.self, SpellingCommand.self, ManualCommand.self, ValeAgreementCommand.self,
    ])
}
