import HTTPTypes
import Hummingbird

/// Who may ask: whoever has the token, if there is one, and no page of another site.
struct AccessPolicy: Sendable {
  /// nil: everybody may ask.
  private let token: [UInt8]?
  /// Origins whose pages may read answers, as browsers write them; “*” stands for all.
  private let allowedOrigins: Set<String>
  /// Names that requests may call the server by; nil: any.
  private let hosts: Set<String>?

  init(_ settings: ServerSettings) {
    token = settings.token.map { Array($0.utf8) }
    allowedOrigins = Set(settings.allowedOrigins.map { $0.lowercased() })
    // A page can make its own name point to this machine, and then is no other site to the browser. With a token it
    // lacks the token; on an open address anybody may ask anyway.
    let isPrivate = settings.isLoopback && settings.token == nil
    hosts =
      isPrivate
      ? Set(["localhost", "127.0.0.1", "[::1]"] + settings.allowedHosts.map { $0.lowercased() }) : nil
  }

  /// Refuses what comes from a page that may not ask.
  func checkSender(_ request: Request) throws(Refusal) {
    let host = request.head.authority?.lowercased() ?? ""
    if let hosts, !host.isEmpty, !hosts.contains(Self.name(host)) {
      throw Refusal(
        .misdirectedRequest, "this server does not go by the name “\(Self.name(host))”", place: "Host",
        nextStep: "Ask for localhost, or start the server with --allow-host.")
    }
    guard let origin = request.headers[.origin]?.lowercased(), !mayRead(origin) else { return }
    // Pages say http, https or null; add-ons of browsers have schemes of their own and ask for the user.
    let isPage = origin == "null" || origin.hasPrefix("http://") || origin.hasPrefix("https://")
    guard isPage, Self.host(of: origin) != host else { return }
    throw Refusal(
      .forbidden, "pages of this origin may not ask", place: "Origin",
      nextStep: "Start the server with --allow-origin and this origin.")
  }

  /// Whether a request has the token, or needs none.
  ///
  /// - Parameter key: the token as a client sends it that cannot set a header.
  func hasToken(_ request: Request, key: String?) -> Bool {
    guard let token else { return true }
    if let key, Self.areEqual(Array(key.utf8), token) { return true }
    let scheme = "bearer "
    guard let header = request.headers[.authorization], header.lowercased().hasPrefix(scheme) else {
      return false
    }
    return Self.areEqual(Array(header.utf8.dropFirst(scheme.utf8.count)), token)
  }

  /// The answer to a browser that asks before it asks.
  func preflight(_ request: Request) throws(Refusal) -> Response {
    guard let origin = request.headers[.origin], mayRead(origin.lowercased()) else {
      throw Refusal(
        .forbidden, "pages of this origin may not ask", place: "Origin",
        nextStep: "Start the server with --allow-origin and this origin.")
    }
    return Response(
      status: .noContent,
      headers: [
        .accessControlAllowMethods: "GET, HEAD, POST",
        .accessControlAllowHeaders: "Authorization, Content-Type",
        .accessControlMaxAge: "600",
      ])
  }

  /// Lets pages of an allowed origin read the answer.
  func mark(_ response: inout Response, for request: Request) {
    response.headers[.xContentTypeOptions] = "nosniff"
    guard !allowedOrigins.isEmpty else { return }
    response.headers[.vary] = "Origin"
    if let origin = request.headers[.origin], mayRead(origin.lowercased()) {
      response.headers[.accessControlAllowOrigin] = origin
    }
  }

  private func mayRead(_ origin: String) -> Bool {
    allowedOrigins.contains("*") || allowedOrigins.contains(origin)
  }

  /// “localhost:8081” of “http://localhost:8081”.
  private static func host(of origin: String) -> String {
    guard let colon = origin.firstIndex(of: ":") else { return origin }
    return String(origin[colon...].dropFirst().drop { $0 == "/" })
  }

  /// A host without its port.
  private static func name(_ host: String) -> String {
    if host.hasPrefix("["), let end = host.firstIndex(of: "]") { return String(host[...end]) }
    return String(host.prefix { $0 != ":" })
  }

  /// Takes as long whatever the first difference is, so that nobody can find the token out byte by byte.
  static func areEqual(_ given: [UInt8], _ token: [UInt8]) -> Bool {
    var difference = UInt8(given.count == token.count ? 0 : 1)
    guard !token.isEmpty else { return given.isEmpty }
    for (at, byte) in given.enumerated() { difference |= byte ^ token[at % token.count] }
    return difference == 0
  }
}
