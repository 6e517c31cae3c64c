import ArgumentParser
import StetDocument
import StetReports
import StetService

struct DumpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump", abstract: "Shows what Stet sees in a text: its blocks, tokens, names and the like.",
    discussion: "One row for each thing that the layer found, with its place and its bytes in the file.")

  @Argument(help: "The file; - for standard input.")
  var file: String?

  @Option(help: "What to show: \(Layer.list).")
  var layer: Layer

  @OptionGroup var configuration: ConfigurationOptions

  @Option(help: "How to write it: text or json.")
  var format: DumpFormat = .text

  @Option(help: "The name that standard input goes by; its ending decides the format.")
  var stdinFilename: String?

  func validate() throws {
    if file == nil, stdinFilename == nil {
      throw ValidationError("Name a file, or - for standard input.")
    }
  }

  func run() throws {
    do {
      let input = try Input(file ?? "-", standardInputName: stdinFilename)
      let engine = try configuration.engine(for: [input.path])
      let settings = configuration.settings(engine.book)
      let dump = Worker(engine).dump(
        layer, of: input.source, path: input.path, settings: settings.settings(for: input.path))
      switch format {
      case .text: Terminal.write(LayerTable(dump).plain())
      case .json: LayerTable(dump).json(sink: Terminal.write)
      }
      for problem in settings.problems { Terminal.complain("stet: \(problem.line)") }
    } catch let problem as Problem {
      Terminal.complain("stet: \(problem.line)")
      throw ExitCode(2)
    }
  }
}

enum DumpFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

extension Layer: ExpressibleByArgument {
  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
