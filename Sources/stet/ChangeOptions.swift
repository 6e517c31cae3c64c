import ArgumentParser
import StetService

/// The options that say which changes findings must belong to.
struct ChangeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Report only what changed since this revision of git: findings on added lines, and those that the text did "
        + "not have before.", valueName: "rev"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "The same for the changes of a unified diff; - reads it from standard input.", valueName: "file"))
  var diff: String?

  mutating func validate() throws {
    if since != nil, diff != nil { throw ValidationError("--since and --diff exclude each other.") }
  }

  var isGiven: Bool { since != nil || diff != nil }

  /// - Returns: nil: all that is found counts.
  func changes(paths: [String]) throws -> ChangeSet? {
    do {
      if let since { return try ChangeSet(since: since, paths: paths) }
      return try diff.map { try ChangeSet(diff: $0) }
    } catch let problem as Problem {
      Terminal.complain("stet: \(problem.line)")
      throw ExitCode(2)
    }
  }
}
