import ArgumentParser
import Glibc
import StetDocument
import StetLint
import StetReports
import StetService
import StetText

struct FixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix", abstract: "Applies fixes to files.",
    discussion: """
      Only safe fixes are applied unless you ask for more. A file is replaced as a whole or not at all, and \
      only if nobody wrote to it since it was read. The exit status is 1 when findings at or above --fail-on \
      are left.
      """)

  @Argument(help: "Files, folders or patterns; - reads standard input and writes the fixed text.")
  var paths: [String]

  @Flag(help: "Also apply fixes that need a look.")
  var unsafe = false

  @Flag(help: "Print what would change as a unified diff, and change nothing.")
  var diff = false

  @Flag(help: "Ask about each fix, safe or not.")
  var interactive = false

  @Option(name: .customLong("rule"), help: ArgumentHelp("Fix only what this rule finds.", valueName: "id"))
  var rules: [String] = []

  @Option(help: "The lowest severity left that makes the exit status 1: error, warning or note.")
  var failOn: Severity = .error

  @Option(help: "The name that standard input goes by; its ending decides the format.")
  var stdinFilename: String?

  @OptionGroup var configuration: ConfigurationOptions

  mutating func validate() throws {
    if interactive, diff { throw ValidationError("--interactive and --diff exclude each other.") }
    if interactive, paths.contains("-") {
      throw ValidationError("--interactive asks on standard input, which cannot be the text as well.")
    }
  }

  func run() throws {
    let found = FileDiscovery.files(in: paths == ["-"] ? [] : paths)
    let engine = try configuration.engine(
      for: paths == ["-"] ? [stdinFilename ?? "stdin.txt"] : found.files.map(\.path))
    for rule in rules where engine.book.rule(rule) == nil {
      let hint = engine.book.nearest(rule).map { " Did you mean “\($0)”?" } ?? ""
      Terminal.complain("stet: there is no rule “\(rule)”.\(hint) `stet rules` lists all of them.")
      throw ExitCode(2)
    }
    let settings = configuration.settings(engine.book)
    var outcome = FixOutcome(threshold: failOn)
    let worker = Worker(engine)
    if paths == ["-"] {
      try fixStandardInput(worker, settings, &outcome)
    } else {
      for error in found.errors { outcome.add(Problem(error)) }
      for file in settings.wanted(found.files) where !outcome.isStopped {
        do {
          let bytes = try FileReading.read(file)
          fix(bytes, file, worker, settings, &outcome)
        } catch {
          outcome.add(Problem(error))
        }
      }
      if !diff { Terminal.print(outcome.summary + "\n") }
    }
    for problem in engine.book.problems + settings.problems + outcome.problems {
      Terminal.complain("stet: \(problem.line)")
    }
    if !(settings.problems + engine.book.problems).isEmpty { throw ExitCode(2) }
    throw ExitCode(outcome.exitStatus)
  }

  private func fixer(_ worker: Worker, _ settings: RunSettings, _ path: String) -> FileFixer {
    FileFixer(
      worker, settings: settings.settings(for: path), takesReview: unsafe,
      rules: rules.isEmpty ? nil : Set(rules))
  }

  private func fixStandardInput(
    _ worker: Worker, _ settings: RunSettings, _ outcome: inout FixOutcome
  ) throws {
    let name = stdinFilename ?? "stdin.txt"
    do {
      let input = try Input("-", standardInputName: name)
      let fixed = fixer(worker, settings, name).fix(input.source.bytes, path: name)
      outcome.add(fixed)
      Terminal.write(
        diff ? UnifiedDiff(path: name, before: fixed.before, after: fixed.after).bytes() : fixed.after)
    } catch {
      outcome.add(error)
    }
  }

  private func fix(
    _ bytes: [UInt8], _ file: DiscoveredFile, _ worker: Worker, _ settings: RunSettings,
    _ outcome: inout FixOutcome
  ) {
    var fixed: FixedFile
    if interactive {
      var session = FixSession(rules: Set(rules))
      let linted = worker.lint(
        SourceText(bytes), path: file.path, settings: settings.settings(for: file.path))
      fixed = session.ask(about: linted)
      outcome.isStopped = session.isStopped
    } else {
      fixed = fixer(worker, settings, file.path).fix(bytes, path: file.path)
    }
    if diff {
      Terminal.write(UnifiedDiff(path: file.path, before: fixed.before, after: fixed.after).bytes())
    } else if fixed.isChanged {
      do {
        try FileWriting.replace(file, with: fixed.after, expecting: bytes)
      } catch {
        fixed.after = fixed.before
        fixed.applied = []
        outcome.add(Problem(error, path: file.path))
      }
    }
    for choice in fixed.conflicting {
      let line = LineIndex(SourceText(fixed.after)).line(at: choice.diagnostic.range.lower) + 1
      Terminal.complain(
        "stet: \(file.path):\(line): the fix of \(choice.diagnostic.rule) was left: it changes the same words as "
          + "another. Run `stet fix` again.")
    }
    outcome.add(fixed)
  }
}

/// What a run of fixes came to.
struct FixOutcome {
  let threshold: Severity
  private(set) var problems: [Problem] = []
  private var fixes = 0
  private var files = 0
  private var changed = 0
  private var hasFindings = false
  /// Whether the user wants no more.
  var isStopped = false

  init(threshold: Severity) { self.threshold = threshold }

  mutating func add(_ problem: Problem) { problems.append(problem) }

  mutating func add(_ file: FixedFile) {
    files += 1
    fixes += file.applied.count
    if file.isChanged { changed += 1 }
    if file.left.contains(where: { $0.severity >= threshold }) { hasFindings = true }
  }

  var exitStatus: Int32 { problems.isEmpty ? (hasFindings ? 1 : 0) : 2 }

  var summary: String {
    guard fixes > 0 else { return "Nothing to fix in \(files) file\(files == 1 ? "" : "s")." }
    return "\(fixes) fix\(fixes == 1 ? "" : "es") in \(changed) file\(changed == 1 ? "" : "s") (of \(files))"
  }
}
