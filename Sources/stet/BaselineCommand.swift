import ArgumentParser
import StetDocument
import StetService

struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline", abstract: "Keeps what was found before out of reports.",
    discussion: "`stet lint --baseline FILE` reports what is not in the file.",
    subcommands: [BaselineWriteCommand.self, BaselinePruneCommand.self])
}

struct BaselineOptions: ParsableArguments {
  @Argument(help: "Files, folders or patterns, as for `stet lint`.")
  var paths: [String]

  @Option(help: ArgumentHelp("The baseline.", valueName: "file"))
  var file = Baseline.name

  @OptionGroup var configuration: ConfigurationOptions

  /// Lints everything and hands over each file.
  func forEach(_ body: (LintRun.Outcome) -> Void) async throws -> [Problem] {
    let found = FileDiscovery.files(in: paths)
    let engine = try configuration.engine(for: found.files.map(\.path))
    let settings = configuration.settings(engine.book)
    await LintRun(
      engine, files: settings.wanted(found.files), workers: Terminal.processors, settings: settings
    ).forEach { outcome, _ in body(outcome) }
    return found.errors.map { Problem($0) } + engine.book.problems + settings.problems
  }

  static func finish(_ problems: [Problem]) throws {
    for problem in problems { Terminal.complain("stet: \(problem.line)") }
    if !problems.isEmpty { throw ExitCode(2) }
  }
}

struct BaselineWriteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write", abstract: "Writes all that is found now into the baseline.")

  @OptionGroup var options: BaselineOptions

  func run() async throws {
    var entries: Set<Baseline.Entry> = []
    var problems: [Problem] = []
    do {
      let filter = try BaselineFilter(path: options.file, mustExist: false)
      problems += try await options.forEach { outcome in
        switch outcome {
        case .linted(let file): entries.formUnion(filter.entries(of: file))
        case .failed(let problem): problems.append(problem)
        }
      }
      try filter.write(Baseline(entries))
      Terminal.print("\(entries.count) finding\(entries.count == 1 ? "" : "s") in \(options.file)\n")
    } catch let problem as Problem {
      problems.append(problem)
    }
    try BaselineOptions.finish(problems)
  }
}

struct BaselinePruneCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune", abstract: "Takes out of the baseline what is mended, and files that are gone.")

  @OptionGroup var options: BaselineOptions

  func run() async throws {
    var problems: [Problem] = []
    do {
      var filter = try BaselineFilter(path: options.file, mustExist: true)
      problems += try await options.forEach { outcome in
        switch outcome {
        case .linted(var file): _ = filter.apply(&file)
        case .failed(let problem): problems.append(problem)
        }
      }
      let mended = filter.mended
      var pruned = filter.baseline
      pruned.remove(mended)
      if !mended.isEmpty { try filter.write(pruned) }
      Terminal.print("\(mended.count) taken out, \(pruned.entries.count) left in \(options.file)\n")
    } catch let problem as Problem {
      problems.append(problem)
    }
    try BaselineOptions.finish(problems)
  }
}
