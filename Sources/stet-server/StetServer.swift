import ArgumentParser
import Glibc
import StetService
import StetWebServer

@main
struct StetServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stet-server", abstract: "Checks texts over HTTP.",
    discussion: """
      POST /v1/lint takes a text as JSON, plain text or Markdown and answers as `stet lint --format json` does; \
      /v2/check speaks the language of LanguageTool's clients. Documentation/server.md tells all of it.
      """,
    version: Version.string)

  @OptionGroup var network: NetworkOptions
  @OptionGroup var limits: LimitOptions

  @Option(
    name: [.customLong("configuration"), .customLong("config")],
    help: ArgumentHelp("Check by this stet.yml.", valueName: "file"))
  var configuration: String?

  @Flag(help: "Write a line about each request to standard error, without its text.")
  var accessLog = false

  func run() async throws {
    do throws(Problem) {
      try await serve()
    } catch {
      Self.complain(error.line)
      throw ExitCode(2)
    }
  }

  private func serve() async throws(Problem) {
    let settings = try settings()
    let desk = try LintDesk(settings)
    guard desk.problems.isEmpty else {
      for problem in desk.problems { Self.complain(problem.line) }
      throw Problem(
        place: configuration ?? "configuration", what: "the server does not start with these faults",
        nextStep: "Mend them first.")
    }
    for notice in desk.engine.book.notices { Self.complain(notice) }
    if !settings.isLoopback, settings.token == nil {
      Self.complain(
        "warning: \(settings.host) can be reached from other machines and there is no token: anybody there may "
          + "send texts. Set STET_TOKEN or --token-file.")
    }
    let server = WebServer(desk)
    await server.warmUp()
    try await server.serve { port in
      let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
      Self.complain("listening on http://\(host):\(port)/")
    }
  }

  private func settings() throws(Problem) -> ServerSettings {
    var settings = ServerSettings()
    network.apply(to: &settings)
    limits.apply(to: &settings)
    settings.configuration = configuration
    settings.logsAccess = accessLog
    settings.token = try ServerSettings.token(file: network.tokenFile)
    if let possible = WebServer.raiseOpenFileLimit(for: settings) {
      Self.complain(
        "warning: the system lets this process hold \(possible) connections, not \(settings.maximalConnections). "
          + "Raise `ulimit -n` for more.")
      settings.maximalConnections = possible
    }
    return settings
  }

  private static func complain(_ line: String) { StandardError.write("stet-server: \(line)\n") }
}
