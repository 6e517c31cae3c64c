import HTTPTypes
import Hummingbird

/// Finds the route of a request and turns refusals into answers: 404 for an unknown path, 405 with `Allow` for an
/// unknown method.
struct RouteTable: HTTPResponder {
  typealias Context = CallContext

  private let routes: [String: [HTTPRequest.Method: Route]]
  private let desk: LintDesk
  private let access: AccessPolicy

  init(_ routes: [Route], desk: LintDesk) {
    var table: [String: [HTTPRequest.Method: Route]] = [:]
    for route in routes {
      precondition(table[route.path]?[route.method] == nil, "two routes for \(route.method) \(route.path)")
      table[route.path, default: [:]][route.method] = route
    }
    self.routes = table
    self.desk = desk
    access = AccessPolicy(desk.settings)
  }

  func respond(to request: Request, context: CallContext) async throws -> Response {
    var response: Response
    do {
      response = try await answer(request, context)
    } catch let refusal as Refusal {
      response = refusal.json
    }
    access.mark(&response, for: request)
    return request.method == .head ? response.createHeadResponse() : response
  }

  private func answer(_ request: Request, _ context: CallContext) async throws -> Response {
    try access.checkSender(request)
    if request.method == .options, request.headers[.accessControlRequestMethod] != nil {
      return try access.preflight(request)
    }
    let route = try route(request.method, request.uri.path)
    if !route.isOpen { try access.checkToken(request) }
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
