import ArgumentParser
import Glibc
import StetService
import StetWebServer

@main
struct StetServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stet-server", abstract: "Checks texts over HTTP.", version: Version.string)

  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen on; 0 takes any that is free.")
  var port = 8081

  func run() async throws {
    var settings = ServerSettings()
    settings.host = host
    settings.port = port
    let desk = try LintDesk(settings)
    try await WebServer(desk).application { [settings] port in
      print("stet-server listens on http://\(settings.host):\(port)/")
    }.runService()
  }
}
