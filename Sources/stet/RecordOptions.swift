import ArgumentParser
import StetLint
import StetReports
import StetService

/// The options that say what standard input holds.
struct RecordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What standard input holds: text (one text) or ndjson (an object with “id” and “text” on each line, and a "
        + "result for each on standard output; see Documentation/pipelines.md).", valueName: "format"))
  var stdinFormat: StandardInputFormat = .text

  /// Whether standard input holds a text on each line.
  var areExpected: Bool { stdinFormat == .ndjson }

  /// What of a command does not go with texts that come in line by line; nil: all does.
  func conflict(with command: LintCommand) -> String? {
    guard areExpected else { return nil }
    if !command.paths.isEmpty, command.paths != ["-"] {
      return "--stdin-format ndjson reads standard input; name no files beside it."
    }
    let excluded: [(name: String, isGiven: Bool)] = [
      ("--format", !command.output.format.isEmpty), ("--max-findings", command.output.maxFindings != nil),
      ("--baseline", command.baseline != nil), ("--since and --diff", command.changeOptions.isGiven),
      ("--project", command.project.project), ("--cache", command.cacheOptions.cache != nil),
    ]
    return excluded.first { $0.isGiven }.map {
      "--stdin-format ndjson writes a result for each line and keeps nothing of it; it does not go with \($0.name)."
    }
  }
}

enum StandardInputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, ndjson
}

extension LintCommand {
  /// Lints the texts that come in on the lines of standard input.
  func lintRecords() async throws {
    let usualPath = stdinFilename ?? "stdin"
    let engine = try configuration.engine(for: [usualPath])
    let settings = configuration.settings(engine.book)
    let source = LineSource()
    do {
      try source.start()
    } catch {
      Terminal.complain("stet: \(error.line)")
      throw ExitCode(2)
    }
    let run = RecordRun(
      engine, settings: settings, usualPath: usualPath, workers: jobs == 0 ? Terminal.processors : jobs)
    var tally = RecordTally(threshold: output.failOn.severity)
    await run.forEach(source, RenderedRecord.init) { record in
      tally.add(record)
      Terminal.write(record.bytes)
    }
    var problems = engine.book.problems + settings.problems + engine.book.lateProblems
    problems += [source.problem, tally.problem].compactMap { $0 }
    if !output.quiet {
      for notice in engine.book.notices { Terminal.complain("stet: \(notice)") }
    }
    for problem in problems { Terminal.complain("stet: \(problem.line)") }
    throw ExitCode(problems.isEmpty ? (tally.hasFindings ? 1 : 0) : 2)
  }
}

/// The line of a result, and what of it decides the exit status.
private struct RenderedRecord: Sendable {
  var bytes: [UInt8]
  var highest: Severity?
  var fault: (line: Int, what: String)?

  @Sendable init(_ outcome: RecordRun.Outcome) {
    switch outcome {
    case .linted(let file, let id, let path):
      bytes = RecordResult.line(of: file, id: id, path: path)
      highest = file.diagnostics.map(\.severity).max()
    case .failed(let fault, let line):
      bytes = RecordResult.line(
        of: RecordResult.Failure(
          line: line, column: fault.column, what: fault.what, nextStep: fault.nextStep), id: fault.id)
      self.fault = (line, fault.what)
    }
  }
}

private struct RecordTally {
  let threshold: Severity?
  private(set) var hasFindings = false
  private var lines = 0
  private var faults = 0
  private var first: (line: Int, what: String)?

  init(threshold: Severity?) {
    self.threshold = threshold
  }

  mutating func add(_ record: RenderedRecord) {
    lines += 1
    if let fault = record.fault {
      faults += 1
      if first == nil { first = fault }
    }
    if let threshold, let highest = record.highest, highest >= threshold { hasFindings = true }
  }

  var problem: Problem? {
    guard let first else { return nil }
    let of = lines == 1 ? "the line" : "\(faults) of \(lines) lines"
    return Problem(
      place: "standard input:\(first.line)",
      what: "\(first.what); \(of) could not be checked",
      nextStep: "Their results say why, under “error”; the others hold.")
  }
}
