import Testing

@testable import StetWebServer

/// A request that gets no result.
struct RefusedRequest: Sendable, CustomTestStringConvertible {
  var method = "POST"
  var path = "/v1/lint"
  var type = "application/json"
  var body = ""
  var status = 400
  /// The member “where” of the answer, and a word of its next step.
  var place = "body"
  var step = "text"

  var testDescription: String { "\(method) \(path) \(type) \(body)" }

  static let all = [
    Self(method: "GET", path: "/nothing", status: 404, place: "path", step: "/v1/lint"),
    Self(method: "GET", status: 405, place: "method", step: "POST"),
    Self(path: "/healthz", body: "x", status: 405, place: "method", step: "GET"),
    Self(body: #"{"text": "He we"#, step: "UTF-8"),
    Self(body: "[1]"),
    Self(body: #"{"text": 5}"#, place: "text"),
    Self(body: #"{"txt": "x"}"#),
    Self(body: #"{"text": "x", "pack": "none"}"#, place: "pack", step: "strict"),
    Self(body: #"{"text": "x", "kind": "ode"}"#, place: "kind", step: "news"),
    Self(body: #"{"text": "x", "format": "pdf"}"#, place: "format", step: "markdown"),
    Self(
      type: "application/x-www-form-urlencoded", body: "text=x", status: 415, place: "Content-Type",
      step: "application/json"),
  ]
}

/// A request whose text has one doubled word, and the name that the answer gives it.
struct LintedRequest: Sendable, CustomTestStringConvertible {
  var query = ""
  var type = "text/plain"
  var body = "He saw the the house."
  var path = "text"

  var testDescription: String { "\(query) \(type) \(body)" }

  static let all = [
    Self(type: "application/json", body: #"{"text": "He saw the the house."}"#),
    Self(
      type: "application/json; charset=utf-8", body: #"{"text": "He saw the the house.", "path": "a.md"}"#,
      path: "a.md"),
    Self(),
    Self(query: "?path=b.md&kind=docs", type: "text/plain; charset=UTF-8", path: "b.md"),
    Self(query: "?format=markdown", body: "`the the` He saw the the house."),
    Self(type: "text/markdown", body: "`the the` He saw the the house."),
  ]
}

@Suite struct RouteTests {
  @Test(arguments: RefusedRequest.all)
  func refuses(_ request: RefusedRequest) async throws {
    let server = try await TestServer.shared.value
    let answer = try await server.ask(
      request.method, request.path, ["Content-Type": request.type], Array(request.body.utf8))
    let error = answer["error"] as? [String: Any]
    let step = error?["nextStep"] as? String ?? ""
    #expect(
      answer.status == request.status && error?["where"] as? String == request.place
        && step.contains(request.step), "\(answer)")
  }

  @Test(arguments: LintedRequest.all)
  func lints(_ request: LintedRequest) async throws {
    let server = try await TestServer.shared.value
    let answer = try await server.post("/v1/lint" + request.query, request.type, request.body)
    let found = answer["files.0.diagnostics"] as? [[String: Any]] ?? []
    #expect(
      answer.status == 200 && answer["files.0.path"] as? String == request.path
        && answer["version"] as? Int == 1
        && found.map { $0["rule"] as? String } == ["doubled-word"], "\(answer)")
  }

  @Test func malformedBytesOfATextAreFindingsAndNotErrors() async throws {
    let server = try await TestServer.shared.value
    let text = Array("The caf".utf8) + [0xE9] + Array(" shut.".utf8)
    let answer = try await server.post("/v1/lint", "text/plain", text)
    #expect(answer.status == 200 && answer["files.0.diagnostics.0.range.start"] as? Int == 7, "\(answer)")
  }

  @Test func tellsItsHealthAndItsRules() async throws {
    let server = try await TestServer.shared.value
    let health = try await server.get("/healthz")
    let rules = try await server.get("/v1/rules").json as? [[String: Any]] ?? []
    #expect(health["status"] as? String == "ok")
    #expect(rules.count > 100 && rules.contains { $0["id"] as? String == "doubled-word" })
  }
}
