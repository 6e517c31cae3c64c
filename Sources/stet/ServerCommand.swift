import ArgumentParser
import StetLSP

struct ServerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Serves editors over the Language Server Protocol on standard input and output.",
    discussion: "Editors start it themselves. Settings are those of stet.yml, and what the editor sends.")

  @Flag(help: .hidden)
  var stdio = false

  func run() async throws {
    let status = await LanguageServer.serveStandardStreams()
    guard status == 0 else { throw ExitCode(status) }
  }
}
