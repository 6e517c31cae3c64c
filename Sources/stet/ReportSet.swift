import Glibc
import StetDocument
import StetLint
import StetReports
import StetService

/// All reports of a run, and where each goes.
final class ReportSet {
  private var reports: [LimitedReport] = []
  private var files: [ReportFile] = []
  private let output: StandardOutput
  private let limit: Int?

  /// - Parameters:
  ///   - rules: every rule that could report, with its page; asked for only by reports that show rules.
  ///   - showNotes: also in the reports that leave notes out.
  ///   - hasBaseline: whether only what a baseline does not know is handed over.
  init(
    _ options: ReportOptions, rules: @escaping () -> [DescribedRule], showNotes: Bool, hasBaseline: Bool,
    progress: Progress
  ) throws(Problem) {
    limit = options.maxFindings
    output = StandardOutput(progress: progress)
    for request in options.requests {
      let sink: ([UInt8]) -> Void
      if let path = request.path {
        let file = try ReportFile(path)
        files.append(file)
        sink = file.add
      } else {
        sink = output.add
      }
      let isHidingNotes = (request.format == .text || request.format == .compact) && !showNotes
      let setting = Setting(
        options: options, rules: rules, showNotes: showNotes, hasBaseline: hasBaseline,
        isFile: request.path != nil, sink: sink)
      reports.append(
        LimitedReport(
          setting.report(request.format), limit: limit ?? .max, lowest: isHidingNotes ? .warning : .note))
    }
    // The files are still wanted when nobody reads standard output any more.
    if !files.isEmpty {
      output.survives = true
      signal(SIGPIPE, SIG_IGN)
    }
  }

  func begin() {
    for index in reports.indices { reports[index].begin() }
  }

  func add(_ file: LintedFile) {
    for index in reports.indices { reports[index].add(file) }
  }

  /// - Returns: what could not be written.
  func end(_ outcome: RunOutcome) -> [Problem] {
    for index in reports.indices { reports[index].end(outcome) }
    if let limit, let first = reports.first, first.all > first.handedOn {
      Terminal.complain(
        "stet: \(first.handedOn) of \(first.all) findings are shown (--max-findings \(limit)).")
    }
    var problems = files.compactMap { $0.finish() }
    if let problem = output.problem { problems.append(problem) }
    return problems
  }
}

/// What a report is made from.
private struct Setting {
  let options: ReportOptions
  let rules: () -> [DescribedRule]
  let showNotes: Bool
  let hasBaseline: Bool
  let isFile: Bool
  let sink: ([UInt8]) -> Void

  func report(_ format: OutputFormat) -> any DiagnosticReport {
    let tool = ReportingTool(version: Version.string)
    let style: TextReport.Style = options.colour.isOn && !isFile ? .colour : .plain
    switch format {
    case .text:
      return TextReport(
        style: style, showNotes: showNotes, width: Terminal.width,
        wraps: Terminal.outputIsTerminal && !isFile, showSummary: !options.quiet, sink: sink)
    case .compact: return CompactReport(style: style, showNotes: showNotes, sink: sink)
    case .summary: return SummaryReport(style: style, sink: sink)
    case .json: return JSONReport(tool: tool, sink: sink)
    case .ndjson: return NDJSONReport(tool: tool, sink: sink)
    case .sarif: return SARIFReport(tool: tool, rules: rules(), hasBaseline: hasBaseline, sink: sink)
    case .github: return GitHubReport(sink: sink)
    case .gitlab: return GitLabReport(sink: sink)
    case .junit: return JUnitReport(tool: tool, threshold: options.failOn.severity, sink: sink)
    case .checkstyle: return CheckstyleReport(sink: sink)
    case .rdjson: return ReviewdogReport(tool: tool, sink: sink)
    case .html: return HTMLReport(tool: tool, rules: rules(), sink: sink)
    }
  }
}

/// Standard output as reports see it.
private final class StandardOutput {
  /// Whether the run goes on when the reader has gone.
  var survives = false
  private(set) var problem: Problem?
  private var isGone = false
  private let progress: Progress

  init(progress: Progress) {
    self.progress = progress
  }

  func add(_ bytes: [UInt8]) {
    guard !isGone, !bytes.isEmpty else { return }
    progress.clear()
    let code = Terminal.send(bytes, to: STDOUT_FILENO)
    guard code != 0 else { return }
    guard survives else { Terminal.stop(writing: code) }
    isGone = true
    guard code != EPIPE else { return }
    problem = Problem(
      place: "standard output", what: "it cannot be written: \(String(cString: strerror(code)))",
      nextStep: "Check the space on the disk.")
  }
}

/// A report that goes to a file: gathered, and put in its place as a whole at the end, so that nobody ever finds half
/// of it. What is no regular file, such as a named pipe, is written to as it is.
private final class ReportFile {
  private let path: String
  private let isRegular: Bool
  private var bytes: [UInt8] = []

  /// Throws what can be known before the run: a missing folder must not cost the work of an hour.
  init(_ path: String) throws(Problem) {
    self.path = path
    var status = stat()
    let isThere = stat(path, &status) == 0
    let type = status.st_mode & S_IFMT
    isRegular = !isThere || type == S_IFREG
    if isThere, type == S_IFDIR {
      throw Problem(
        place: path, what: "the report cannot go there: this is a folder", nextStep: "Name a file in it.")
    }
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    guard access(isRegular ? folder : path, W_OK) != 0 else { return }
    throw Problem(
      place: path, what: "the report cannot be written there: \(String(cString: strerror(errno)))",
      nextStep: "Make the folder, or name another file.")
  }

  func add(_ more: [UInt8]) { bytes += more }

  func finish() -> Problem? {
    guard !isRegular else {
      do {
        try FileWriting.create(path, with: bytes)
        return nil
      } catch {
        return Problem(error, path: path)
      }
    }
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    let code = descriptor < 0 ? errno : Terminal.send(bytes, to: descriptor)
    if descriptor >= 0 { close(descriptor) }
    return code == 0 ? nil : Problem(FileWriting.Failure.system(code), path: path)
  }
}
