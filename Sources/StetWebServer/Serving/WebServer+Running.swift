import Glibc
import Hummingbird
import NIOCore
import ServiceLifecycle
import StetService

extension WebServer {
  /// Serves until SIGTERM or SIGINT, and then until the requests that have begun have their answers.
  ///
  /// - Parameter onRunning: called with the port once it listens.
  package func serve(onRunning: @escaping @Sendable (Int) -> Void) async throws(Problem) {
    let application = application(onRunning: onRunning)
    let configuration = ServiceGroupConfiguration(
      services: [application, LastCall(desk: desk)], gracefulShutdownSignals: [.sigterm, .sigint],
      logger: application.logger)
    do {
      try await ServiceGroup(configuration: configuration).run()
    } catch {
      let settings = desk.settings
      let reason = (error as? IOError).map { String(cString: strerror($0.errnoCode)) } ?? "\(error)"
      throw Problem(
        place: "\(settings.host):\(settings.port)", what: "the server cannot listen there: \(reason)",
        nextStep: "Choose another address with --host and --port.")
    }
  }
}

/// Told first when the server is to stop: says so to `/healthz`, and makes sure that it does end.
private struct LastCall: Service {
  let desk: LintDesk

  func run() async throws {
    try await gracefulShutdown()
    desk.stop()
    let settings = desk.settings
    let limit = settings.maximalBodySeconds + settings.maximalMilliseconds / 1_000 + 2
    Task.detached {
      try await Task.sleep(for: .seconds(limit))
      StandardError.write("stet-server: a client did not end within \(limit) seconds and was cut off.\n")
      exit(0)
    }
  }
}
