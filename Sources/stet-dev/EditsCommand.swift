import ArgumentParser
import FoundationEssentials
import StetDocument
import StetLint
import StetService
import StetTestSupport
import StetText

/// Replays random edits on texts, each linted from the version before and from scratch: the two must be equal.
struct EditsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edits", abstract: "Compare linting after an edit with linting from scratch, and time both.",
    discussion:
      "Ends with status 1 when any result differs; the edit is shown with the check that found otherwise.")

  @Argument(help: "Texts to edit.")
  var files: [String]

  @Option(help: "Edits of all texts together.")
  var count = 10_000

  @Option(help: "Another seed makes other edits.")
  var seed: UInt64 = 1

  @Flag(help: "Only time the edits, without linting each version from scratch.")
  var timeOnly = false

  @Flag(help: "Type at one place, as people do, before going to the next.")
  var typing = false

  @Flag(help: "Take all checks for such that look no farther than the next block, and name those that do.")
  var probe = false

  func run() throws {
    let engine = try Engine()
    var replay = EditReplay(engine, timeOnly: timeOnly, probe: probe)
    let each = max(1, count / max(1, files.count))
    for (number, file) in files.enumerated() {
      replay.run(
        try FileReading.read(file), path: file, edits: each, seed: seed &+ UInt64(number), typing: typing)
    }
    print(replay.summary)
    guard replay.differences == 0 else { throw ExitCode(1) }
  }
}
