import ArgumentParser
import StetConfiguration
import StetDocument
import StetReports
import StetService

struct WordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words", abstract: "Lists unknown words; keeps the house dictionary.",
    discussion: """
      `stet words PATHS` lists the words that no dictionary knows, names too, the most frequent first. `stet words add` \
      writes words into the house dictionary, `stet words check` tells what is known of a word.
      """,
    subcommands: [WordsListCommand.self, WordsAddCommand.self, WordsCheckCommand.self],
    defaultSubcommand: WordsListCommand.self)
}

struct WordsListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the words of texts that no dictionary knows.")

  @Argument(help: "Files, folders or patterns, as for `stet lint`; - for standard input.")
  var paths: [String]

  @Option(help: "How to write them: text, json, or dic for a house dictionary to start from.")
  var format: WordFormat = .text

  @Option(help: ArgumentHelp("Only words that stand as often as this.", valueName: "count"))
  var atLeast = 1

  @OptionGroup var configuration: ConfigurationOptions

  @Option(help: "The name that standard input goes by; its ending decides the format.")
  var stdinFilename: String?

  mutating func validate() throws {
    if paths.isEmpty { throw ValidationError("Name a file or a folder to read, or - for standard input.") }
    if atLeast < 1 { throw ValidationError("--at-least takes a positive number.") }
  }

  func run() async throws {
    let engine = try configuration.engine(for: [])
    let settings = configuration.settings(engine.book)
    let worker = Worker(engine)
    var list = UnknownWordList()
    var problems: [Problem] = []
    if paths == ["-"] {
      do {
        let input = try Input("-", standardInputName: stdinFilename)
        list.read(input, worker: worker, settings: settings.settings(for: stdinFilename ?? "stdin"))
      } catch {
        problems.append(error)
      }
    } else {
      let found = FileDiscovery.files(in: paths)
      problems += found.errors.map { Problem($0) }
      let files = settings.wanted(found.files)
      let progress = Progress(isQuiet: false)
      progress.total = files.count
      await list.read(
        files, engine: engine, settings: settings, workers: Terminal.processors, progress: progress.show
      ) { problems.append($0) }
      progress.clear()
    }
    show(list.sorted(worker).filter { $0.count >= atLeast })
    try BaselineOptions.finish(problems + settings.problems)
  }

  private func show(_ words: [UnknownWordList.Word]) {
    let table = UnknownWordTable(
      words.map { word in
        UnknownWordTable.Row(
          word: word.text, count: word.count, files: word.files, path: word.firstPath,
          line: word.firstPlace.line + 1, column: word.firstPlace.column + 1, suggestion: word.suggestion)
      })
    switch format {
    case .text: Terminal.print(table.plain())
    case .json: Terminal.write(table.json())
    case .dic: Terminal.print(table.dictionary())
    }
  }
}

enum WordFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, dic
}
