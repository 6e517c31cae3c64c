import ArgumentParser
import StetLint
import StetReports

/// The options that say what is written, how, and what the exit status says of it.
struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How to write the findings: \(OutputFormat.list). With =FILE into a file; may be given several times.",
      valueName: "format[=file]"),
    completion: .list(OutputFormat.allCases.map(\.rawValue)), transform: ReportRequest.init(argument:))
  var format: [ReportRequest] = []

  @Option(help: "The lowest severity that makes the exit status 1: error, warning, note or never.")
  var failOn: FailThreshold = .warning

  @Option(help: ArgumentHelp("Write no more than so many findings; all of them count.", valueName: "number"))
  var maxFindings: Int?

  @Flag(name: .shortAndLong, help: "Write findings and problems only: no summary, no progress.")
  var quiet = false

  @Flag(help: "Show notes in text and compact output; the other formats always have them.")
  var notes = false

  @Option(
    name: [.customLong("colour"), .customLong("color")],
    help: "Colour in text output: auto, always or never. Auto heeds NO_COLOR.")
  var colour: ColourChoice = .auto

  mutating func validate() throws {
    if let maxFindings, maxFindings < 0 {
      throw ValidationError("--max-findings takes 0 or a positive number.")
    }
    let onOutput = requests.filter { $0.path == nil }
    if onOutput.count > 1 {
      let names = onOutput.map(\.format.rawValue)
      throw ValidationError(
        "Only one report can go to standard output, not \(names.joined(separator: " and ")). "
          + "Give the others a file: --format \(names[1])=FILE.")
    }
    var paths: Set<String> = []
    for path in requests.compactMap(\.path) where !paths.insert(path).inserted {
      throw ValidationError("Two reports cannot go to the same file, \(path).")
    }
  }

  /// What was asked for, or the text report.
  var requests: [ReportRequest] { format.isEmpty ? [ReportRequest(format: .text, path: nil)] : format }
}

/// One report and where it goes.
struct ReportRequest {
  var format: OutputFormat
  /// nil: standard output.
  var path: String?

  init(format: OutputFormat, path: String?) {
    self.format = format
    self.path = path
  }

  init(argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let format = OutputFormat(rawValue: String(parts[0])) else {
      throw ValidationError("There is no format “\(parts[0])”. It is one of: \(OutputFormat.list).")
    }
    self.format = format
    guard parts.count == 2 else { return }
    guard !parts[1].isEmpty else { throw ValidationError("Behind “\(argument)” stands no file.") }
    path = String(parts[1])
  }
}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, compact, summary, json, ndjson, sarif, github, gitlab, junit, checkstyle, rdjson, html

  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

/// What makes the exit status 1.
enum FailThreshold: String, ExpressibleByArgument, CaseIterable {
  case error, warning, note, never

  /// The lowest severity that does; nil: none does.
  var severity: Severity? { Severity(rawValue: rawValue) }
}

enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// https://no-color.org: any value of NO_COLOR means none.
  var isOn: Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      Terminal.outputIsTerminal && Terminal.environment("NO_COLOR") == nil
        && Terminal.environment("TERM") != "dumb"
    }
  }
}
