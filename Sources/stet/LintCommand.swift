import ArgumentParser
import Glibc
import StetDocument
import StetLint
import StetReports
import StetService

struct LintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Checks files, folders or standard input.",
    discussion: """
      Folders are walked for .txt and .md files; what .gitignore excludes is left out. A path of “-” reads \
      standard input.
      """)

  @Argument(help: "Files, folders or patterns such as 'content/**/*.md'; - for standard input.")
  var paths: [String] = []

  @OptionGroup var output: ReportOptions

  @OptionGroup var configuration: ConfigurationOptions

  @Option(
    help: ArgumentHelp(
      "Report only findings that are not in this file; see `stet baseline`.", valueName: "file"))
  var baseline: String?

  @OptionGroup var project: ProjectOptions

  @OptionGroup var changeOptions: ChangeOptions

  @OptionGroup var cacheOptions: CacheOptions

  @Option(help: "The name that standard input goes by; its ending decides the format.")
  var stdinFilename: String?

  @OptionGroup var records: RecordOptions

  @Option(help: "How many files to check at once; 0 takes one per processor.")
  var jobs: Int = 0

  mutating func validate() throws {
    if let conflict = records.conflict(with: self) { throw ValidationError(conflict) }
    if changeOptions.isGiven {
      if stdinFilename != nil || paths.contains("-") {
        throw ValidationError("--since and --diff are about files, not about standard input.")
      }
      if paths.isEmpty { paths = ["."] }
    }
    if paths.isEmpty, stdinFilename == nil, !records.areExpected {
      throw ValidationError("Name a file or a folder to check, or - for standard input.")
    }
    if jobs < 0 { throw ValidationError("--jobs takes 0 or a positive number.") }
  }

  func run() async throws {
    if records.areExpected { return try await lintRecords() }
    let readsInput = paths.isEmpty || paths == ["-"]
    let found = FileDiscovery.files(in: readsInput ? [] : paths)
    let engine = try configuration.engine(
      for: readsInput ? [stdinFilename ?? "stdin"] : found.files.map(\.path))
    let settings = configuration.settings(engine.book)
    let changes = try changeOptions.changes(paths: paths)
    let progress = Progress(isQuiet: output.quiet)
    let report = try report(engine.book, progress)
    var tally = Tally(threshold: output.failOn.severity)
    for problem in engine.book.problems { tally.add(problem) }
    var known = try knownFindings()
    report.begin()
    if readsInput {
      lintStandardInput(engine, settings, &known, report, &tally)
    } else {
      for error in found.errors { tally.add(Problem(error)) }
      let files = settings.wanted(found.files, baseline: baseline)
      tellIgnored(found.files, settings)
      progress.total = changes.map { set in files.count(where: set.contains) } ?? files.count
      let workers = jobs == 0 ? Terminal.processors : jobs
      let cache = cacheOptions.results(engine, settings, paths: paths)
      let isCompared = await project.forEach(
        engine, files, workers: workers, settings, cache: cache, changes: changes, progress: progress.show
      ) { outcome in
        switch outcome {
        case .linted(var file):
          file.known = known?.apply(&file) ?? 0
          tally.add(file)
          report.add(file)
        case .failed(let problem): tally.add(problem)
        }
      }
      cache?.save()
      if !isCompared { known?.skip(engine.book.projectRuleIDs) }
      progress.clear()
    }
    for problem in settings.problems + engine.book.lateProblems { tally.add(problem) }
    for problem in report.end(tally.outcome) { tally.add(problem) }
    if !output.quiet {
      tellMended(known)
      for notice in engine.book.notices { Terminal.complain("stet: \(notice)") }
    }
    for problem in tally.problems { Terminal.complain("stet: \(problem.line)") }
    throw ExitCode(tally.exitStatus)
  }

  private func lintStandardInput(
    _ engine: Engine, _ settings: RunSettings, _ known: inout BaselineFilter?,
    _ report: ReportSet, _ tally: inout Tally
  ) {
    do {
      let input = try Input("-", standardInputName: stdinFilename)
      var file = Worker(engine).lint(
        input.source, path: input.path, settings: settings.settings(for: stdinFilename ?? "stdin"))
      file.known = known?.apply(&file) ?? 0
      tally.add(file)
      report.add(file)
    } catch {
      tally.add(error)
    }
  }

  private func knownFindings() throws -> BaselineFilter? {
    guard let baseline else { return nil }
    do {
      return try BaselineFilter(path: baseline, mustExist: true)
    } catch {
      Terminal.complain("stet: \(error.line)")
      throw ExitCode(2)
    }
  }

  private func tellMended(_ known: BaselineFilter?) {
    guard let known, !known.mended.isEmpty else { return }
    let count = known.mended.count
    Terminal.complain(
      "stet: \(count) finding\(count == 1 ? "" : "s") of \(known.path) \(count == 1 ? "is" : "are") no more; "
        + "`stet baseline prune` takes \(count == 1 ? "it" : "them") out.")
  }

  /// A file that the user named and that is not read is worth a line; those in folders are not.
  private func tellIgnored(_ files: [DiscoveredFile], _ settings: RunSettings) {
    for path in paths where files.contains(where: { $0.path == path }) {
      guard let file = settings.ignoring(path) else { continue }
      Terminal.complain("stet: \(path) is not checked: \(file) says to ignore it.")
    }
  }

  private func report(_ book: RuleBook, _ progress: Progress) throws -> ReportSet {
    do throws(Problem) {
      return try ReportSet(
        output, rules: { book.rules.map { DescribedRule($0, page: book.page($0)) } },
        showNotes: output.notes, hasBaseline: baseline != nil, progress: progress)
    } catch {
      Terminal.complain("stet: \(error.line)")
      throw ExitCode(2)
    }
  }
}

/// What decides the exit status.
private struct Tally {
  let threshold: Severity?
  private(set) var problems: [Problem] = []
  private var hasFindings = false

  init(threshold: Severity?) {
    self.threshold = threshold
  }

  mutating func add(_ file: LintedFile) {
    guard let threshold, !hasFindings else { return }
    hasFindings = file.diagnostics.contains { $0.severity >= threshold }
  }

  mutating func add(_ problem: Problem) { problems.append(problem) }

  /// 2 when something could not be done, else 1 when there are findings, else 0.
  var exitStatus: Int32 { problems.isEmpty ? (hasFindings ? 1 : 0) : 2 }

  var outcome: RunOutcome { RunOutcome(exitStatus: Int(exitStatus), failures: problems.map(\.line)) }
}

extension Severity: ExpressibleByArgument {}
