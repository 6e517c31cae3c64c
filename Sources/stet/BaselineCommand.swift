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

  @OptionGroup var project: ProjectOptions
  @OptionGroup var cacheOptions: CacheOptions

  /// Lints everything and hands over each file.
  ///
  /// - Returns: what could not be done, and the rules that did not run since files were not compared.
  func forEach(
    _ body: (LintRun.Outcome) -> Void
  ) async throws -> (problems: [Problem], skipped: Set<String>) {
    let found = FileDiscovery.files(in: paths)
    let engine = try configuration.engine(for: found.files.map(\.path))
    let settings = configuration.settings(engine.book)
    let cache = cacheOptions.results(engine, settings, paths: paths)
    let isCompared = await project.forEach(
      engine, settings.wanted(found.files, baseline: file), workers: Terminal.processors, settings,
      cache: cache,
      body)
    cache?.save()
    return (
      found.errors.map { Problem($0) } + engine.book.problems + settings.problems,
      isCompared ? [] : engine.book.projectRuleIDs
    )
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
      let run = try await options.forEach { outcome in
        switch outcome {
        case .linted(let file): entries.formUnion(filter.entries(of: file))
        case .failed(let problem): problems.append(problem)
        }
      }
      problems += run.problems
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
      let run = try await options.forEach { outcome in
        switch outcome {
        case .linted(var file): _ = filter.apply(&file)
        case .failed(let problem): problems.append(problem)
        }
      }
      problems += run.problems
      filter.skip(run.skipped)
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
