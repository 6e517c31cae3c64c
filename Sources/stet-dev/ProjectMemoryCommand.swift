import ArgumentParser
import StetDocument
import StetService

/// Counts what the rules of a project keep in memory.
struct ProjectMemoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "project-memory",
    abstract: "Prints how many bytes the rules that compare files keep of some folders.")

  @Argument(help: "Files or folders.")
  var paths: [String]

  func run() async throws {
    let files = FileDiscovery.files(in: paths).files
    let bytes = await ProjectRun(try Engine(), files: files, workers: 2).forEach(progress: { _ in }) { _, _ in
    }
    print("\(files.count) files, \(bytes) bytes, \(bytes / max(1, files.count)) bytes a file")
  }
}
