import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// The server: routes, and the application that serves them.
package struct WebServer: Sendable {
  /// All routes. Their order means nothing.
  static let routes: [Route] =
    [
      .health,
      .lint,
      .metrics,
      .page,
      .reasons,
      .rules,
    ] + Route.languageTool

  let desk: LintDesk

  package init(_ desk: LintDesk) {
    self.desk = desk
  }

  /// - Parameter onRunning: called with the port once it listens.
  package func application(onRunning: @escaping @Sendable (Int) -> Void = { _ in }) -> Application<
    some HTTPResponder<CallContext>
  > {
    let settings = desk.settings
    let limits = RequestGuard.Limits(
      body: settings.maximalBody, bodyTime: .seconds(settings.maximalBodySeconds))
    let connections = desk.connections
    let budget = BodyBudget(limit: max(256 << 20, 4 * settings.maximalBody))
    let metrics = desk.metrics
    var logger = Logger(label: "stet-server")
    logger.logLevel = .error
    return Application(
      responder: RouteTable(Self.routes, desk: desk),
      server: .http1(
        configuration: HTTP1Channel.Configuration(
          additionalChannelHandlers: [
            RequestGuard(
              limits: limits, connections: connections, budget: budget, onRefusal: metrics.add(refused:))
          ], idleTimeout: .seconds(settings.idleSeconds),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 64 << 10, maxHeaderListSize: 64 << 10, maxHeaderFieldCount: 100))),
      configuration: ApplicationConfiguration(
        address: .hostname(settings.host, port: settings.port), serverName: "stet"),
      onServerRunning: { onRunning($0.localAddress?.port ?? 0) },
      logger: logger)
  }
}
