import HTTPTypes
import Hummingbird

/// Finds the route of a request and turns refusals into answers: 404 for an unknown path, 405 with `Allow` for an
/// unknown method.
struct RouteTable: HTTPResponder {
  typealias Context = CallContext

  private let routes: [String: [HTTPRequest.Method: Route]]
  private let desk: LintDesk
  private let log: AccessLog?

  init(_ routes: [Route], desk: LintDesk) {
    var table: [String: [HTTPRequest.Method: Route]] = [:]
    for route in routes {
      precondition(table[route.path]?[route.method] == nil, "two routes for \(route.method) \(route.path)")
      table[route.path, default: [:]][route.method] = route
    }
    self.routes = table
    self.desk = desk
    log = desk.settings.logsAccess ? AccessLog() : nil
  }

  func respond(to request: Request, context: CallContext) async throws -> Response {
    let start = ContinuousClock.now
    let path = request.uri.path
    var response: Response
    do {
      response = try await answer(request, path, context)
    } catch let refusal as Refusal {
      // Clients of LanguageTool show what they are told, as text.
      response = path.hasPrefix("/v2/") ? refusal.languageTool : refusal.json
    }
    desk.access.mark(&response, for: request)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let route = routes[path] == nil ? nil : path
    desk.metrics.add(route: route, status: response.status.code, seconds: seconds)
    log?.add(
      method: request.method.rawValue, route: route, status: response.status.code,
      bytes: response.body.contentLength ?? 0, seconds: seconds)
    return request.method == .head ? response.createHeadResponse() : response
  }

  private func answer(_ request: Request, _ path: String, _ context: CallContext) async throws -> Response {
    try desk.access.checkSender(request)
    if request.method == .options, request.headers[.accessControlRequestMethod] != nil {
      return try desk.access.preflight(request)
    }
    let route = try route(request.method, path)
    if !route.isOpen { try desk.checkToken(request) }
    return try await route.handle(Call(request: request, context: context, desk: desk))
  }

  private func route(_ method: HTTPRequest.Method, _ path: String) throws(Refusal) -> Route {
    guard let methods = routes[path] else {
      throw Refusal(
        .notFound, "there is nothing at this path", place: "path",
        nextStep: "The paths are \(routes.keys.sorted().joined(separator: ", ")).")
    }
    if let route = methods[method] { return route }
    if method == .head, let route = methods[.get] { return route }
    let allowed = methods.keys.map(\.rawValue).sorted().joined(separator: ", ")
    throw Refusal(
      .methodNotAllowed, "this path does not take \(method.rawValue)", place: "method",
      nextStep: "It takes \(allowed).", headers: [.allow: allowed])
  }
}
